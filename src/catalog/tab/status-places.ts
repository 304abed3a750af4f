import { foldHeader } from '../columns/header-match';
import { STATUS_HEADERS } from './status-block';

const FOLDED: readonly string[] = STATUS_HEADERS.map(foldHeader);

/**
 * The 0-based positions of the status block's four headers, in their own order: side by side, or else each wherever it
 * stands, once a person has put columns in between. Undefined where one is missing, and where one stands twice and not
 * beside the others: alone, `Shopify ID` would be the merchant's own column.
 */
export function statusPlaces(headerRow: readonly string[]): readonly number[] | undefined {
  const headers = headerRow.map(foldHeader);
  const start = headers.findIndex((_, index) =>
    FOLDED.every((word, offset) => headers[index + offset] === word),
  );
  if (start >= 0) return FOLDED.map((_, offset) => start + offset);
  const places = FOLDED.map((word) => headers.indexOf(word));
  const isClear = places.every(
    (place, offset) => place >= 0 && headers.lastIndexOf(FOLDED[offset]!) === place,
  );
  return isClear ? places : undefined;
}
