import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from './button';
import { copyText } from './copy-text';

interface CopyableProps {
  /** Read out with the button: “Copy access scopes”. */
  readonly name: string;
  /** What lands on the clipboard. */
  readonly text: string;
  readonly children: ComponentChildren;
}

/** Something to be pasted elsewhere, with a button that copies it and says so. */
export function Copyable({ name, text, children }: CopyableProps) {
  const [said, setSaid] = useState('');
  const copy = async () =>
    setSaid((await copyText(text)) ? 'Copied' : 'Could not copy: select the text and copy it yourself.');
  return (
    <div class="copyable">
      {children}
      <div class="buttons">
        <Button isSmall onClick={copy}>
          Copy<span class="unseen"> {name}</span>
        </Button>
        <span role="status" class="hint">
          {said}
        </span>
      </div>
    </div>
  );
}
