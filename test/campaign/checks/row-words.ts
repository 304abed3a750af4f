import type { Sheet } from '../../../local/apps-script/runtime';
import {
  type ColumnHere,
  canonical,
  cellAt,
  columnsOf,
  isOnlineStore,
  LOCATIONS,
  textAt,
  type Word,
  whatOf,
} from '../workbook/cells';

/** A change that a sentence beside a row names, with values as the store's facts have them. */
export interface NamedChange {
  readonly what: string;
  readonly header: string;
  readonly from: string;
  readonly to: string;
}

/** What the message of a row says. */
export interface RowWords {
  /** What is sent, or was. */
  readonly changes: readonly NamedChange[];
  /** Changes of long texts, which a row names by their header alone, with what the cell asks for. */
  readonly documents: readonly Pick<NamedChange, 'what' | 'to'>[];
  /** `Price: Shopify has 5.00, the sheet 6.00`: `from` is Shopify's. */
  readonly drifts: readonly NamedChange[];
  /** Names that come to a set, and that go from it. */
  readonly sets: Readonly<
    Record<'tags' | 'collections' | 'channels', { readonly added: Names; readonly removed: Names }>
  >;
  readonly published: 'TRUE' | 'FALSE' | undefined;
  /** Images that come, and that go. */
  readonly images: number;
  readonly removedImages: number;
  /** The file that a variant is to show: `Variant image: front.jpg` */
  readonly variantImage: string | undefined;
  /** `Image position 1 → 2` */
  readonly movesImage: boolean;
  /** Over 300 characters are not shown, so that something may be missing. */
  readonly isCut: boolean;
  /** `On hand (new) was not sent: …`, by its header. */
  readonly unsent: readonly string[];
}

type Names = readonly string[];

/** The columns that the message may speak of are those of the tab, and others where they are given. */
export function readWords(
  sheet: Sheet,
  row: number,
  message: string,
  columns: readonly ColumnHere[] = columnsOf(sheet),
): RowWords {
  const sku = textAt(sheet, row, 'sku');
  const sentences = message.split(/(?<=[.…])\s+(?=[A-Z])/).map((text) => text.replace(/\.$/, ''));
  const isOpen = (text: string) =>
    !/ (is|are) held: | waits: | waits? until |^Undone: |you changed it to/.test(text);
  const named = sentences.filter(isOpen);
  const namesIn = (texts: readonly string[]) =>
    texts.flatMap((text) => text.toLowerCase().split(', ')).filter(Boolean);
  const after = (start: string) =>
    namesIn(named.filter((text) => text.startsWith(start)).map((text) => text.slice(start.length)));
  const groups = (header: string) =>
    named.flatMap((text) => new RegExp(`^${header} ((?:added|removed): .*)$`).exec(text)?.[1] ?? []);
  const namesOf = (header: string, which: string) =>
    namesIn(
      groups(header).flatMap((text) =>
        text.split('; ').flatMap((part) => (part.startsWith(which) ? part.slice(which.length) : [])),
      ),
    );
  const ofGroups = (header: string) => ({
    added: namesOf(header, 'added: '),
    removed: namesOf(header, 'removed: '),
  });
  const channels = ofGroups('Channels');
  return {
    changes: named.flatMap((text) => [
      ...changesIn(text, { sku, columns }),
      ...sumIn(text, sku),
      ...clearedIn(text, { sku, columns }),
    ]),
    documents: named
      .flatMap((text) => documentsIn(text, columns))
      .map((column) => {
        const { word, header } = column;
        return { what: whatOf(sku, column), to: canonical(word, cellAt(sheet, row, header)) };
      }),
    drifts: named.flatMap((text) => driftIn(text, { sku, columns })),
    sets: {
      tags: { added: after('Tags added: '), removed: after('Tags removed: ') },
      collections: ofGroups('Collections'),
      channels: {
        added: channels.added.filter((name) => !isOnlineStore(name)),
        removed: channels.removed.filter((name) => !isOnlineStore(name)),
      },
    },
    published:
      /ublished to the Online Store/.test(message) || channels.added.some(isOnlineStore)
        ? 'TRUE'
        : /aken off the Online Store/.test(message) || channels.removed.some(isOnlineStore)
          ? 'FALSE'
          : undefined,
    images: named.join(' ').match(/Image added|n image will be added/g)?.length ?? 0,
    removedImages: named.join(' ').match(/Image removed|n image will be removed/g)?.length ?? 0,
    variantImage: named
      .flatMap((text) => partsOf(text, columns))
      .flatMap((text) => /^Variant image: (\S+)$/.exec(text)?.[1] ?? [])[0],
    movesImage: named.some((text) => /^Image position .* → /.test(text)),
    isCut: message.includes('…'),
    unsent: [
      ...named.flatMap((text) => /^(.*?)(?: at \w+)? was not sent: /.exec(text)?.[1] ?? []),
      ...(message.includes('This image was removed in Shopify')
        ? columns.filter(({ word }) => word === 'variantImage').map(({ header }) => header)
        : []),
    ],
  };
}

interface RowHere {
  readonly sku: string;
  readonly columns: readonly ColumnHere[];
}

/** `Vendor Acme → Dune, Variant Price 5.00 → 6.00` */
export function changesIn(text: string, { sku, columns }: RowHere): NamedChange[] {
  if (!text.includes(' → ') || text.includes(': Shopify has ')) return [];
  return partsOf(text, columns).flatMap((part) => {
    const found = columnIn(part, columns);
    const [, from, to] =
      /^(.*) → (.*?)(?:, which is below 0)?$/s.exec(part.slice(found?.length ?? 0).trim()) ?? [];
    // An alt text is of its image, and an order of its values, which the facts do not name.
    if (!found || ['alt', 'valueOrder'].includes(found.column.word) || from === undefined || to === undefined)
      return [];
    return [named(sku, found, { from, to })];
  });
}

/** Each change of a sentence that names several: `Vendor Acme → Dune`, `Body (HTML)`, `Variant image: front.jpg` */
function partsOf(text: string, columns: readonly ColumnHere[]): string[] {
  const headers = columns.map(({ header }) => header.replace(/[()[\]]/g, '\\$&')).join('|');
  return text.split(new RegExp(`, (?:and )?(?=(?:${headers})(?: at \\w+)?(?: |, |$)|Variant image: )`));
}

/** `Vendor Acme → Dune, Body (HTML)` */
function documentsIn(text: string, columns: readonly ColumnHere[]): ColumnHere[] {
  const parts = partsOf(text, columns);
  return columns.filter(({ word, header }) => DOCUMENTS.includes(word) && parts.includes(header));
}

const DOCUMENTS: readonly Word[] = ['description'];

/** `Available · Shop: 5 + 3 = 8` */
function sumIn(text: string, sku: string): NamedChange[] {
  const [, location, from = '', to = ''] = /^Available · (.*?): (-?\d+) [+−] \d+ = (-?\d+)/.exec(text) ?? [];
  const header = 'Adjust';
  return location ? [{ what: whatOf(sku, { word: 'available', location }), header, from, to }] : [];
}

/** `Variant Image: front.jpg → (none)` */
function clearedIn(text: string, { sku, columns }: RowHere): NamedChange[] {
  return columns
    .filter(({ word }) => word === 'variantImage')
    .flatMap((column) => {
      const { header } = column;
      const [, from] = /^: (\S+) → \(none\)$/.exec(text.slice(header.length)) ?? [];
      return from !== undefined && text.startsWith(header)
        ? [{ what: whatOf(sku, column), header, from: canonical('variantImage', from), to: '' }]
        : [];
    });
}

function driftIn(text: string, { sku, columns }: RowHere): NamedChange[] {
  const [, before, from, to] = /^(.*): Shopify has (.*), the sheet (.*)$/.exec(text) ?? [];
  const found = before && columnIn(before, columns);
  return found && from !== undefined && to !== undefined ? [named(sku, found, { from, to })] : [];
}

interface Found {
  readonly column: ColumnHere;
  readonly location: string | undefined;
  readonly length: number;
}

/** The longest header that a text begins with: `Price` is the begin of no other, `Status` neither, `On hand (new)` is one. */
export function columnIn(text: string, columns: readonly ColumnHere[]): Found | undefined {
  const column = [...columns]
    .sort((a, b) => b.header.length - a.header.length)
    .find(({ header }) => text === header || text.startsWith(`${header} `));
  if (!column) return undefined;
  const rest = text.slice(column.header.length);
  const named = LOCATIONS.find((name) => rest.startsWith(` · ${name}`));
  return {
    column,
    location: column.location ?? named,
    length: column.header.length + (named ? ` · ${named}`.length : 0),
  };
}

function named(sku: string, { column, location }: Found, values: { from: string; to: string }): NamedChange {
  const { header } = column;
  // What is added comes to what is available, and an undo names both numbers of that by the column.
  const word = column.word === 'adjust' ? 'available' : column.word;
  const what = whatOf(sku, { word, location: location ?? LOCATIONS[0] });
  return { what, header, from: canonical(word, values.from), to: canonical(word, values.to) };
}
