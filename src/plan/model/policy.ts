import type { FieldGroup } from '../../catalog/columns/column';
import type { LocationId } from '../../catalog/values/gid';
import type { SetLimits } from './held-limits';

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
