import type { FieldGroup } from '../../catalog/columns/column';
import type { LocationId } from '../../catalog/values/gid';

/** Choices of a merchant that hold for every run. */
export interface SyncPolicy {
  /** A menu item or the schedule may limit a run to one group. */
  readonly groups: readonly FieldGroup[];
  /** `add` is for stock alone: the sheet's difference is added to what Shopify has now. */
  readonly onConflict: Readonly<Record<FieldGroup, Preference | 'add'>>;
  /** For cells of existing items that were never synced; confirmed by a person, group by group. */
  readonly onUnknownBase: Readonly<Record<FieldGroup, Preference>>;
  /** Location for a quantity that names none, when the shop has several. */
  readonly defaultLocationId: LocationId | undefined;
  /** Limits beyond which a change is held; the usual ones where none were set. */
  readonly limits?: SetLimits | undefined;
}

export const FIELD_GROUPS: readonly FieldGroup[] = ['products', 'inventory', 'prices'];

/** Whether a run includes products, and not only their prices or stock. */
export function isOfProducts({ groups }: Pick<SyncPolicy, 'groups'>): boolean {
  return groups.includes('products');
}

export const CAREFUL_POLICY: SyncPolicy = {
  groups: FIELD_GROUPS,
  onConflict: { products: 'ask', inventory: 'ask', prices: 'ask' },
  onUnknownBase: { products: 'ask', inventory: 'ask', prices: 'ask' },
  defaultLocationId: undefined,
};
/** The merchant's choice for cells that changed on both sides, or whose history is not known. */
export type Preference = 'ask' | 'sheet' | 'shopify';

export interface Preferences {
  readonly onConflict: Preference;
  readonly onUnknownBase: Preference;
}

/** Limits that a merchant may set, for all tabs or for one; whole numbers. */
export interface HeldLimits {
  /** A price, compare-at price or cost that goes down by more percent is held. */
  readonly priceDown: number;
  /** One that goes up by more percent. */
  readonly priceUp: number;
  /** Percent of a tab's quantities that may go to 0 at once. */
  readonly stockToZero: number;
  /** Percent of a column that may be emptied, become the same, or change in what customers see. */
  readonly column: number;
  /** New products and variants that a schedule creates at once; of all tabs together. */
  readonly newItems: number;
  /** Percent of a tab's rows that a schedule changes at once. */
  readonly tabRows: number;
}

export const USUAL_LIMITS: HeldLimits = {
  priceDown: 30,
  priceUp: 100,
  stockToZero: 10,
  column: 30,
  newItems: 20,
  tabRows: 20,
};

/** The minimum and maximum of each limit, so that none can be set to hold nothing, or everything. */
export const LIMIT_BOUNDS: Readonly<Record<keyof HeldLimits, readonly [least: number, most: number]>> = {
  priceDown: [1, 95],
  priceUp: [1, 900],
  stockToZero: [1, 90],
  column: [1, 90],
  newItems: [0, 1_000],
  tabRows: [0, 90],
};

/** Limits as the merchant set them; missing ones have the usual value, and in a tab the value for all tabs. */
export interface SetLimits {
  readonly all: Partial<HeldLimits>;
  readonly tabs: readonly { readonly sheetId: number; readonly limits: Partial<HeldLimits> }[];
}

/** The limits of a tab; null asks for those of all tabs. */
export function limitsIn(set: SetLimits | undefined, sheetId: number | null): HeldLimits {
  const own = set?.tabs.find((tab) => tab.sheetId === sheetId)?.limits;
  return { ...USUAL_LIMITS, ...set?.all, ...own };
}
