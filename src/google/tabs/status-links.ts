import type { StatusRow } from '../../ports/status-block';
import { lengthOf, spansOf } from './active-spreadsheet';
import { richText } from './plain-text';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type RichText = GoogleAppsScript.Spreadsheet.RichTextValue;

/** New rows, and so their IDs, are next to each other; cells between two of them are read and written back. */
const BRIDGED_ROWS = 50;

/**
 * The Shopify IDs to be written, as numbers that lead to their item. Rich text and not a HYPERLINK formula: the cell
 * stays the text that it shows, and no cell of ours is ever a formula. Only IDs that are new are written, because
 * making a rich text takes several calls where a plain text takes none.
 * Source: https://developers.google.com/apps-script/reference/spreadsheet/range#setrichtextvaluesvalues
 */
export function linkBlocks(
  sheet: Sheet,
  column: number,
  rows: ReadonlyMap<number, StatusRow>,
): readonly { readonly range: Range; readonly texts: RichText[][] }[] {
  const linked = [...rows.values()].filter(({ link }) => link !== undefined);
  const spans = spansOf(
    linked.map(({ row }) => row),
    BRIDGED_ROWS,
  );
  return spans.map((span) => {
    const range = sheet.getRange(span.first, column, lengthOf(span), 1);
    const isGapless =
      linked.filter(({ row }) => row >= span.first && row <= span.last).length === lengthOf(span);
    const standing = isGapless ? [] : standingTexts(range);
    const texts = Array.from({ length: lengthOf(span) }, (_, offset) => {
      const row = rows.get(span.first + offset);
      return [
        row?.link === undefined ? (standing[offset] ?? richText('')) : richText(row.shopifyId, row.link),
      ];
    });
    return { range, texts };
  });
}

/** A cell that holds no text has no rich text; its number becomes one, because the column is meant to hold text. */
function standingTexts(range: Range): RichText[] {
  const shown = range.getDisplayValues();
  return range
    .getRichTextValues()
    .map(([text], offset) => (text as RichText | null | undefined) ?? richText(shown[offset]?.[0] ?? ''));
}
