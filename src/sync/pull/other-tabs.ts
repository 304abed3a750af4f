import type { DesiredCatalog } from '../../catalog/building/desired';
import type { Gid, ProductId, VariantId } from '../../catalog/values/gid';
import { itemOf } from '../../plan/compare/undone-marks';
import { cellsNow } from '../../plan/identity/current-cells';
import { joinKnown } from '../../plan/identity/join-known-rows';
import { anchoredItem } from '../../plan/identity/row-item';
import { target } from '../../plan/model/replaced-value';
import type { Services } from '../ground/services';
import { loadPolicy } from '../ground/settings';
import type { RefreshedCell } from '../memory/refresh-journal';
import { readCatalog } from '../tabs/read-catalog';
import { recogniseTabs } from '../tabs/ticked-tabs';
import { rowNames } from './beside-others';
import type { OpenPull } from './open-pull';

type Rows = Pick<DesiredCatalog, 'products' | 'variants'>;

interface OtherRows extends Rows {
  /** Items of rows that are in error or left out, by their Shopify ID: what their cells say is not known. */
  readonly unread: ReadonlySet<Gid>;
}

const NONE: OtherRows = { products: [], variants: [], unread: new Set() };

/** Desired catalog of the ticked tabs besides this one. */
function readOthers(
  services: Services,
  { shop, state }: Pick<OpenPull, 'shop' | 'state'>,
  sheetId?: number,
): OtherRows {
  const tabs = recogniseTabs(services).filter(({ ticked, handle }) => ticked && handle.sheetId !== sheetId);
  if (tabs.length === 0) return NONE;
  const read = readCatalog(services, tabs, shop);
  const context = { ...read, ...state };
  const joined = joinKnown(read.desired, context);
  const unread = [...joined.issues, ...joined.skipped].flatMap(({ ref }): Gid[] => {
    const { productId, variantId } = anchoredItem(ref, context) ?? {};
    return [...(productId ? [productId] : []), ...(variantId ? [variantId] : [])];
  });
  return { ...joined, unread: new Set(unread) };
}

/** Finds their rows by the names that they give their items. */
export function otherRows(
  services: Services,
  open: Pick<OpenPull, 'shop' | 'state'>,
  sheetId: number,
): { readonly rowsOf: (names: readonly string[]) => Rows; readonly unread: ReadonlySet<Gid> } {
  const { products, variants, unread } = readOthers(services, open, sheetId);
  const [productsBy, variantsBy] = [byName(products), byName(variants)];
  return {
    unread,
    rowsOf: (names) => ({ products: found(productsBy, names), variants: found(variantsBy, names) }),
  };
}

function byName<Row extends Parameters<typeof rowNames>[0]>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const by = new Map<string, Row[]>();
  for (const row of rows) {
    for (const name of rowNames(row)) {
      const known = by.get(name);
      if (known) known.push(row);
      else by.set(name, [row]);
    }
  }
  return by;
}

function found<Row>(by: ReadonlyMap<string, readonly Row[]>, names: readonly string[]): readonly Row[] {
  return [...new Set(names.flatMap((name) => by.get(name) ?? []))];
}

/** Tells whether a cell of another ticked tab says something else than Shopify has, as far as it can be read. */
export function otherSays(
  services: Services,
  open: Pick<OpenPull, 'shop' | 'state'>,
  sheetId: number,
): (cell: Pick<RefreshedCell, 'id' | 'value' | 'store'>) => boolean {
  const rows = readOthers(services, open, sheetId);
  const { cells } = cellsNow(rows, open.state.base, loadPolicy(services.settings), open.shop);
  return ({ id, value, store }) =>
    rows.unread.has(id) || (cells.get(target(id, value))?.sheet ?? store) !== store;
}

/** How many known products each ticked tab speaks of. */
export function productsInTabs(
  services: Services,
  open: Pick<OpenPull, 'shop' | 'state'>,
): ReadonlyMap<string, number> {
  const { base } = open.state;
  const { rows } = cellsNow(readOthers(services, open), base, loadPolicy(services.settings), open.shop);
  const products = new Map<string, Set<Gid>>();
  for (const [id, { tab }] of rows) {
    const item = itemOf(id as ProductId | VariantId, base);
    const product = item?.kind === 'variant' ? item.productId : id;
    products.set(tab, (products.get(tab) ?? new Set()).add(product));
  }
  return new Map([...products].map(([tab, ids]) => [tab, ids.size]));
}
