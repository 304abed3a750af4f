import { fieldOf } from '../../catalog/columns/columns';
import { cellsOf, describeRow } from '../../catalog/tab/row';
import { sumOf } from '../../catalog/values/arrays';
import type { VariantId } from '../../catalog/values/gid';
import { canonical } from '../compare/canonical';
import { describeChange, show } from '../compare/messages';
import { codesIn, movedCodes } from '../compare/piece';
import type { FieldChange, SyncAction, VariantChange } from '../model/action';
import type { BaseVariant, Pair } from '../model/base';
import type { RowOutcome } from '../model/row-outcome';
import type { Barcode, StoreFields } from '../model/snapshot';
import type { SyncPlan } from '../model/sync-plan';

/** Variants whose barcode a plan changes: all of their barcodes must be known before it is sent. */
export function variantsWithNewBarcode(actions: readonly SyncAction[]): VariantId[] {
  return actions.flatMap((action) =>
    action.kind === 'update-variants'
      ? action.variants.flatMap(({ id, changes }) => (changes.some(movedCodes) ? [id] : []))
      : [],
  );
}

type Known = ReadonlyMap<VariantId, readonly Barcode[]>;

/**
 * A variant may have 20 barcodes in Shopify, and a cell of *Barcode* speaks of the first. What a write of that one alone
 * does to the others, Shopify does not say; so the whole list is sent, with the first replaced. One that is emptied would
 * make the second the first, which no cell asked for: it is held. Where a cell names them all, each keeps its type.
 */
export function keepOtherBarcodes<Plan extends Pick<SyncPlan, 'actions' | 'outcomes'>>(
  plan: Plan,
  barcodes: Known,
): Plan {
  if (barcodes.size === 0) return plan;
  const outcomes: RowOutcome[] = [];
  const waiting = exchangesThatWait(plan.actions, barcodes);
  const take = (variant: VariantChange): VariantChange[] => {
    const known = barcodes.get(variant.id) ?? [];
    const list = variant.changes.find((change) => isList(change));
    const changes = variant.changes.flatMap((change): FieldChange[] => {
      if (!movedCodes(change)) return [change];
      const kept = waiting.get(change) ?? waiting.get(list ?? change) ?? keptBarcodes(list ?? change, known);
      if (typeof kept !== 'string')
        return [
          list && list !== change ? { ...change, ...(kept.barcodes && { barcodes: kept.barcodes }) } : kept,
        ];
      // The sentence begins with the header.
      for (const { ref, column } of cellsOf(change)) {
        const said = waiting.has(change) || !list ? change : list;
        const message = column + kept.slice(said.column.length);
        outcomes.push({ ref, status: 'skipped', message, shopifyId: variant.id });
      }
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

const isList = ({ key }: FieldChange) => fieldOf(key).kind === 'barcodes';

/** Pair by which an empty cell for one barcode is remembered where several were written, and the other way round. */
export function otherBarcodePairs(
  known: BaseVariant['fields'],
  changes: readonly FieldChange[],
  store: StoreFields,
): BaseVariant['fields'] {
  const change = changes.find(isList) ?? changes.find(movedCodes);
  const other = change && (isList(change) ? 'barcode' : 'barcodes');
  const pair = other && known[other];
  if (!change || !pair || pair[0] !== null) return {};
  const list = change.barcodes?.map(({ value }) => value) ?? codesIn(change.to);
  const now: Pair = [null, canonical(other, isList(change) ? store.barcode : list)];
  return { [other]: now };
}

/**
 * Reasons for codes that go from item to item and cannot be sent, or whose new code would not be given away: two
 * items would end with one code.
 */
function exchangesThatWait(
  actions: readonly SyncAction[],
  barcodes: Known,
): ReadonlyMap<FieldChange, string> {
  const all = actions.flatMap((action) =>
    action.kind === 'update-variants'
      ? action.variants.flatMap(({ id, changes }) =>
          changes.flatMap((change) => {
            const codes = movedCodes(change);
            return codes ? [{ id, change, codes }] : [];
          }),
        )
      : [],
  );
  const takers = new Map<string, FieldChange[]>();
  for (const { change, codes } of all)
    for (const code of codes.gets) takers.set(code, [...(takers.get(code) ?? []), change]);
  const why = new Map<FieldChange, string>();
  const stop = (change: FieldChange, message: string): void => {
    if (why.has(change)) return;
    why.set(change, message);
    for (const code of movedCodes(change)?.gives ?? [])
      for (const taker of takers.get(code) ?? []) {
        const owner = `${show(code)} still belongs to ${describeRow(change.ref, taker.ref)}`;
        stop(taker, `${describeChange(taker)} waits: ${owner}, whose new barcode was not sent.`);
      }
  };
  for (const { id, change, codes } of all) {
    if (!codes.gives.some((code) => takers.has(code))) continue;
    const known = barcodes.get(id) ?? [];
    const kept = keptBarcodes(change, known);
    if (typeof kept === 'string') stop(change, kept);
    else if (!isList(change)) {
      const misfit = change.to === null ? undefined : misfitOf(change.column, known[0], String(change.to));
      if (misfit) stop(change, misfit);
    }
  }
  return why;
}

function misfitOf(column: string, { type = null }: Partial<Barcode> = {}, code: string): string | undefined {
  if (!type || fitsType(code, type)) return undefined;
  const what = `${column} ${show(code)} does not fit the type ${type} that Shopify keeps for this item`;
  return `${what}, so it was not sent. Remove the type in Shopify admin, then sync again.`;
}

interface Standard {
  readonly form: RegExp;
  /** Weights of the digits by their position from the right, and the divisor of their sum; absent without a check digit. */
  readonly check?: { readonly weightAt: (place: number) => number; readonly divisor: number };
}

const GS1 = { weightAt: (place: number) => (place % 2 === 1 ? 3 : 1), divisor: 10 };
const ISBN_10 = { weightAt: (place: number) => place + 1, divisor: 11 };

/** Formats as documented for Shopify's BarcodeType; types that are not listed here are left to Shopify to check. */
const STANDARDS: Readonly<Record<string, readonly Standard[]>> = {
  ASIN: [{ form: /^[0-9A-Z]{10}$/ }],
  EAN: [{ form: /^(\d{8}|\d{13})$/, check: GS1 }],
  GTIN: [{ form: /^(\d{8}|\d{12,14})$/, check: GS1 }],
  ISBN: [
    { form: /^\d{9}[\dX]$/, check: ISBN_10 },
    { form: /^97[89]\d{10}$/, check: GS1 },
  ],
  // The check digit of an eight-digit code is that of the twelve digits it abbreviates.
  UPC: [{ form: /^\d{8}$/ }, { form: /^\d{12}$/, check: GS1 }],
};

function fitsType(code: string, type: string): boolean {
  const standards = STANDARDS[type];
  if (!standards) return true;
  return standards.some(({ form, check }) => {
    if (!form.test(code)) return false;
    const digits = [...code].reverse().map((digit) => (digit === 'X' ? 10 : Number(digit)));
    const weighed = check ? digits.map((digit, place) => digit * check.weightAt(place)) : [];
    return sumOf(weighed, (each) => each) % (check?.divisor ?? 1) === 0;
  });
}

/** The change with all that is sent, or why it is not sent. */
function keptBarcodes(change: FieldChange, known: readonly Barcode[]): FieldChange | string {
  return isList(change) ? typedList(change, known) : besideOthers(change, known);
}

/** A barcode keeps its type, and one that replaces another takes over that one's type, as a single barcode does. */
function typedList(change: FieldChange, known: readonly Barcode[]): FieldChange | string {
  const { column, from, to, types: before = {} } = change;
  const now = known.map(({ value }) => value);
  if (canonical(change.key, now) !== canonical(change.key, from))
    return `${column} became ${show(now)} in Shopify meanwhile, so it was not sent. Sync again.`;
  const codes = codesIn(to);
  const barcodes: Barcode[] = [];
  for (const [index, value] of codes.entries()) {
    const own = known.find((barcode) => barcode.value === value);
    const place = known[index];
    const replaced = !own && place && !codes.includes(place.value) ? place : undefined;
    const misfit = value in before ? undefined : misfitOf(column, replaced, value);
    if (misfit) return misfit;
    barcodes.push(own ?? { value, type: before[value] ?? replaced?.type ?? null });
  }
  const typed = known.flatMap(({ value, type }) => (type ? [[value, type] as const] : []));
  return { ...change, barcodes, ...(typed.length > 0 && { types: Object.fromEntries(typed) }) };
}

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
