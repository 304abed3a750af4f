import { useEffect, useState } from 'preact/hooks';
import { blockOf } from '../clipboard';
import type { ShownCell } from '../view';

interface CellProps {
  readonly name: string;
  readonly cell: ShownCell;
  /** The person comes to this cell. */
  enter(): void;
  /** One text that was typed, or a block from the clipboard. */
  put(texts: readonly (readonly string[])[]): void;
}

/**
 * A text counts once the cell is left or Enter is pressed, as in a sheet. Until then it is the cell's own: the
 * answer to the cell before may come meanwhile, and would show the old text again.
 */
export function Cell({ name, cell, enter, put }: CellProps) {
  const [typed, setTyped] = useState<string>();
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    if (!isHere) setTyped(undefined);
  }, [cell]);
  const content = cell.formula ?? cell.text;
  return (
    <td style={cell.background ? { background: cell.background } : undefined}>
      <input
        aria-label={name}
        title={cell.text}
        class={cell.isBold ? 'bold' : ''}
        value={typed ?? (isHere ? content : cell.text)}
        data-edited={typed !== undefined}
        onFocus={() => {
          setHere(true);
          enter();
        }}
        onBlur={() => setHere(false)}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== content) put([[currentTarget.value]]);
        }}
        onPaste={(event) => {
          const block = blockOf(event.clipboardData?.getData('text/plain') ?? '');
          if (!block) return;
          event.preventDefault();
          put(block);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur();
          if (key !== 'Escape') return;
          currentTarget.value = content;
          setTyped(undefined);
          currentTarget.blur();
        }}
      />
    </td>
  );
}
