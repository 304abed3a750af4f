import type { DesiredProduct } from '../../catalog/building/desired';
import { type Gid, legacyId } from '../../catalog/values/gid';
import { type ListedGroups, ONE_OF } from '../../catalog/values/memberships';
import { canonicalCell } from '../compare/canonical';
import { knownProduct } from '../compare/known-items';
import type { Base, BaseProduct } from '../model/base';

/** A name that one group had at the last sync and that another one has now. */
export interface MovedGroup {
  readonly lists: ListedGroups;
  readonly from: Gid;
  readonly to: Gid;
}

/**
 * The records of products whose cells name a group that is another one now. Nobody edited such a cell, so that the product
 * neither leaves the one nor joins the other, and its row says so.
 */
export function withMovedGroups(
  products: readonly DesiredProduct[],
  base: Base,
  moves: readonly MovedGroup[],
): BaseProduct[] {
  return products.flatMap((product) => {
    const known = knownProduct(product, base);
    const record = known && moves.reduce((before, move) => withMoved(product, before, move), known);
    return record && record !== known ? [record] : [];
  });
}

function withMoved(
  { fields }: DesiredProduct,
  known: BaseProduct,
  { lists, ...move }: MovedGroup,
): BaseProduct {
  const value = fields[lists];
  const [said, store = ''] = known.fields[lists] ?? [];
  const [from, to] = [legacyId(move.from), legacyId(move.to)];
  const has = value && canonicalCell(lists, value.cell)?.split(',');
  const ids = said?.split(',') ?? [];
  if (!has?.includes(to) || has.includes(from) || !ids.includes(from)) return known;
  const sheet = [...new Set(ids.map((id) => (id === from ? to : id)))].sort().join(',');
  const words = `: another ${ONE_OF[lists]} has a name of this cell in Shopify now, so nothing was changed. To move the product, take the name out of the cell, sync, and type it again.`;
  return {
    ...known,
    fields: { ...known.fields, [lists]: [sheet, store] },
    differs: { ...known.differs, [lists]: { sheet, words } },
  };
}
