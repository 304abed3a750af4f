import type { DesiredCatalog, DesiredFields, DesiredVariant } from '../../catalog/building/desired';
import { fieldNamed } from '../../catalog/columns/columns';
import { hasValue, quantitySaid } from '../../catalog/values/cell';
import { skuKey } from '../../catalog/values/plain-name';
import { canonical, canonicalCell } from '../compare/canonical';
import { decide, preferencesOf } from '../compare/decide';
import { levelName, showField, whyUnsent } from '../compare/messages';
import { type RowItem, rowItems } from '../identity/row-item';
import { type Pair, quantityKey } from '../model/base';
import {
  levelKey,
  type ShopFacts,
  type StoreFields,
  type StoreSnapshot,
  type StoreVariant,
} from '../model/snapshot';
import { resolveStockLocations } from '../stock/stock-locations';
import { explainImages, explainVariantImage, type KnownOfImages } from './explain-images';
import { ASKS_NOTHING, EMPTY, type ExplainedCell, NOT_THERE, place, RULES } from './explained';

interface Known extends KnownOfImages {
  readonly desired: Pick<DesiredCatalog, 'products' | 'variants'>;
  readonly snapshot: Pick<StoreSnapshot, 'products' | 'variants' | 'levels'>;
  readonly shop: Pick<ShopFacts, 'locations'>;
}

/** Explains every field, level and image in the sheet for the item with this SKU, including those of its product. */
export function explainItem(sku: string, known: Known): ExplainedCell[] {
  const { desired, base, snapshot } = known;
  const itemAt = rowItems(desired, base);
  const plain = (text: string) => skuKey(text).toLowerCase();
  const isIt = (variant: DesiredVariant) => plain(skuOf(variant)) === plain(sku);
  const ofVariant = (variant: DesiredVariant) => {
    const item = itemAt(variant.ref);
    const store = variantIn(item, known);
    const last = item?.variantId && base.variant(item.variantId);
    return [
      ...explainFields(
        variant.fields,
        item && { now: store?.fields, last: last ? last.fields : undefined },
        known,
      ),
      ...explainVariantImage(variant, { store, last: last || undefined }, known),
      ...explainStock(variant, { store, last: last ? last.stock : {} }, known),
    ];
  };
  return [
    ...desired.products.flatMap((product) => {
      const own = product.variants.filter(isIt);
      const id = own[0] && itemAt(own[0].ref)?.productId;
      const stored = id && { now: snapshot.products.get(id)?.fields, last: base.product(id)?.fields };
      return own.length === 0
        ? []
        : [
            ...explainFields(product.fields, stored || undefined, known),
            ...explainImages(product, id, known),
            ...own.flatMap(ofVariant),
          ];
    }),
    ...desired.variants.filter(isIt).flatMap(ofVariant),
  ];
}

function skuOf({ sku, fields }: DesiredVariant): string {
  const typed = fields.sku?.cell;
  return sku ?? (hasValue(typed) ? String(typed.value) : '');
}

interface Stored {
  readonly now: StoreFields | undefined;
  readonly last: Readonly<Partial<Record<string, Pair>>> | undefined;
}

function variantIn(item: RowItem | undefined, { snapshot }: Known): StoreVariant | undefined {
  const id = item?.variantId;
  if (!id) return undefined;
  const within = snapshot.products.get(item.productId)?.variants.find((variant) => variant.id === id);
  return within ?? snapshot.variants.get(id);
}

interface StoredStock {
  readonly store: StoreVariant | undefined;
  readonly last: Readonly<Partial<Record<string, Pair>>>;
}

/** Reason why no values are compared; undefined where they are. */
function ruleOf({
  store,
  said,
}: {
  readonly store: StoreVariant | undefined;
  readonly said: ReturnType<typeof quantitySaid>;
}): string | undefined {
  if (!store) return NOT_THERE;
  if (said === undefined) return ASKS_NOTHING;
  return store.fields.tracked === true
    ? undefined
    : 'Shopify does not track this item, so no quantity is sent.';
}

/** Explains each quantity, location by location; a quantity whose location is unknown says why. */
function explainStock(
  { stock }: DesiredVariant,
  { store, last }: StoredStock,
  { policy, shop, snapshot }: Known,
): ExplainedCell[] {
  return resolveStockLocations(stock, shop, policy).map(
    ({ stock: { ref, column, name, quantity }, location }) => {
      const said = quantitySaid(quantity);
      const sheet = said === undefined ? EMPTY : String(said);
      if ('problem' in location)
        return { ...place(ref), column, sheet, last: null, shopify: '(not known)', rule: location.problem };
      const pair = last[quantityKey(name, location.id)];
      const level = store && snapshot.levels.get(levelKey(store.inventoryItemId, location.id));
      const now = level?.active ? String(level[name]) : '';
      const rule = () => decide(sheet, now, pair, preferencesOf('inventory', policy));
      return {
        ...place(ref),
        column: levelName({ column, locationName: location.name }),
        sheet,
        last: pair ? { sheet: pair[0] ?? EMPTY, shopify: pair[1] || '(not stocked)' } : null,
        shopify: store ? now || '(not stocked)' : '(not there)',
        rule: ruleOf({ store, said }) ?? RULES[rule()](sheet === now),
      };
    },
  );
}

function explainFields(
  fields: DesiredFields,
  stored: Stored | undefined,
  { policy }: Known,
): ExplainedCell[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const field = fieldNamed(name);
    if (!field || !value) return [];
    const { key, group } = field;
    const sheet = canonicalCell(key, value.cell);
    const now = stored?.now?.[key] ?? null;
    const pair = stored?.last?.[key];
    const store = canonical(key, now);
    const decided = () =>
      RULES[decide(sheet ?? '', store, pair, preferencesOf(group, policy))](sheet === store);
    const unsent = sheet === store ? undefined : whyUnsent(field);
    const typed = hasValue(value.cell) ? showField(key, value.cell.value) : sheet === '' ? '[clear]' : EMPTY;
    const shopify = stored ? showField(key, now) : '(not there)';
    // The memory has the form in which values are compared.
    const words = (form: string | null) =>
      !form
        ? EMPTY
        : form === store
          ? shopify
          : form === sheet
            ? typed
            : form.replace(/^#(\d+):\w+$/, '(a text of $1 characters)');
    return [
      {
        ...place(value.ref),
        column: value.column,
        sheet: typed,
        last: pair ? { sheet: words(pair[0]), shopify: words(pair[1]) } : null,
        shopify,
        rule: !stored ? NOT_THERE : sheet === undefined ? ASKS_NOTHING : (unsent ?? decided()),
      },
    ];
  });
}
