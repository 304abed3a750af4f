import type { PullChoice, PullEstimate } from '../../answers/pull';
import type { CatalogFilter, CatalogSize } from '../../ports/catalog-reader';
import { fail, type Result, succeed } from '../../ports/problem';
import { withMemory } from '../execution/open-run';
import type { Services } from '../ground/services';
import { openPullShop, type PullShop } from './open-pull';
import { productsInTabs } from './other-tabs';
import { LONGEST_SEARCH } from './pull-record';
import { pullTarget, targetWords } from './pull-target';
import { withSelected } from './selected-names';

/** Source: https://support.google.com/drive/answer/37603 */
const MOST_CELLS = 10_000_000;
/** Cells of an item's row in the hidden tab of the memory. */
const CELLS_REMEMBERED = 3;
/** As Google makes it. */
const NEW_TAB = { rows: 1_000, columns: 26 };
const PER_SECOND = { rows: 400, products: 100 };
const AT_LEAST_SECONDS = 5;

export interface MeasuredPull {
  readonly search: string;
  readonly size: CatalogSize;
  readonly estimate: PullEstimate;
}

/** Estimates how much a pull of this choice would add; writes nothing. */
export function estimatePull(services: Services, choice: PullChoice): Result<PullEstimate> {
  const opened = openPullShop(services, choice);
  if (!opened.ok) return opened;
  const measured = measurePull(services, choice, opened.value);
  if (!measured.ok) return measured;
  const remembered = withMemory(services, opened.value);
  if (!remembered.ok) return remembered;
  const target = pullTarget(services, opened.value, choice);
  if (!target.ok) return target;
  const besides = besidesOf(productsInTabs(services, remembered.value));
  return succeed({ ...measured.value.estimate, into: targetWords(target.value), besides });
}

/** A problem where nothing is found, a word of the filter is not known, or the spreadsheet has no room for it. */
export function measurePull(services: Services, choice: PullChoice, open: PullShop): Result<MeasuredPull> {
  const filter = withSelected(services, choice);
  if (!filter.ok) return filter;
  const { catalog } = open.store;
  const search = catalog.findSearch(filter.value);
  if (!search.ok) return search;
  if (search.value.length > LONGEST_SEARCH) return TOO_LONG;
  const measured = catalog.measure(search.value);
  if (!measured.ok) return measured;
  const size = measured.value;
  if (size.products === 0) return nothingFound(filter.value);
  const columns = open.template.columns.length;
  const isLong = open.layout.columns.some(({ column }) => column.identifies === 'location');
  const rows =
    open.layout.kind === 'products'
      ? size.rows
      : size.variants * (isLong ? Math.max(1, open.shop.locations.length) : 1);
  const wanted =
    Math.max(rows + 1, NEW_TAB.rows) * Math.max(columns, NEW_TAB.columns) +
    (size.products + size.variants) * CELLS_REMEMBERED;
  const free = MOST_CELLS - services.spreadsheet.cellCount();
  if (wanted > free) return tooManyCells(wanted, free);
  const seconds = Math.max(
    AT_LEAST_SECONDS,
    Math.round(rows / PER_SECOND.rows + size.products / PER_SECOND.products),
  );
  const { products, variants } = size;
  const isExact = size.isExact && !isLong;
  const words = `${count(size.products, 'product')}, ${isExact ? '' : 'about '}${count(rows, 'row')} × ${columns} columns, about ${duration(seconds)}`;
  const remembers = `What is written is remembered as in step, for ${count(products, 'product')} and ${count(variants, 'variant')}: a preview right after finds nothing to send.`;
  return succeed({
    search: search.value,
    size,
    estimate: {
      products,
      variants,
      rows,
      columns,
      seconds,
      isExact,
      words,
      remembers,
      into: '',
      besides: '',
    },
  });
}

/** Two ticked tabs that say the same are one; where they say two things, nothing of it is sent. */
function besidesOf(tabs: ReadonlyMap<string, number>): string {
  const [first, ...others] = tabs;
  if (!first) return '';
  const [name, products] = first;
  const more = others.length > 0 ? ` and ${count(others.length, 'other tab')} are` : ' is';
  return `“${name.slice(0, 60)}” (${count(products, 'product')})${more} ticked already. Edit each cell in one tab only, or untick the old one: two values that differ are not sent.`;
}

function nothingFound(filter: CatalogFilter): Result<never> {
  return Object.keys(filter).length === 0
    ? fail(
        'invalid-input',
        'This store has no products yet.',
        'Add one in Shopify, or set up tabs to fill in.',
      )
    : fail('invalid-input', 'The filter finds no product in this store.', 'Choose another filter, or none.');
}

function tooManyCells(wanted: number, free: number): Result<never> {
  return fail(
    'sheet-full',
    `This would take ${number(wanted)} cells, and this spreadsheet has room for ${number(Math.max(0, free))} more: Google allows ${number(MOST_CELLS)}.`,
    'Choose fewer columns or a filter, or begin in a new spreadsheet.',
  );
}

export function count(amount: number, noun: string): string {
  return `${number(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}

function number(amount: number): string {
  return amount.toLocaleString('en-US');
}

function duration(seconds: number): string {
  if (seconds < 50) return `${Math.ceil(seconds / 5) * 5} seconds`;
  return count(Math.max(1, Math.round(seconds / 60)), 'minute');
}

const TOO_LONG = fail(
  'invalid-input',
  'The filter is too long, because it names too many products.',
  'Select fewer rows, or choose another filter.',
);
