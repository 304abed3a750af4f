/**
 * Properties of cells that mostly repeat downwards (number formats, notes, colours), kept per column as runs of
 * equal values: a million cells of plain text are one run. Rows and columns are 1-based, as on screen.
 */
export type Layer = Record<string, Run[]>;

/** First row, last row, value. Runs of a column are in order and do not overlap. */
type Run = [from: number, to: number, value: string];

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Reads a column downwards: rows asked for must not go up. `undefined` where nothing is set. */
export function columnReader(layer: Layer | undefined, column: number): (row: number) => string | undefined {
  const runs = layer?.[column] ?? [];
  let index = 0;
  return (row) => {
    while (index < runs.length && (runs[index] as Run)[1] < row) index += 1;
    const run = runs[index];
    return run !== undefined && run[0] <= row ? run[2] : undefined;
  };
}

/** Sets one value on a whole area; `undefined` removes what was set. */
export function paint(layer: Layer, area: Area, value: string | undefined): void {
  for (let column = area.column; column < area.column + area.columnCount; column += 1) {
    if (value === undefined && layer[column] === undefined) continue;
    const last = area.row + area.rowCount - 1;
    replaceRuns(layer, column, area.row, last, value === undefined ? [] : [[area.row, last, value]]);
  }
}

/** Sets a value per row of one column, from `row` downwards. */
export function paintColumn(
  layer: Layer,
  column: number,
  row: number,
  values: readonly (string | undefined)[],
): void {
  const runs: Run[] = [];
  values.forEach((value, index) => {
    if (value === undefined) return;
    const previous = runs.at(-1);
    if (previous !== undefined && previous[2] === value && previous[1] === row + index - 1) previous[1] += 1;
    else runs.push([row + index, row + index, value]);
  });
  if (runs.length === 0 && layer[column] === undefined) return;
  replaceRuns(layer, column, row, row + values.length - 1, runs);
}

/** Cuts `from`–`to` out of a column and puts `fresh` there, joining equal neighbours. */
function replaceRuns(layer: Layer, column: number, from: number, to: number, fresh: readonly Run[]): void {
  const runs = layer[column] ?? [];
  let start = 0;
  let above = runs.length;
  while (start < above) {
    const middle = (start + above) >> 1;
    if ((runs[middle] as Run)[1] < from) start = middle + 1;
    else above = middle;
  }
  let end = start;
  const kept: Run[] = [];
  while (end < runs.length && (runs[end] as Run)[0] <= to) {
    const [first, last, value] = runs[end] as Run;
    if (first < from) kept.push([first, from - 1, value]);
    if (last > to) kept.push([to + 1, last, value]);
    end += 1;
  }
  const before = kept.filter((run) => run[0] < from);
  const after = kept.filter((run) => run[0] > to);
  const joinFrom = Math.max(0, start - 1);
  const joinTo = Math.min(runs.length, end + 1);
  const neighbours: Run[] = [
    ...runs.slice(joinFrom, start),
    ...before,
    ...fresh,
    ...after,
    ...runs.slice(end, joinTo),
  ];
  // Not `splice`: a hundred thousand runs would be as many arguments.
  const result = [...runs.slice(0, joinFrom), ...joined(neighbours), ...runs.slice(joinTo)];
  if (result.length === 0) delete layer[column];
  else layer[column] = result;
}

function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const [from, to, value] of runs) {
    const previous = result.at(-1);
    if (previous !== undefined && previous[2] === value && previous[1] === from - 1) previous[1] = to;
    else result.push([from, to, value]);
  }
  return result;
}

/** Makes room below `row`; with `inherit` the new rows look like the row above them. */
export function insertRows(layer: Layer, row: number, count: number, inherit: boolean): void {
  for (const [column, runs] of Object.entries(layer)) {
    layer[column] = joined(
      runs.flatMap(([from, to, value]): Run[] => {
        if (from > row) return [[from + count, to + count, value]];
        if (to < row) return [[from, to, value]];
        if (inherit) return [[from, to + count, value]];
        if (to === row) return [[from, to, value]];
        return [
          [from, row, value],
          [row + 1 + count, to + count, value],
        ];
      }),
    );
  }
}

export function deleteRows(layer: Layer, row: number, count: number): void {
  const end = row + count;
  for (const [column, runs] of Object.entries(layer)) {
    const left = runs.flatMap(([from, to, value]): Run[] => {
      const first = from >= end ? from - count : Math.min(from, row);
      const last = to >= end ? to - count : Math.min(to, row - 1);
      return last < first ? [] : [[first, last, value]];
    });
    if (left.length === 0) delete layer[column];
    else layer[column] = joined(left);
  }
}

/** Makes room right of `column`; with `inherit` the new columns look like the one left of them. */
export function insertColumns(layer: Layer, column: number, count: number, inherit: boolean): void {
  moveColumns(layer, (known) => (known > column ? known + count : known));
  const model = layer[column];
  if (!inherit || model === undefined) return;
  for (let added = column + 1; added <= column + count; added += 1) {
    layer[added] = model.map(([from, to, value]): Run => [from, to, value]);
  }
}

export function deleteColumns(layer: Layer, column: number, count: number): void {
  moveColumns(layer, (known) => {
    if (known < column) return known;
    return known < column + count ? undefined : known - count;
  });
}

function moveColumns(layer: Layer, place: (column: number) => number | undefined): void {
  const entries = Object.entries(layer);
  for (const [column] of entries) delete layer[column];
  for (const [column, runs] of entries) {
    const moved = place(Number(column));
    if (moved !== undefined) layer[moved] = runs;
  }
}
