import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say, sayAround } from '../language/say';
import type { HelpQuestion, RowPlace } from '../server/answers';
import type { PartProps } from '../state/actions';

interface ButtonProps {
  readonly children: ComponentChildren;
  /** Blue: the next sensible step. One at a time. */
  readonly isPrimary?: boolean;
  readonly isSmall?: boolean;
  readonly isDisabled?: boolean;
  /** Without it the button submits its form. */
  readonly onClick?: () => void;
}

/** A disabled button keeps the keyboard's focus, so that the focus does not jump to the top while something runs. */
export function Button({ children, isPrimary, isSmall, isDisabled = false, onClick }: ButtonProps) {
  const press = (event: MouseEvent) => {
    if (isDisabled) event.preventDefault();
    else onClick?.();
  };
  return (
    <button
      type={onClick ? 'button' : 'submit'}
      class={[isPrimary && 'primary', isSmall && 'small'].filter(Boolean).join(' ')}
      aria-disabled={isDisabled}
      onClick={press}
    >
      {children}
    </button>
  );
}

/** Moves the keyboard's focus, and so screen readers, to what opens in place of the pressed button. */
export function useFocusWhen<Element extends HTMLElement>(isOpen: boolean): RefObject<Element> {
  const opened = useRef<Element>(null);
  useEffect(() => {
    if (isOpen) opened.current?.focus();
  }, [isOpen]);
  return opened;
}

interface RowLinkProps {
  /** A row that the sheet no longer has is in no tab. */
  readonly place: Omit<RowPlace, 'sheetId'> & {
    readonly sheetId: number | null;
    readonly tab: string;
    readonly name?: string;
  };
  readonly actions: PartProps['actions'];
}

/** `Harbour mug · Cream`, and below it `Prices, row 2, Price`: a click brings the cell in front of the person. */
export function RowLink({ place: { sheetId, tab, row, column, name }, actions }: RowLinkProps) {
  const where = [tab, say`row ${row}`, column].filter(Boolean).join(', ');
  const words = name ? (
    <>
      <bdi class="name">{name}</bdi> <span class="quiet">{where}</span>
    </>
  ) : (
    where
  );
  if (sheetId === null) return <span>{words}</span>;
  const place: RowPlace = column === undefined ? { sheetId, row } : { sheetId, row, column };
  return (
    <button type="button" class="link" title={say`Show in the sheet`} onClick={() => actions.goToRow(place)}>
      {words}
    </button>
  );
}

/** Subject of a button, for a screen reader alone: others see where it stands. */
export function OfWhat({ about }: { readonly about: string }) {
  return <span class="unseen">{sayAround`: ${<bdi>{about}</bdi>}`}</span>;
}

interface OfRowProps {
  readonly place: { readonly tab: string; readonly row: number };
  readonly name?: string | undefined;
}

/** Names the row that a button is about, for screen readers. */
export function OfRow({ place: { tab, row }, name }: OfRowProps) {
  return (
    <span class="unseen">
      {' '}
      {name !== undefined && (
        <>
          <bdi>{name}</bdi>{' '}
        </>
      )}
      {say`in ${tab}, row ${row}`}
    </span>
  );
}

interface HelpLinkProps {
  /** Subject of the paragraph. */
  readonly question: HelpQuestion;
  /** Read out with the link: “Help: Price 19.90 → 1.99”. */
  readonly about: string;
  /** `actions.help` */
  help(question: HelpQuestion): void;
}

/**
 * Opens the help pages at the paragraph of a message: what it means, why, and what to do next. Put it next to every message
 * of a list; the help finds the paragraph by the message's words.
 */
export function HelpLink({ question, about, help }: HelpLinkProps) {
  return (
    <button type="button" class="link" onClick={() => help(question)}>
      {say`Help`}
      <OfWhat about={about} />
    </button>
  );
}
