import type { DesiredCatalog, DesiredVariant } from '../../catalog/building/desired';
import type { FieldGroup } from '../../catalog/columns/column';
import { type FieldKey, fieldNamed } from '../../catalog/columns/columns';
import { type RowIssue, rowKey } from '../../catalog/tab/row';
import type { Gid } from '../../catalog/values/gid';
import { knownLooseVariant, knownProduct } from '../compare/known-items';
import { matchBaseVariant } from '../compare/match-variant';
import { levelName } from '../compare/messages';
import { itemOf } from '../compare/undone-marks';
import type { Base, BaseProduct, BaseRecord, BaseVariant, Differences } from '../model/base';
import { FIELD_GROUPS, type SyncPolicy } from '../model/policy';
import { target, VARIANT_IMAGE, type ValueKey } from '../model/replaced-value';
import type { ShopFacts } from '../model/snapshot';
import type { PlanDraft } from '../model/sync-plan';
import { cellsNow } from './current-cells';
import type { Partition } from './in-step';
import { sayOtherCase } from './other-names';
import { type AnchorContext, anchoredItem, rowItems } from './row-item';

type Item = BaseProduct | BaseVariant;
type Rows = Pick<DesiredCatalog, 'products' | 'variants'>;

/** Values of an image, whose messages are complete sentences. */
const OF_IMAGES = /^(alt|image|place) /;

/** Differences that this run found, and those remembered of groups that it leaves out. */
export function joinDifferences(
  found: Differences,
  known: Pick<Item, 'differs'> | undefined,
  { groups }: Pick<SyncPolicy, 'groups'>,
): Pick<Item, 'differs'> {
  const groupOf = (key: string) =>
    key === VARIANT_IMAGE || OF_IMAGES.test(key)
      ? 'products'
      : (fieldNamed(key as FieldKey)?.group ?? 'inventory');
  const others = Object.entries(known?.differs ?? {}).filter(([key]) => !groups.includes(groupOf(key)));
  const differs: Differences = { ...Object.fromEntries(others), ...found };
  return Object.keys(differs).length > 0 ? { differs } : {};
}

interface Known extends AnchorContext {
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

/**
 * Repeats what differed when items were last compared, as far as their cells still say the same: of what was read, for the
 * groups that the run leaves out.
 */
export function sayDifferences({ inStep, changed }: Partition, context: Known, draft: PlanDraft): void {
  const { groups } = context.policy;
  repeatDifferences(inStep, () => true, context, draft);
  if (groups.length < FIELD_GROUPS.length)
    repeatDifferences(changed, (group) => !groups.includes(group), context, draft);
}

function repeatDifferences(
  items: Rows,
  isMeant: (group: FieldGroup) => boolean,
  context: Known,
  draft: PlanDraft,
): void {
  const { base, policy, shop } = context;
  const rows = rowsOfDiffering(items, base);
  const { cells } = cellsNow(rows, base, policy, shop);
  const say = ({ id, differs = {} }: Item) => {
    for (const [key, { sheet, words }] of Object.entries(differs)) {
      const cell = cells.get(target(id, key as ValueKey));
      if (!cell || cell.sheet !== sheet || !isMeant(cell.group)) continue;
      const { locationName } = cell;
      const nameOf = (column: string) =>
        OF_IMAGES.test(key) ? '' : locationName ? levelName({ column, locationName }) : column;
      const status = key.startsWith('image ') ? 'not-synced' : 'differs';
      // A row whose Shopify ID is of another item may not mean this one.
      const [first, ...also] = cell.cells.filter(({ ref }) => {
        const item = anchoredItem(ref, context);
        return !item || item.variantId === id || item.productId === id;
      });
      if (first) draft.tell({ ...first, also }, { status, words: (column) => nameOf(column) + words });
    }
  };
  const sayVariant = (row: DesiredVariant, known: BaseVariant | undefined) => {
    if (known?.typedOptions) sayOtherCase(row, known, { draft });
    if (known) say(known);
  };
  for (const product of rows.products) {
    const known = knownProduct(product, base);
    const own = known ? base.variantsOf(known.id) : [];
    if (known) say(known);
    for (const row of product.variants) sayVariant(row, matchBaseVariant(row, own));
  }
  for (const row of rows.variants) sayVariant(row, knownLooseVariant(row, base));
}

/** Most items have no differences, and searching for their cells is slow. */
function rowsOfDiffering({ products, variants }: Rows, base: Base): Rows {
  const isTold = (item: BaseProduct | BaseVariant | undefined) =>
    item?.differs !== undefined || (item?.kind === 'variant' && item.typedOptions !== undefined);
  return {
    products: products.filter((product) => {
      const known = knownProduct(product, base);
      return known && (isTold(known) || base.variantsOf(known.id).some(isTold));
    }),
    variants: variants.filter((row) => isTold(knownLooseVariant(row, base))),
  };
}

/**
 * Marks the items of rows with a message that follows from none of their cells, for example that a name moved or the item
 * is gone. They are compared at each sync until there is no message left. `issues` are found without reading Shopify.
 */
export function markOpen(desired: Rows, issues: readonly RowIssue[], base: Base, draft: PlanDraft): void {
  const known = new Set(issues.map(({ ref, message }) => `${rowKey(ref)} ${message}`));
  const told = draft.outcomes.filter(
    ({ status, column, ref, message }) =>
      (status === 'conflict' || status === 'differs' || status === 'error') &&
      column === undefined &&
      !known.has(`${rowKey(ref)} ${message}`),
  );
  if (told.length === 0) return;
  const itemAt = rowItems(desired, base);
  const adopted = new Map<Gid, Item>(
    draft.adopted.flatMap((record) => (isItem(record) ? [[record.id, record]] : [])),
  );
  const ids = told.flatMap(({ ref, shopifyId }): Gid[] => {
    const item = itemAt(ref);
    // Its names may be known only from this run on.
    const id = item ? (item.variantId ?? item.productId) : shopifyId;
    return id ? [id] : [];
  });
  for (const id of new Set(ids)) {
    const record = adopted.get(id) ?? itemOf(id, base);
    if (record) draft.adopt({ ...record, isOpen: true });
  }
}

function isItem(record: BaseRecord): record is Item {
  return record.kind === 'product' || record.kind === 'variant';
}

/** Memory of a preview: the differences only, nothing that a run decides by. */
export function foundBy(adopted: readonly BaseRecord[], base: Base): readonly Item[] {
  const last = new Map(adopted.flatMap((record) => (isItem(record) ? [[record.id, record] as const] : [])));
  return [...last.values()].flatMap(({ id, differs, isOpen }): Item[] => {
    const known = itemOf(id, base);
    if (!known) return [];
    const { differs: before, isOpen: was, ...item } = known;
    const isSame = isOpen === was && JSON.stringify(differs) === JSON.stringify(before);
    return isSame ? [] : [{ ...item, ...(differs && { differs }), ...(isOpen && { isOpen }) }];
  });
}
