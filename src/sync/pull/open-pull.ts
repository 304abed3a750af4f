import type { PullChoice } from '../../answers/pull';
import type { FamilyFacts, FieldGroup } from '../../catalog/columns/column';
import { isField, isReadApart } from '../../catalog/columns/columns';
import type { TabLayout } from '../../catalog/tab/tab-layout';
import { factsOfPacks } from '../../catalog/writing/shop-columns';
import { type WrittenTab, writtenTab } from '../../catalog/writing/write-layout';
import type { ShopFacts } from '../../plan/model/snapshot';
import type { CatalogParts } from '../../ports/catalog-reader';
import { fail, type Result, succeed } from '../../ports/problem';
import type { StoreReader } from '../../ports/store';
import { openShop } from '../execution/open-shop';
import type { Services } from '../ground/services';
import type { State } from '../memory/state-tab';

/** A store, and the tab that its catalog is written into. */
export interface PullShop extends WrittenTab {
  readonly store: StoreReader;
  readonly shop: ShopFacts;
  readonly parts: CatalogParts;
}

export interface OpenPull extends PullShop {
  readonly state: State;
}

type Columns = Pick<PullChoice, 'form' | 'packs'>;

/** Writes nothing, so that it may be asked while something else runs. */
export function openPullShop(services: Services, columns: Columns): Result<PullShop> {
  const opened = openShop(services, groupsOf(columns));
  if (!opened.ok) return opened;
  const { store } = opened.value;
  const facts = factsOfPacks(columns.packs);
  const told =
    facts.length > 0 ? store.fetchFamilies(facts, opened.value.shop.accessScopes) : succeed(undefined);
  if (!told.ok) return told;
  const { accessScopes: granted } = opened.value.shop;
  const families = told.value && { ...told.value, granted };
  const shop: ShopFacts = { ...opened.value.shop, ...(families && { families }) };
  const names = shop.locations.map(({ name }) => name);
  const tab = writtenTab(columns.form, columns.packs, { locations: names, families });
  return tab ? succeed({ store, shop, ...tab, parts: partsOf(tab, families) }) : CONFUSING_LOCATION;
}

function groupsOf({ form, packs }: Columns): readonly FieldGroup[] {
  if (form === 'prices' || form === 'inventory') return [form];
  return packs.includes('stock') ? ['products', 'prices', 'inventory'] : ['products', 'prices'];
}

/** Parts to read for these columns besides the fields of products and variants. */
function partsOf({ layout, template }: WrittenTab, families: FamilyFacts = {}): CatalogParts {
  const { columns } = layout;
  const has = (is: (column: TabLayout['columns'][number]['column']) => boolean) =>
    columns.some(({ column }) => is(column));
  return {
    descriptions: has(({ kind }) => kind === 'html'),
    media:
      has(({ level, kind }) => level === 'image' || kind === 'url') ||
      template.columns.some(({ isPhoto }) => isPhoto),
    stock: has(({ level }) => level === 'stock'),
    values: columns.flatMap(({ column }) => (isField(column) && isReadApart(column) ? column.key : [])),
    ...(has(({ lists }) => lists === 'collections') && { collections: families.collections ?? [] }),
    ...(has(({ needs }) => needs === 'channels') && { channels: families.channels ?? [] }),
    ...(has(({ orders }) => orders !== undefined) && { options: true }),
    publishing: has(({ writtenBy }) => writtenBy === 'publishing'),
  };
}

const CONFUSING_LOCATION = fail(
  'invalid-input',
  'Two locations of the store have the same name, so their stock cannot stand side by side.',
  'Rename one of them in Shopify, or leave the stock out.',
);
