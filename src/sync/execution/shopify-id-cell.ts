import type { DesiredCatalog } from '../../catalog/building/desired';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { type Gid, legacyId } from '../../catalog/values/gid';
import { itemOf, itemOfNumber, type RowItem, rowItems, wasDeleted } from '../../plan/identity/row-item';
import type { Base } from '../../plan/model/base';

/** The content of a row's Shopify ID cell, and the page of Shopify admin that it links to. */
interface ShownItem {
  readonly id: string;
  readonly link: string;
}

/** Chooses it from what the row's words mean, what an outcome named, and the ID that stands there already. */
export type ChooseItem = (ref: RowRef, named: Gid | undefined, standing: string) => ShownItem | undefined;

export function chooseShownItem(
  desired: DesiredCatalog,
  base: Base,
  linkTo: (item: RowItem) => string,
): ChooseItem {
  const byWords = rowItems(desired, base);
  const joined = new Set(
    desired.products
      .flatMap(({ variants }) => variants.flatMap((variant) => variant.joined ?? []))
      .flatMap(({ rows }) => rows.map(rowKey)),
  );
  return (ref, named, standing) => {
    const found = byWords(ref);
    // A row that finds another item than it was keeps the ID that says so, until somebody clears it.
    const before = itemOfNumber(standing, base);
    const told = itemOf(named, base) ?? before;
    // A row whose variant was deleted keeps the variant's ID: the ID of its product would name another item.
    if (wasDeleted(standing, base) && !told?.variantId && !found?.variantId) return undefined;
    const meant = found && (!told || isPartOf(told, found)) ? found : told;
    // What is said of a product alone takes no variant's ID away.
    const item = meant && before && isPartOf(meant, before) ? before : meant;
    // A row of prices or stock whose variant is still to be made is not its product.
    if (item && !item.variantId && joined.has(rowKey(ref))) return undefined;
    return item && { id: legacyId(item.variantId ?? item.productId), link: linkTo(item) };
  };
}

/** Whether it is the same, or the product of which the other one is a variant. */
function isPartOf(told: RowItem, { productId, variantId }: RowItem): boolean {
  return told.productId === productId && (!told.variantId || told.variantId === variantId);
}
