import type { PullChoice } from '../../answers/pull';
import { FORMS, type Form, PACKS, type Pack } from '../../catalog/writing/forms';
import type { CatalogFilter, CatalogPlace, CatalogSize } from '../../ports/catalog-reader';
import type { Problem, ProblemKind } from '../../ports/problem';
import {
  anyOf,
  fields,
  flag,
  listOf,
  matching,
  maybe,
  oneOf,
  orNull,
  readStored,
  text,
  time,
  whole,
} from '../../ports/shape';
import type { RowSpan } from '../../ports/tabs';
import type { Services } from '../ground/services';
import { pulledTabKey } from '../tabs/ticked-tabs';

/** The life of a pull: it goes on over several executions, and its tab is ticked once it is full. */
export interface Pull {
  readonly id: string;
  /** A copied spreadsheet brings the record along, but is filled by nobody. */
  readonly spreadsheetId: string;
  readonly shop: string;
  readonly sheetId: number;
  readonly form: Form;
  readonly packs: readonly Pack[];
  readonly search: string;
  readonly size: CatalogSize;
  readonly place: CatalogPlace | null;
  /** Rows that are about to be written, or were when the execution was killed. */
  readonly open: RowSpan | null;
  readonly products: number;
  readonly rows: number;
  readonly unshown: number;
  /** Products that rows of other ticked tabs mean too. */
  readonly shared?: number | undefined;
  readonly startedAtMs: number;
  /** It adds what its filter finds newly to a tab that was full; what is remembered is not new. */
  readonly adds?: true | undefined;
  readonly state: PullState;
}

/** `running` is also one whose execution was killed. */
type PullState =
  | { readonly kind: 'running' | 'finished' }
  | { readonly kind: 'paused' | 'stopped' | 'failed'; readonly problem: Problem | null };

const count = whole();
const names = maybe(listOf(text(), 10_000));
const form = oneOf(...(Object.keys(FORMS) as Form[]));
const packs = listOf(oneOf(...PACKS), 20);

const filterShape = fields<CatalogFilter>({
  status: maybe(text(100)),
  vendor: maybe(text(300)),
  productType: maybe(text(300)),
  tag: maybe(text(300)),
  collection: maybe(text(300)),
  category: maybe(text()),
  changedSince: maybe(matching(/^\d{4}-\d\d-\d\d$/)),
  isOutOfStock: maybe(flag),
  handles: names,
  skus: names,
  search: maybe(text()),
});

export const choiceShape = fields<PullChoice>({
  form,
  packs,
  filter: filterShape,
  into: maybe(oneOf('this-tab')),
  onlySelected: maybe(flag),
});

const problem = orNull(
  fields<Problem>({
    kind: matching<ProblemKind>(/^[a-z-]{1,40}$/),
    message: text(),
    nextStep: text(),
    link: maybe(text()),
  }),
);

const pullShape = fields<Pull>({
  id: text(),
  spreadsheetId: text(),
  shop: text(),
  sheetId: count,
  form,
  packs,
  search: text(100_000),
  size: fields<CatalogSize>({ products: count, variants: count, rows: count, isExact: flag }),
  place: orNull(
    anyOf<CatalogPlace>(
      fields({ kind: oneOf('page'), after: text() }),
      fields({
        kind: oneOf('bulk'),
        operation: text(),
        done: maybe(count),
        apart: maybe(text()),
        prices: maybe(text()),
      }),
    ),
  ),
  open: orNull(fields<RowSpan>({ firstRow: count, rowCount: count })),
  products: count,
  rows: count,
  unshown: count,
  shared: maybe(count),
  startedAtMs: time,
  adds: maybe(oneOf<true>(true)),
  state: anyOf<PullState>(
    fields({ kind: oneOf('running', 'finished') }),
    fields({ kind: oneOf('paused', 'stopped', 'failed'), problem }),
  ),
});

/** A property holds 9 KB, and the search is kept in one. */
export const LONGEST_SEARCH = 6_000;

const KEY = 'pull';
const CANCELLED_KEY = 'cancelled-pull';

export function loadPull({ settings, spreadsheet }: Services): Pull | undefined {
  const pull = readStored(pullShape, settings.load(KEY));
  return pull?.spreadsheetId === spreadsheet.id() ? pull : undefined;
}

export function savePull({ settings }: Services, pull: Pull): void {
  settings.save(KEY, JSON.stringify(pull));
}

/** Called before another pull begins: if that one is killed before it is recorded, the earlier one must not be taken for it. */
export function forgetPull({ settings }: Services): void {
  settings.remove(KEY);
}

/** Asks it to stop; it looks between blocks. */
export function cancelPull(services: Services): null {
  const pull = loadPull(services);
  if (pull) services.settings.save(CANCELLED_KEY, pull.id);
  return null;
}

export function isPullCancelled({ settings }: Services, { id }: Pick<Pull, 'id'>): boolean {
  return settings.load(CANCELLED_KEY) === id;
}

export function forgetPullCancelled({ settings }: Services): void {
  settings.remove(CANCELLED_KEY);
}

/** How a tab was filled: what its filter finds later belongs there too. */
export type PulledTab = Pick<Pull, 'spreadsheetId' | 'shop' | 'sheetId' | 'form' | 'packs' | 'search'>;

const pulledTab = fields<PulledTab>({
  spreadsheetId: text(),
  shop: text(),
  sheetId: count,
  form,
  packs,
  search: text(100_000),
});

export function savePulledTab({ settings, spreadsheet }: Services, pull: Pull): void {
  const { spreadsheetId, shop, sheetId } = pull;
  const before = loadPulledTab({ settings, spreadsheet }, sheetId);
  const search = before?.shop === shop ? eitherSearch(before.search, pull.search) : pull.search;
  const kept: PulledTab = { spreadsheetId, shop, sheetId, form: pull.form, packs: pull.packs, search };
  settings.save(pulledTabKey(sheetId), JSON.stringify(kept));
}

/** A tab that was filled by two filters holds what either finds. */
function eitherSearch(one: string, other: string): string {
  if (one === other) return one;
  if (one === '' || other === '') return '';
  const either = `(${one}) OR (${other})`;
  return either.length > LONGEST_SEARCH ? one : either;
}

export function loadPulledTab(
  { settings, spreadsheet }: Pick<Services, 'settings' | 'spreadsheet'>,
  sheetId: number,
): PulledTab | undefined {
  const kept = readStored(pulledTab, settings.load(pulledTabKey(sheetId)));
  return kept?.spreadsheetId === spreadsheet.id() ? kept : undefined;
}
