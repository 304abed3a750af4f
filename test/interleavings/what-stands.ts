import type { Sheet } from '../../local/apps-script/runtime';
import type { CatalogDump, DumpedProduct } from '../../local/store/dump';
import { STATUS_HEADERS } from '../../src/catalog/tab/status-block';
import { HIDDEN_TABS } from '../../src/google/journals/hidden-tab';
import type { Workbench } from '../support/workbench';
import { headerRow } from './tidy';

/** What a merchant would compare: the store and the hidden state tab without ids and times, and each row's answer. */
export interface Standing {
  readonly products: readonly StandingProduct[];
  readonly state: StandingState;
  readonly rows: readonly AnsweredRow[];
  /** Rows of the hidden tab of bulk operations that are under way. */
  readonly inFlight: number;
}

export type StandingProduct = Omit<DumpedProduct, 'id'>;

/** The latest of each key. */
export type StandingState = Readonly<Record<string, unknown>>;

export interface AnsweredRow {
  /** The tab and what the merchant wrote, which we may have emptied. */
  readonly at: string;
  readonly sku: string;
  /** Status and message; empty where there is no answer. */
  readonly said: string;
}

export function whatStands(bench: Workbench): Standing {
  return {
    products: productsOf(bench.store.dump()),
    state: stateOf(bench, namesOf(bench)),
    rows: rowsOf(bench),
    inFlight: tabOf(bench, HIDDEN_TABS.pending)?.rows.length ?? 0,
  };
}

function tabOf({ runtime }: Workbench, wanted: string): Sheet | undefined {
  return runtime.state.workbook.sheets.find(({ name }) => name === wanted);
}

/** In an order of their own, since the store's depends on when somebody tried again. */
function productsOf({ products }: CatalogDump): StandingProduct[] {
  return products
    .map(({ id: _, variants, media, ...product }) => ({
      ...product,
      media: [...media].sort((one, other) => one.originalSource.localeCompare(other.originalSource)),
      variants: [...variants].sort((one, other) => `${one.sku}`.localeCompare(`${other.sku}`)).map(withoutId),
    }))
    .sort((one, other) => one.handle.localeCompare(other.handle));
}

/** The id is as good as none. */
function withoutId<Item extends { readonly id: string }>(item: Item): Item {
  return { ...item, id: '' };
}

/** What an id stands for, wherever it is written; of a medium only that it is one. */
function namesOf({ store: { state } }: Workbench): (text: string) => string {
  const names = new Map<string, string>();
  for (const { id, handle } of state.products.all()) names.set(id, `product ${handle}`);
  for (const { id, inventoryItemId } of state.variants.all()) {
    const sku = state.inventoryItems.get(inventoryItemId)?.sku;
    names.set(id, `variant ${sku}`).set(inventoryItemId, `item ${sku}`);
  }
  return (text) =>
    text.replace(
      /gid:\/\/shopify\/(\w+)\/\d+/g,
      (id, kind) => names.get(id) ?? (kind === 'Location' ? id : kind),
    );
}

function stateOf(bench: Workbench, named: (text: string) => string): StandingState {
  const latest = new Map<string, unknown>();
  for (const [key, ...parts] of tabOf(bench, HIDDEN_TABS.state)?.rows ?? []) {
    const text = named(parts.map((part) => String(part ?? '')).join(''));
    if (text === '') latest.delete(named(String(key)));
    else latest.set(named(String(key)), text.startsWith('{') ? JSON.parse(text, known) : text);
  }
  for (const key of [REVISION, 'sum']) latest.delete(key);
  // What a preview showed counts for whoever saw it, and is signed with a key that is drawn by lot. So is the mark of an
  // operation.
  // A choice is kept until the run that it was made for has ended, which a killed one has not.
  for (const key of [...latest.keys()]) if (/^(preview|chosen|operation)/.test(key)) latest.delete(key);
  return Object.fromEntries(latest);
}

/** How often the tab grew, which is more where somebody tried more often; the checksum depends on it. */
const REVISION = 'revision';

/**
 * A variant whose creation was never answered is taken for what it looks like, and not for ours: its stock at further
 * locations is asked about. An image that a variant brought is known by its id, and described, once it was seen. A note
 * of an Adjust cell that is empty again is forgotten when the row is next looked at, and no notes are as good as none.
 */
function known(key: string, value: unknown): unknown {
  // Whether an image has come is asked by the next run, so a run more knows it.
  if (key === 'isOurs' || key === 'unseen') return undefined;
  if (key === 'images') return Object.keys(value as object).sort();
  if (key === 'alts') return Object.entries(value as object).filter(([, pair]) => String(pair) !== ',');
  if (key !== 'stockNotes') return value;
  const notes = Object.entries(value as SavedNotes).filter(([, note]) => !note.isEmptied);
  return notes.length > 0 ? notes : undefined;
}

type SavedNotes = Readonly<Record<string, { readonly isEmptied?: boolean }>>;

/** The rows of the tabs that are synced, wherever a merchant moved them meanwhile. */
function rowsOf({ runtime }: Workbench): AnsweredRow[] {
  return runtime.state.workbook.sheets.flatMap((sheet) => {
    const header = headerRow(sheet);
    if (!header) return [];
    const textOf = (row: Sheet['rows'][number], column: string) => String(row[header.indexOf(column)] ?? '');
    const own = header.map(String).filter((name) => !NOT_SYNCED.includes(name));
    return sheet.rows
      .filter((row) => row !== header && textOf(row, 'SKU') !== '')
      .map((row) => ({
        at: `${sheet.name} ${own.map((name) => textOf(row, name)).join(',')}`,
        sku: textOf(row, 'SKU'),
        said: `${textOf(row, 'Sync status')} ${textOf(row, 'Sync message')}`.trim(),
      }))
      .sort((one, other) => one.at.localeCompare(other.at));
  });
}

const NOT_SYNCED: readonly string[] = [...STATUS_HEADERS, 'Note', ''];
