import type { Row } from './table';

export type WeightUnit = 'KILOGRAMS' | 'GRAMS' | 'POUNDS' | 'OUNCES';

export interface InventoryItem extends Row {
  /** An item belongs to exactly one variant here; Shopify allows several. */
  readonly variantId: string;
  readonly sku: string | null;
  readonly tracked: boolean;
  readonly requiresShipping: boolean;
  readonly cost: string | null;
  readonly harmonizedSystemCode: string | null;
  readonly countryHarmonizedSystemCodes: readonly {
    readonly countryCode: string;
    readonly harmonizedSystemCode: string;
  }[];
  readonly countryCodeOfOrigin: string | null;
  readonly provinceCodeOfOrigin: string | null;
  readonly weight: { readonly value: number; readonly unit: WeightUnit };
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The quantities that are stored; `on_hand` is their sum (all but `incoming`). */
export const storedQuantityNames = [
  'available',
  'committed',
  'damaged',
  'incoming',
  'quality_control',
  'reserved',
  'safety_stock',
] as const;

export type StoredQuantityName = (typeof storedQuantityNames)[number];

/** Every name Shopify knows, in the order of its error messages (recorded). */
export const quantityNames = [
  'available',
  'committed',
  'damaged',
  'incoming',
  'on_hand',
  'quality_control',
  'reserved',
  'safety_stock',
] as const;

export type QuantityName = (typeof quantityNames)[number];

/** An item at a location. A deactivated level keeps its quantities and can be activated again. */
export interface InventoryLevel extends Row {
  readonly inventoryItemId: string;
  readonly locationId: string;
  readonly isActive: boolean;
  readonly quantities: Readonly<Record<StoredQuantityName, number>>;
  /** Time at which each quantity was last written, where it ever was. */
  readonly quantitiesUpdatedAt: Readonly<Partial<Record<QuantityName, string>>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const noQuantities: InventoryLevel['quantities'] = {
  available: 0,
  committed: 0,
  damaged: 0,
  incoming: 0,
  quality_control: 0,
  reserved: 0,
  safety_stock: 0,
};

export function quantityOf(level: InventoryLevel, name: QuantityName): number {
  if (name !== 'on_hand') return level.quantities[name];
  const { incoming: _onItsWay, ...onTheShelf } = level.quantities;
  return Object.values(onTheShelf).reduce((sum, quantity) => sum + quantity, 0);
}

export interface LocationAddress {
  readonly address1: string | null;
  readonly address2: string | null;
  readonly city: string | null;
  readonly countryCode: string;
  readonly provinceCode: string | null;
  readonly zip: string | null;
  readonly phone: string | null;
}

export interface Location extends Row {
  readonly name: string;
  readonly isActive: boolean;
  readonly fulfillsOnlineOrders: boolean;
  readonly isPrimary: boolean;
  readonly address: LocationAddress;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deactivatedAt: string | null;
}
