import type { PreviewSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { wordsOf } from '../../support/foreseen';
import { openWorkbench } from '../../support/workbench';
import { storeFacts } from '../store/store-facts';
import { ownTabs } from '../workbook/cells';
import { checkPreview, readPreview } from './check-preview';
import { readWords } from './row-words';

/** A preview lists a new price of a mug, and its row says this after the changes were sent. */
function previewed(status: string, message: string) {
  const bench = openWorkbench();
  const mug = (price: string) => ({
    Products: csvOf([
      ['Handle', 'Title', 'Vendor', 'Variant SKU', 'Variant Price', 'Variant Image'],
      ['mug', 'Mug', 'Acme', 'K1', price, ''],
    ]),
  });
  bench.sync(mug('10.00'));
  bench.paste(mug('11.00'));
  const answer = bench.call<PreviewSummary>('previewSync', { rows: true });
  if (!answer.ok) throw new Error(answer.problem.message);
  const rows = readPreview(bench, wordsOf(answer.value));
  const [sheet] = ownTabs(bench);
  const [header = [], row = []] = sheet?.rows ?? [];
  row[header.indexOf('Sync status')] = status;
  row[header.indexOf('Sync message')] = message;
  const shown = storeFacts(bench);
  return { shown, before: shown, after: shown, rows, isUndisturbed: false };
}

const NOT_SENT = 'K1 price “10.00” → “11.00” was listed and not sent, and the row says';

describe('a change that a preview listed and that is not sent after others were busy', () => {
  test.each([
    [
      'Held',
      'Variant Price 10.00 → 11.00 is held: it goes up. Confirm it in the sidebar, or change the cell.',
    ],
    ['Changed in both', 'Variant Price: Shopify has 12.00, the sheet 11.00.'],
    ['Held', 'Not sent: this changed since the preview. Preview again.'],
    [
      'Changed in both',
      'Vendor: you changed it to Dune and it became Hay in Shopify. Choose a side in the sidebar. Not sent: this changed since the preview. Preview again.',
    ],
    ['Error', 'Shopify has no such product any more.'],
  ])('is told by a row that says “%s %s”', (status, message) => {
    expect(checkPreview(previewed(status, message))).toEqual([]);
  });

  test.each([
    ['Held', 'Vendor Acme → Dune is held: it is another. Confirm it in the sidebar, or change the cell.'],
    ['Changed in both', 'Vendor: Shopify has Dune, the sheet Acme.'],
    [
      'Changed in both',
      'Vendor: you changed it to Dune and it became Hay in Shopify. Choose a side in the sidebar.',
    ],
    ['Up to date', ''],
    ['Up to date', 'Not sent: this changed since the preview. Preview again.'],
    ['Updated', 'Vendor Acme → Dune.'],
  ])('is not told by a row that says “%s %s”', (status, message) => {
    expect(checkPreview(previewed(status, message))).toEqual([`${NOT_SENT} “${status} ${message}”`]);
  });

  test('needs no word where Shopify has the value already', () => {
    const sending = previewed('Up to date', '');
    const have = new Map(sending.shown).set('K1 price', '11.00');
    expect(checkPreview({ ...sending, before: have, after: have })).toEqual([]);
  });
});

test('a variant that shows another image than the preview listed breaks its promise', () => {
  const sending = previewed('Error', '');
  const after = new Map(sending.shown).set('K1 variantImage', 'other.jpg');
  expect(checkPreview({ ...sending, after })).toEqual([
    'K1 variantImage “” → “other.jpg” was sent, and the preview did not list it',
  ]);
});

describe('a preview that lists “Variant Image: mug.jpg → (none)”', () => {
  /** The variant showed one image, and afterwards another or none. */
  function cleared(shows: { before: string; after: string }) {
    const sending = previewed('Updated', '');
    const message = 'Variant Image: mug.jpg → (none).';
    const rows = sending.rows.map((row) => ({
      ...row,
      message,
      words: readWords(row.sheet, row.row, message),
    }));
    const showing = (file: string) => new Map(sending.shown).set('K1 variantImage', file);
    const before = showing(shows.before);
    return checkPreview({ ...sending, shown: before, before, after: showing(shows.after), rows });
  }
  const NOT_CLEARED = 'K1 variantImage “mug.jpg” → “” was listed and not sent, and the row says “Updated ”';

  test('keeps its promise where the variant shows that image no more', () => {
    expect(cleared({ before: 'mug.jpg', after: '' })).toEqual([]);
  });

  test('breaks it where the variant goes on showing it', () => {
    expect(cleared({ before: 'mug.jpg', after: 'mug.jpg' })).toEqual([NOT_CLEARED]);
  });

  test('breaks it where the variant shows another from then on', () => {
    expect(cleared({ before: 'mug.jpg', after: 'cup.jpg' })).toEqual([
      'K1 variantImage “mug.jpg” → “cup.jpg” was sent, and the preview did not list it',
      NOT_CLEARED,
    ]);
  });

  test('breaks it where the variant showed another until then', () => {
    expect(cleared({ before: 'cup.jpg', after: '' })).toEqual([
      'K1 variantImage “cup.jpg” → “” was sent, and the preview did not list it',
      NOT_CLEARED,
    ]);
  });
});
