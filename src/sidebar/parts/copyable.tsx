import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../language/say';
import { Button } from './button';

interface CopyableProps {
  /** Read out with the button: “Copy access scopes”. */
  readonly name: string;
  /** Text for the clipboard. */
  readonly text: string;
  readonly children: ComponentChildren;
}

/** Something to be pasted elsewhere, with a button that copies it and says so. */
export function Copyable({ name, text, children }: CopyableProps) {
  const [said, setSaid] = useState('');
  const copy = async () =>
    setSaid(
      (await copyText(text)) ? say`Copied` : say`Could not copy: select the text and copy it yourself.`,
    );
  return (
    <div class="copyable">
      {children}
      <div class="buttons">
        <Button isSmall onClick={copy}>
          {say`Copy`}
          <span class="unseen"> {name}</span>
        </Button>
        <span role="status" class="hint">
          {said}
        </span>
      </div>
    </div>
  );
}

/**
 * Puts text on the clipboard; answers whether that worked. The frame that Google puts the sidebar in may refuse the
 * newer way, so the older one stands in for it.
 */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
}
