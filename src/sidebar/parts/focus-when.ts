import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Leads the keyboard, and whoever reads by ear, to what opens in place of the button that they pressed. */
export function useFocusWhen<Element extends HTMLElement>(isOpen: boolean): RefObject<Element> {
  const opened = useRef<Element>(null);
  useEffect(() => {
    if (isOpen) opened.current?.focus();
  }, [isOpen]);
  return opened;
}
