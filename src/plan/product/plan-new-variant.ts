import type { DesiredFields, DesiredVariant } from '../../catalog/building/desired';
import { type Field, type FieldKey, fieldsIn } from '../../catalog/columns/columns';
import type { RowIssue } from '../../catalog/tab/row';
import { compact } from '../../catalog/values/arrays';
import { hasValue } from '../../catalog/values/cell';
import { nameKey } from '../../catalog/values/plain-name';
import { canonicalCell } from '../compare/canonical';
import { groupsOfNew } from '../compare/listed-groups';
import { placeOf, refusalOf, resolveValue, sayUnresolved } from '../compare/resolve-value';
import { deletedItem } from '../identity/anchors';
import type { FieldChange, NewVariant } from '../model/action';
import type { ItemContext } from '../model/item-context';
import { whyNotListed } from '../price-lists/plan-list-prices';
import { planNewStock } from '../stock/plan-new-stock';
import { contradictingBarcodes } from './contradicting-barcodes';
import { doubtCompareAt, unpriced } from './prices';

/** A variant that Shopify does not have, of a new or an existing product; or the reason why it cannot be created. */
export function planNewVariant(
  variant: DesiredVariant,
  isSeen: boolean,
  context: ItemContext,
): NewVariant | { readonly problems: readonly RowIssue[] } {
  const counted = fieldsIn(variant.fields).flatMap(({ key }) => {
    const value = variant.fields[key];
    return value?.cell.kind === 'edit'
      ? [
          {
            ...value,
            message: `${value.column} is counted from a price in Shopify, and this variant is new. Type the price itself.`,
          },
        ]
      : [];
  });
  if (counted.length > 0) return { problems: counted };
  const stock = planNewStock(variant, context);
  if ('problems' in stock) return stock;
  const image = variant.imageUrl?.cell;
  const changes = newFields(variant.fields, context);
  const problems = changes.flatMap((change) => {
    const message = refusalOf(change) ?? whyNotListed(change, changes, { isSaid: () => false });
    return message ? [{ ref: change.ref, column: change.column, message }] : [];
  });
  const both = contradictingBarcodes(variant.fields);
  if (both) problems.push({ ...both.one, message: both.message });
  if (problems.length > 0) return { problems };
  const note = unpriced(variant, isSeen, context);
  for (const doubt of variant.doubts ?? []) context.draft.say(variant.ref, 'unchanged', doubt);
  return {
    ref: variant.ref,
    optionValues: variant.optionValues ?? [],
    ...note,
    changes: doubtCompareAt(changes),
    blanks: blankFields(variant.fields, context),
    stock,
    imageUrl: hasValue(image) ? image.value : undefined,
  };
}

/** All fields of a new item with a value; Shopify sets its default for blank ones. */
export function newFields(fields: DesiredFields, context: ItemContext): readonly FieldChange[] {
  const { snapshot, shop, draft } = context;
  const changes: FieldChange[] = [];
  for (const { key, identifies, lists, writtenBy, whyShown } of fieldsIn(fields)) {
    const value = fields[key];
    const sheet = value && canonicalCell(key, value.cell);
    if (!value || !sheet || identifies === 'product' || isPublished(writtenBy)) continue;
    if (whyShown) {
      draft.tell(value, { status: 'not-synced', words: (column) => `${column} is not sent: ${whyShown}` });
      continue;
    }
    const to = lists ? groupsOfNew(lists, value, shop) : resolveValue(key, value, snapshot);
    if (to === undefined || to === null) draft.tell(value, sayUnresolved(key, value, context));
    else changes.push({ key, from: null, to, sheet, ...placeOf(value) });
  }
  return compact(changes);
}

/** Sent once the item exists. */
function isPublished(writtenBy: Field['writtenBy']): boolean {
  return writtenBy === 'publishing' || writtenBy === 'channels';
}

/** Blank columns, and a category that was not found: the taxonomy may have it later. */
export function blankFields(fields: DesiredFields, { snapshot }: ItemContext): readonly FieldKey[] {
  const blank = fieldsIn(fields).filter(({ key, writtenBy }) => {
    const value = fields[key];
    if (!value || isPublished(writtenBy)) return false;
    const isUntold = hasValue(value.cell) && resolveValue(key, value, snapshot) === undefined;
    return isUntold || value.cell.kind === 'blank';
  });
  return compact(blank.map(({ key }) => key));
}

/** A SKU that another product of the store already has: usually a renamed handle, never a second item. */
export function doubledSku(
  { sku = '' }: DesiredVariant,
  { ownersOfSku, handlesOfSku, losesSku }: ItemContext,
  own?: string,
): string | undefined {
  // Many items have no SKU.
  if (!sku) return undefined;
  const elsewhere = ownersOfSku(sku)
    .filter((owner) => owner.sku === sku && !losesSku(owner.id, sku))
    .flatMap(({ handle }) => handle ?? [])
    .find((handle) => handle !== own && !handlesOfSku(sku)?.has(nameKey(handle)));
  return elsewhere === undefined
    ? undefined
    : `The SKU “${sku}” belongs to the product “${elsewhere}” in Shopify. Use that handle, or another SKU.`;
}

/**
 * Tells that Shopify has the SKU of a row whose handle it does not have, whatever other rows of the sheet say of it: the item may
 * be there under another handle. Nowhere if it was deleted from here.
 */
export function skuElsewhere(row: DesiredVariant, context: ItemContext): string | undefined {
  if (deletedItem(row.ref, context)) return undefined;
  return doubledSku(row, { ...context, handlesOfSku: () => undefined });
}
