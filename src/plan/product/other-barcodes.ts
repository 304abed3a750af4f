import { fieldOf } from '../../catalog/columns/columns';
import type { VariantId } from '../../catalog/values/gid';
import { canonical } from '../compare/canonical';
import { show } from '../compare/messages';
import type { FieldChange, SyncAction, VariantChange } from '../model/action';
import type { RowOutcome } from '../model/row-outcome';
import type { Barcode } from '../model/snapshot';
import type { SyncPlan } from '../model/sync-plan';

/** Variants of which a plan changes the barcode: all that they have must be known before it is sent. */
export function variantsWithNewBarcode(actions: readonly SyncAction[]): VariantId[] {
  return actions.flatMap((action) =>
    action.kind === 'update-variants'
      ? action.variants.flatMap(({ id, changes }) => (changes.some(isBarcode) ? [id] : []))
      : [],
  );
}

const isBarcode = ({ key }: FieldChange) => fieldOf(key).kind === 'barcode';

/**
 * A variant may have 20 barcodes in Shopify, and a cell speaks of the first. What a write of that one alone does to the
 * others, Shopify does not say; so the whole list is sent, with the first replaced. One that is emptied would make the
 * second the first, which no cell asked for: it is held.
 */
export function keepOtherBarcodes<Plan extends Pick<SyncPlan, 'actions' | 'outcomes'>>(
  plan: Plan,
  barcodes: ReadonlyMap<VariantId, readonly Barcode[]>,
): Plan {
  if (barcodes.size === 0) return plan;
  const outcomes: RowOutcome[] = [];
  const take = (variant: VariantChange): VariantChange[] => {
    const changes = variant.changes.flatMap((change): FieldChange[] => {
      if (!isBarcode(change)) return [change];
      const kept = besideOthers(change, barcodes.get(variant.id) ?? []);
      if (typeof kept !== 'string') return [kept];
      outcomes.push({ ref: change.ref, status: 'skipped', message: kept, shopifyId: variant.id });
      return [];
    });
    return changes.length > 0 || variant.image ? [{ ...variant, changes }] : [];
  };
  const actions = plan.actions.flatMap((action): SyncAction[] => {
    if (action.kind !== 'update-variants') return [action];
    const variants = action.variants.flatMap(take);
    return variants.length > 0 ? [{ ...action, variants }] : [];
  });
  return { ...plan, actions, outcomes: [...plan.outcomes, ...outcomes] };
}

/** The change with all that is sent, or why it is not sent. */
function besideOthers(change: FieldChange, known: readonly Barcode[]): FieldChange | string {
  const { column, from, to } = change;
  const [first, ...others] = known;
  if (!first || (others.length === 0 && (first.type === null || to === null))) return change;
  if (canonical('barcode', first.value) !== canonical('barcode', from))
    return `${column} became ${show(first.value)} in Shopify meanwhile, so it was not sent. Sync again.`;
  if (to === null) return emptied(column, known);
  const value = String(to);
  const place = known.findIndex((barcode) => barcode.value === value);
  const barcodes = known.map((barcode, index): Barcode => {
    if (index === 0) return known[place] ?? { ...first, value };
    return index === place ? first : barcode;
  });
  if (others.length === 0) return { ...change, barcodes };
  const stay = others.length === 1 ? 'Its other barcode stays' : `Its ${others.length} other barcodes stay`;
  const doubt = place > 0 ? `${show(value)} was another of its barcodes: the two change places.` : `${stay}.`;
  return { ...change, barcodes, doubt: change.doubt ? `${change.doubt} ${doubt}` : doubt };
}

function emptied(column: string, known: readonly Barcode[]): string {
  const [first, second] = known.map(({ value }) => show(value));
  return `${column} was not emptied: this item has ${known.length} barcodes in Shopify, and ${second} would take the place of ${first}. Remove ${first} in Shopify admin.`;
}
