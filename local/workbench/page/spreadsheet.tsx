import { useEffect, useState } from 'preact/hooks';
import type { ShownTab } from '../view';
import type { Block, SelectedRows } from './bench-server';
import { Cell } from './cell';

interface SpreadsheetProps {
  readonly tabs: readonly ShownTab[];
  /** The tab that the add-on or the person brought in front. */
  readonly inFront: number;
  /** Texts typed into a cell, or pasted from it on. */
  paste(block: Block): void;
  select(rows: SelectedRows): void;
  /** Answers the id of the new tab. */
  addTab(): Promise<number | undefined>;
  insertRow(sheetId: number, afterRow: number): void;
  showAllRows(sheetId: number): void;
}

/** The tabs of the workbook, one of them as a grid that can be typed into. */
export function Spreadsheet({ tabs, inFront, addTab, ...acts }: SpreadsheetProps) {
  const [shownId, setShownId] = useState(inFront);
  useEffect(() => setShownId(inFront), [inFront]);
  const tab = tabs.find(({ id }) => id === shownId) ?? tabs[0];
  if (!tab) return <p class="loading">This spreadsheet has no tabs.</p>;
  return (
    <section class="spreadsheet">
      <Grid key={tab.id} tab={tab} {...acts} />
      <nav class="tabs" aria-label="Tabs">
        {tabs.map(({ id, name }) => (
          <button key={id} type="button" aria-pressed={id === tab.id} onClick={() => setShownId(id)}>
            {name}
          </button>
        ))}
        <button
          type="button"
          aria-label="Add a tab"
          title="Add a tab"
          onClick={() => void addTab().then((id) => id !== undefined && setShownId(id))}
        >
          +
        </button>
      </nav>
    </section>
  );
}

interface GridProps extends Pick<SpreadsheetProps, 'paste' | 'select' | 'insertRow' | 'showAllRows'> {
  readonly tab: ShownTab;
}

function Grid({ tab, paste, select, insertRow, showAllRows }: GridProps) {
  const [[firstRow, lastRow], setRows] = useState<readonly [number, number]>([1, 1]);
  const choose = (first: number, last: number) => {
    setRows([first, last]);
    select({ sheetId: tab.id, firstRow: first, lastRow: last });
  };
  // Where nobody has pressed into the tab yet, its first row is selected, as in a sheet.
  useEffect(() => choose(1, 1), []);
  const [spareRows, setSpareRows] = useState(0);
  const width = tab.cells[0]?.length ?? 0;
  const spare = Array.from({ length: spareRows }, () => Array.from({ length: width }, () => ({ text: '' })));
  const hidden = new Set(tab.hiddenRows);
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
          {[...tab.cells, ...spare].map((cells, rowIndex) => (
            <tr key={rowIndex} hidden={hidden.has(rowIndex + 1)}>
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
                  put={(texts) => paste({ sheetId: tab.id, row: rowIndex + 1, column: index + 1, texts })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="rows">
        <button type="button" onClick={() => insertRow(tab.id, lastRow)}>
          Insert a row below row {lastRow}
        </button>{' '}
        <button type="button" onClick={() => setSpareRows(spareRows + MORE_ROWS)}>
          {MORE_ROWS} more rows
        </button>{' '}
        {hidden.size > 0 && (
          <>
            {hidden.size} rows are hidden by the filter.{' '}
            <button type="button" onClick={() => showAllRows(tab.id)}>
              Show all rows
            </button>
          </>
        )}
      </p>
    </div>
  );
}

const MORE_ROWS = 20;

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
