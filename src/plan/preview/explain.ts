import type { DesiredCatalog, DesiredFields, DesiredVariant } from '../../catalog/building/desired';
import { fieldNamed } from '../../catalog/columns/columns';
import type { RowRef } from '../../catalog/tab/row';
import { skuKey } from '../../catalog/values/plain-name';
import { canonical, canonicalCell } from '../compare/canonical';
import { type Decision, decide, preferencesOf } from '../compare/decide';
import { showField } from '../compare/messages';
import { type RowItem, rowItems } from '../identity/row-item';
import type { Base, Pair } from '../model/base';
import type { SyncPolicy } from '../model/policy';
import type { StoreFields, StoreSnapshot } from '../model/snapshot';

/** The three values of one cell, and the rule that decides about it. */
export interface ExplainedCell {
  readonly tab: string;
  readonly row: number;
  readonly column: string;
  readonly sheet: string;
  /** What both said when they were last in step, in the form in which it is compared; null where nothing is remembered. */
  readonly last: { readonly sheet: string; readonly shopify: string } | null;
  readonly shopify: string;
  readonly rule: string;
}

interface Known {
  readonly desired: Pick<DesiredCatalog, 'products' | 'variants'>;
  readonly base: Base;
  readonly snapshot: Pick<StoreSnapshot, 'products' | 'variants'>;
  readonly policy: SyncPolicy;
}

/** Explains every field that the sheet says of the item with this SKU, those of its product among them. */
export function explainItem(sku: string, known: Known): ExplainedCell[] {
  const { desired, base, snapshot } = known;
  const itemAt = rowItems(desired, base);
  const plain = (text: string) => skuKey(text).toLowerCase();
  const isIt = (variant: DesiredVariant) => plain(skuOf(variant)) === plain(sku);
  const ofVariant = (variant: DesiredVariant) => {
    const item = itemAt(variant.ref);
    return explainFields(variant.fields, variantIn(item, known), known);
  };
  return [
    ...desired.products.flatMap((product) => {
      const own = product.variants.filter(isIt);
      const id = own[0] && itemAt(own[0].ref)?.productId;
      const stored = id && { now: snapshot.products.get(id)?.fields, last: base.product(id)?.fields };
      return own.length === 0
        ? []
        : [...explainFields(product.fields, stored || undefined, known), ...own.flatMap(ofVariant)];
    }),
    ...desired.variants.filter(isIt).flatMap(ofVariant),
  ];
}

function skuOf({ sku, fields }: DesiredVariant): string {
  const typed = fields.sku?.cell;
  return sku ?? (typed?.kind === 'value' ? String(typed.value) : '');
}

interface Stored {
  readonly now: StoreFields | undefined;
  readonly last: Readonly<Partial<Record<string, Pair>>> | undefined;
}

function variantIn(item: RowItem | undefined, { base, snapshot }: Known): Stored | undefined {
  const id = item?.variantId;
  if (!id) return undefined;
  const within = snapshot.products.get(item.productId)?.variants.find((variant) => variant.id === id);
  return { now: (within ?? snapshot.variants.get(id))?.fields, last: base.variant(id)?.fields };
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
    const rule = () => decide(sheet ?? '', store, pair, preferencesOf(group, policy));
    return [
      {
        ...place(value.ref),
        column: value.column,
        sheet:
          value.cell.kind === 'value'
            ? showField(key, value.cell.value)
            : sheet === ''
              ? '[clear]'
              : '(empty)',
        last: pair ? { sheet: pair[0] ?? '(empty)', shopify: pair[1] || '(empty)' } : null,
        shopify: stored ? showField(key, now) : '(not there)',
        rule: !stored
          ? 'Shopify does not have it, as far as is known: it would be created.'
          : sheet === undefined
            ? 'The cell asks for nothing, so nothing is sent.'
            : RULES[rule()](sheet === store),
      },
    ];
  });
}

function place({ tab, row }: RowRef) {
  return { tab, row };
}

const RULES: Readonly<Record<Decision, (isEqual: boolean) => string>> = {
  same: (isEqual) =>
    isEqual ? 'Both say the same: nothing is sent.' : 'Neither changed since the last sync: nothing is sent.',
  send: () => 'The sheet’s value counts: it is sent, unless it is held.',
  drift: () => 'Only Shopify changed, or you kept another value: nothing is sent.',
  keep: () => 'By the settings Shopify’s value counts: it goes into the cell.',
  conflict: () => 'Both changed since the last sync: nothing is sent until you choose a side.',
  held: () => 'It differs and was never synced: nothing is sent until you choose a side.',
};
