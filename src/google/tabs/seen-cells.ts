import { least, most } from '../../catalog/values/arrays';
import type { RawCell } from '../../catalog/values/cell';
import type { SeenPlace } from '../../ports/tabs';
import { lengthOf, spansOf } from './active-spreadsheet';
import { rawCell } from './read-tab';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const ROWS_READ_ALONG = 1_000;

/**
 * Reads cells once more, right before they are written, and answers those in which all that was seen is unchanged:
 * people may edit, sort, insert and delete in between.
 */
export function asSeen<Place extends SeenPlace>(sheet: Sheet, places: readonly Place[]): readonly Place[] {
  const seen = places.flatMap((place) => place.seen ?? []);
  if (seen.length === 0) return places;
  const indexes = seen.map(({ index }) => index);
  const left = least(indexes);
  const rows = new Map<number, readonly unknown[]>();
  for (const span of spansOf(
    seen.map(({ row }) => row),
    ROWS_READ_ALONG,
  )) {
    const block = sheet.getRange(span.first, left + 1, lengthOf(span), most(indexes) - left + 1).getValues();
    block.forEach((cells, offset) => {
      rows.set(span.first + offset, cells);
    });
  }
  return places.filter((place) =>
    (place.seen ?? []).every(({ row, index, says }) => isSame(says, rawCell(rows.get(row)?.[index - left]))),
  );
}

/** Text that is typed again with a space at its end, or a number as text, asks for the same. */
function isSame(before: RawCell, now: RawCell): boolean {
  const [then, today] = [before, now].map((cell) =>
    typeof cell === 'object' ? cell.date : String(cell).trim(),
  ) as [string, string];
  return then === today || (typeof before === 'number' && today !== '' && Number(today) === before);
}
