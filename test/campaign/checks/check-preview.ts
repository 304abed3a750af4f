import type { Sheet } from '../../../local/apps-script/runtime';
import type { Workbench } from '../../support/workbench';
import { createdBetween, type Facts, type Moved, movedBetween, twinOf } from '../store/store-facts';
import {
  canonical,
  cellAt,
  columnsOf,
  fileOf,
  isSet,
  ownTabs,
  productKey,
  textAt,
  variantKey,
  whatOf,
} from '../workbook/cells';
import { type NamedChange, type RowWords, readWords } from './row-words';

/** A row as a preview tells it. */
export interface PreviewRow {
  readonly sheet: Sheet;
  /** 0-based. */
  readonly row: number;
  readonly sku: string;
  readonly status: string;
  readonly message: string;
  readonly words: RowWords;
}

export function readPreview(bench: Workbench, rows: readonly string[][]): PreviewRow[] {
  return rows.flatMap(([tab, line, status = '', message = '']) => {
    const sheet = ownTabs(bench).find(({ name }) => name === tab);
    const row = Number(line) - 1;
    if (!sheet || row < 1) return [];
    const sku = textAt(sheet, row, 'sku');
    return sku === '' ? [] : [{ sheet, row, sku, status, message, words: readWords(sheet, row, message) }];
  });
}

/** What the rows list, in the form of what moves in the store. */
export function listedMoves(
  rows: readonly PreviewRow[],
  store: Facts,
): (Moved & { readonly row: PreviewRow })[] {
  return rows.flatMap((row) => {
    const { words, sku, status } = row;
    const product = productKey(sku);
    // Of a new item the cells are what is sent; it has nothing that they replace.
    if (status === 'To create') return [];
    const moves: Moved[] = words.changes.map(({ what, from, to }) => ({ what, from, to }));
    for (const [word, { added, removed }] of Object.entries(words.sets)) {
      if (added.length + removed.length === 0) continue;
      const from = store.get(`${product} ${word}`) ?? '';
      const left = from.split(', ').filter((name) => name && !removed.includes(name));
      moves.push({
        what: `${product} ${word}`,
        from,
        to: [...new Set([...left, ...added])].sort().join(', '),
      });
    }
    if (words.published)
      moves.push({
        what: `${product} published`,
        from: words.published === 'TRUE' ? 'FALSE' : 'TRUE',
        to: words.published,
      });
    return moves.filter(({ from, to }) => from !== to).map((move) => ({ ...move, row }));
  });
}

interface Sending {
  /** The store when the preview was made, when its changes were sent, and afterwards. */
  readonly shown: Facts;
  readonly before: Facts;
  readonly after: Facts;
  readonly rows: readonly PreviewRow[];
  /** Nobody touched the sheet or the store between the preview and its sending. */
  readonly isUndisturbed: boolean;
}

/** What a preview listed is what was sent, both ways; what somebody moved meanwhile is not sent, and its row says so. */
export function checkPreview({ shown, before, after, rows, isUndisturbed }: Sending): string[] {
  const listed = listedMoves(rows, shown);
  const moved = movedBetween(before, after);
  const created = createdBetween(before, after);
  const documents = rows
    .filter(({ status }) => status !== 'To create')
    .flatMap((row) => row.words.documents.map((one) => ({ ...one, row })));
  const toCreate = rows.filter(({ status }) => status === 'To create');
  const newKeys = new Set(toCreate.map(({ sku }) => variantKey(sku)));
  const isCut = (what: string) =>
    rows.some(({ words, sku }) => words.isCut && what.startsWith(productKey(sku)));
  const done = (one: Moved) => after.get(one.what) === one.to && before.get(one.what) === one.from;
  return [
    ...moved
      .filter(({ what }) => !/ (option|image|variantImage)$/.test(what) && !isCut(what))
      .filter((one) => !listed.some((of) => isSame(of, one) || (of.what === twinOf(one.what) && done(of))))
      .filter((one) => !documents.some((of) => of.what === one.what && of.to === one.to))
      .map((one) => `${say(one)} was sent, and the preview did not list it`),
    ...created
      .filter((key) => !newKeys.has(key))
      .map((key) => `${key} was created, and the preview did not list it`),
    ...moved.filter(({ what }) => what.endsWith(' image')).flatMap((one) => unlistedImages(one, rows)),
    ...moved
      .filter(({ what }) => / (option|variantImage)$/.test(what))
      .filter((one) => !isCut(one.what) && !isListedByOther(one, rows))
      .filter((one) => !listed.some((of) => isSame(of, one)))
      .map((one) => `${say(one)} was sent, and the preview did not list it`),
    ...listed
      .filter(
        (one) =>
          !moved.some((of) => isSame(of, one)) && (isUndisturbed || !saysWhy(one.row, { ...one, after })),
      )
      .map((one) => `${say(one)} was listed and not sent, and the row says “${wordsNow(one.row)}”`),
    ...documents
      .filter(
        (one) => after.get(one.what) !== one.to && (isUndisturbed || !saysWhy(one.row, { ...one, after })),
      )
      .map(({ what, row }) => `${what} was listed and not sent, and the row says “${wordsNow(row)}”`),
    ...toCreate
      .filter((row) => !after.has(`${variantKey(row.sku)} sku`) && (isUndisturbed || !saysWhyNotNew(row)))
      .map((row) => `${row.sku} was listed as new and not created, and the row says “${wordsNow(row)}”`),
    ...rows
      .filter(({ status }) => isUndisturbed && FOUND.includes(status))
      .filter((row) => /^(No change to send|Up to date)/.test(wordsNow(row)))
      .map((row) => `${row.sku} said “${row.status} ${row.message}” and now “${wordsNow(row)}”`),
  ];
}

/** What was found stays said, whether or not the run looks at it again. */
const FOUND = ['Differs', 'Changed in both'];

const isSame = (one: Moved, other: Moved): boolean =>
  one.what === other.what && one.from === other.from && one.to === other.to;

const say = ({ what, from, to }: Moved): string => `${what} “${from}” → “${to}”`;

const wordsNow = ({ sheet, row }: PreviewRow): string =>
  `${cellAt(sheet, row, 'Sync status')} ${cellAt(sheet, row, 'Sync message')}`;

/**
 * The row tells that nothing of it was sent, or something of the column was not; or it is in step, because the store has it already or the cell
 * asks for something else by now.
 */
function saysWhy(row: PreviewRow, { what, to, after }: { what: string; to: string; after: Facts }): boolean {
  const words = wordsNow(row);
  if (/^(Error|Not synced)/.test(words)) return true;
  // It stands after what else a row waits for, and means all of the row.
  if (/^(Held|Changed in both) (.*\. )?Not sent: this changed since the preview\./.test(words)) return true;
  const here = columnsOf(row.sheet).filter(
    (column) => whatOf(row.sku, { ...column, location: column.location ?? placeIn(what) }) === what,
  );
  if (/^(Held|Changed in both|Differs)/.test(words))
    return words.includes('…') || here.some(({ header }) => words.includes(header)) || isOther(what);
  if (!/^(Up to date|No change to send)/.test(words)) return false;
  if (isSet(what.split(' ')[1] ?? '')) return true;
  const isStillAsked = here.some(
    ({ header, word }) => canonical(word, cellAt(row.sheet, row.row, header)) === to,
  );
  return !isStillAsked || after.get(what) === to;
}

const placeIn = (what: string): string | undefined => / at (.*)$/.exec(what)?.[1];

/** What a row tells by other words than its header. */
const isOther = (what: string): boolean => / (published|tags|collections|channels)$/.test(what);

const saysWhyNotNew = (row: PreviewRow): boolean =>
  /^(Held|Changed in both|Error|Differs|Up to date|No change to send|Not synced)/.test(wordsNow(row));

/**
 * What no row lists under its own name: an option is renamed for all variants by one row of the product, and an image that
 * takes the place of another takes its variants too.
 */
function isListedByOther({ what, to }: Moved, rows: readonly PreviewRow[]): boolean {
  const ofProduct = rows.filter(({ sku }) => productKey(sku) === productKey(what));
  if (what.endsWith(' option'))
    return ofProduct.some(
      ({ status, words, message }) =>
        status === 'To create' || words.changes.some(isOfOption) || /[Oo]ption/.test(message),
    );
  return (
    ofProduct.some(({ words }) => words.images > 0 || words.removedImages > 0) ||
    ofProduct.some(({ sku, words }) => variantKey(sku) === what.split(' ')[0] && words.variantImage === to)
  );
}

const isOfOption = ({ what }: NamedChange): boolean =>
  / (option|optionName|secondName|secondValue)$/.test(what);

function unlistedImages({ what, from, to }: Moved, rows: readonly PreviewRow[]): string[] {
  const count = (text: string) => text.split(' ').filter(Boolean).length;
  const own = rows.filter(({ sku }) => productKey(sku) === what.split(' ')[0]);
  const there = new Set([
    ...from.split(' ').map(fileOf),
    ...own
      .filter(({ words }) => words.images > 0)
      .map(({ sheet, row }) => fileOf(textAt(sheet, row, 'image'))),
  ]);
  // One that the product does not have yet comes to it with the variant, once for all that name it.
  const brought = new Set(
    own.flatMap(({ words: { variantImage } }) =>
      variantImage && !there.has(variantImage) ? variantImage : [],
    ),
  );
  const listed = own.reduce((sum, { words }) => sum + words.images - words.removedImages, brought.size);
  const isTurned = [...from.split(' ')].sort().join() === [...to.split(' ')].sort().join();
  if (isTurned && !own.some(({ words }) => words.movesImage || words.isCut))
    return [`${what}s were put into another order, and the preview did not list it`];
  // A variant that is added may bring an image of its row along.
  const isNew = own.some(({ status }) => status === 'To create');
  // A row that says more than has room counts what it leaves out, which may be its own image and that of its variant.
  const left = own.flatMap(({ sheet, row, words: { isCut } }) =>
    isCut ? (['image', 'variantImage'] as const).filter((word) => textAt(sheet, row, word) !== '') : [],
  );
  return isNew || Math.abs(count(to) - count(from) - listed) <= left.length
    ? []
    : [`${what}s went from ${count(from)} to ${count(to)}, and the preview listed ${listed}`];
}
