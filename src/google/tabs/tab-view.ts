type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Readable parts of a tab. Rows and columns are 1-based; an empty tab has one of each. */
export interface TabView {
  readonly lastRow: number;
  readonly lastColumn: number;
  values(...area: Area): unknown[][];
  /** Text as it is displayed. */
  shown(...area: Area): string[][];
  /** Whether all of it is read by one call, and kept. */
  readonly isWhole: boolean;
  /** Headers and names of rows at the moment at which the reading began. */
  marks?: string;
}

type Area = readonly [row: number, column: number, rowCount: number, columnCount: number];

/** A tab of so few cells is read as a whole: that takes no longer than a part of it. */
const SMALL_CELLS = 10_000;

let views: Map<number, TabView> | undefined;

/**
 * Reads each tab once for everything inside `work`, so that all of it is from one moment. Nothing inside `work` may
 * wait: people may move rows during a wait.
 */
export function atOnce<Value>(work: () => Value): Value {
  if (views) return work();
  views = new Map();
  try {
    return work();
  } finally {
    views = undefined;
  }
}

export function isAtOnce(): boolean {
  return views !== undefined;
}

/** Call it where a tab is written to. */
export function forgetViews(): void {
  views?.clear();
}

export function viewOf(sheet: Sheet): TabView {
  const known = views?.get(sheet.getSheetId());
  if (known) return known;
  const view = openView(sheet);
  views?.set(sheet.getSheetId(), view);
  return view;
}

/** A view that nothing has been read by yet. */
export function openView(sheet: Sheet): TabView {
  let used: Pick<TabView, 'lastRow' | 'lastColumn'> | undefined;
  const extent = () => {
    if (used) return used;
    const range = sheet.getDataRange();
    used = { lastRow: range.getLastRow(), lastColumn: range.getLastColumn() };
    return used;
  };
  const isKept = views !== undefined;
  const whole = <Cell>(read: (...area: Area) => Cell[][]) => {
    let cells: Cell[][] | undefined;
    return (...area: Area): Cell[][] => {
      const [row, column, rowCount, columnCount] = area;
      const isWithin = row + rowCount - 1 <= view.lastRow && column + columnCount - 1 <= view.lastColumn;
      if (!view.isWhole || !isWithin) return read(...area);
      cells ??= read(1, 1, view.lastRow, view.lastColumn);
      return cells
        .slice(row - 1, row - 1 + rowCount)
        .map((own) => own.slice(column - 1, column - 1 + columnCount));
    };
  };
  const view: TabView = {
    get lastRow() {
      return extent().lastRow;
    },
    get lastColumn() {
      return extent().lastColumn;
    },
    get isWhole() {
      return isKept && view.lastRow * view.lastColumn <= SMALL_CELLS;
    },
    values: whole((...area) => sheet.getRange(...area).getValues()),
    shown: whole((...area) => sheet.getRange(...area).getDisplayValues()),
  };
  return view;
}
