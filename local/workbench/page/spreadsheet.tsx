import { useEffect, useState } from 'preact/hooks';
import type { ShownCell, ShownTab } from '../view';
import type { SelectedRows } from './bench-server';

interface TypedCell {
  readonly sheetId: number;
  /** Both count from 1. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface SpreadsheetProps {
  readonly tabs: readonly ShownTab[];
  type(cell: TypedCell): void;
  select(rows: SelectedRows): void;
}

/** The tabs of the workbook, one of them as a grid that can be typed into. */
export function Spreadsheet({ tabs, type, select }: SpreadsheetProps) {
  const [shownId, setShownId] = useState<number>();
  const tab = tabs.find(({ id }) => id === shownId) ?? tabs[0];
  if (!tab) return <p class="loading">This spreadsheet has no tabs.</p>;
  return (
    <section class="spreadsheet">
      <Grid key={tab.id} tab={tab} type={type} select={select} />
      <nav class="tabs" aria-label="Tabs">
        {tabs.map(({ id, name }) => (
          <button key={id} type="button" aria-pressed={id === tab.id} onClick={() => setShownId(id)}>
            {name}
          </button>
        ))}
      </nav>
    </section>
  );
}

interface GridProps extends Pick<SpreadsheetProps, 'type' | 'select'> {
  readonly tab: ShownTab;
}

function Grid({ tab, type, select }: GridProps) {
  const [[firstRow, lastRow], setRows] = useState<readonly [number, number]>([1, 1]);
  const choose = (first: number, last: number) => {
    setRows([first, last]);
    select({ sheetId: tab.id, firstRow: first, lastRow: last });
  };
  // Where nobody has pressed into the tab yet, its first row is selected, as in a sheet.
  useEffect(() => choose(1, 1), []);
  const letters = (tab.cells[0] ?? []).map((_, index) => letterOf(index + 1));
  return (
    <div class="grid">
      <table>
        <colgroup>
          <col class="numbers" />
          {letters.map((letter, index) => (
            <col key={letter} style={{ width: `${widthOf(tab, index)}px` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td class="corner" />
            {letters.map((letter) => (
              <th key={letter}>{letter}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tab.cells.map((cells, rowIndex) => (
            <tr key={rowIndex}>
              <th class={rowIndex + 1 >= firstRow && rowIndex + 1 <= lastRow ? 'selected' : ''}>
                <button
                  type="button"
                  class="number"
                  title="Select the row; with Shift, up to here"
                  tabIndex={-1}
                  onClick={({ shiftKey }) =>
                    shiftKey
                      ? choose(Math.min(firstRow, rowIndex + 1), Math.max(firstRow, rowIndex + 1))
                      : choose(rowIndex + 1, rowIndex + 1)
                  }
                >
                  {rowIndex + 1}
                </button>
              </th>
              {cells.map((cell, index) => (
                <Cell
                  key={letters[index]}
                  name={`${letters[index]}${rowIndex + 1}`}
                  cell={cell}
                  enter={() => choose(rowIndex + 1, rowIndex + 1)}
                  type={(text) => type({ sheetId: tab.id, row: rowIndex + 1, column: index + 1, text })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly name: string;
  readonly cell: ShownCell;
  /** The person comes to this cell. */
  enter(): void;
  type(text: string): void;
}

/**
 * What is typed counts once the cell is left or Enter is pressed, as in a sheet. Until then it is the cell's own: the
 * answer to the cell before may come meanwhile, and would show the old text again.
 */
function Cell({ name, cell, enter, type }: CellProps) {
  const [typed, setTyped] = useState<string>();
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    if (!isHere) setTyped(undefined);
  }, [cell]);
  return (
    <td style={cell.background ? { background: cell.background } : undefined}>
      <input
        aria-label={name}
        title={cell.text}
        class={cell.isBold ? 'bold' : ''}
        value={typed ?? cell.text}
        onFocus={() => {
          setHere(true);
          enter();
        }}
        onBlur={() => setHere(false)}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== cell.text) type(currentTarget.value);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur();
          if (key !== 'Escape') return;
          currentTarget.value = cell.text;
          setTyped(undefined);
          currentTarget.blur();
        }}
      />
    </td>
  );
}

/** Wide enough for most of what is there. */
function widthOf({ cells }: ShownTab, index: number): number {
  const longest = Math.max(...cells.slice(0, 60).map((row) => row[index]?.text.length ?? 0));
  return Math.min(260, Math.max(72, longest * 7 + 18));
}

/** 1 is A, 27 is AA. */
function letterOf(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? letterOf((column - 1 - rest) / 26) + letter : letter;
}
