type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Blue, green and red, as next to the rows. */
const COLORS = ['#4285f4', '#34a853', '#d93025'];

/**
 * Draws a chart of columns over time, next to the table. It is made once, with the tab, so that a person may change or
 * remove it; its ranges grow with the lines.
 *
 * @param columns 1-based: the time, then what is counted
 */
export function addChart(
  sheet: Sheet,
  title: string,
  headerRow: number,
  columns: readonly number[],
  anchorColumn: number,
): void {
  const rows = sheet.getMaxRows() - headerRow + 1;
  const ranges = columns.map((column) => sheet.getRange(headerRow, column, rows, 1));
  const empty = sheet.newChart().asLineChart().setNumHeaders(1);
  const chart = ranges
    .reduce((builder, range) => builder.addRange(range), empty)
    .setOption('title', title)
    .setOption('colors', COLORS)
    .setOption('pointSize', 5)
    .setPosition(headerRow + 1, anchorColumn, 0, 0);
  sheet.insertChart(chart.build());
}
