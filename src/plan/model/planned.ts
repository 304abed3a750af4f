/** How much a plan creates and changes, by kind: counted from its actions, so that it is what sending them does. */
export interface Planned {
  readonly create: PlannedNew;
  readonly change: PlannedChanges;
  /** Products that go on the Online Store, new ones among them, and that come off it. */
  readonly publish: number;
  readonly unpublish: number;
  /** `8 products, 31 variants to create; 14 prices to change`; empty where there is nothing to send. */
  readonly words: string;
}

export interface PlannedNew {
  products: number;
  variants: number;
  stockLevels: number;
  images: number;
}

export interface PlannedChanges {
  /** Compare-at prices among them. */
  prices: number;
  stockLevels: number;
  otherFields: number;
  altTexts: number;
  variantImages: number;
  optionValues: number;
}
