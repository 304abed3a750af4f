import type { FieldKey } from '../columns/columns';
import type { FieldValue } from '../values/cell';
import type { ProductId, VariantId } from '../values/gid';

/** A product of Shopify's as rows show it. */
export interface ShownProduct {
  readonly id: ProductId;
  /** A category is there by its full name. */
  readonly fields: ShownFields;
  readonly optionNames: readonly string[];
  /** Its first row stands in the tab already. */
  readonly isContinued: boolean;
  readonly images: readonly ShownImage[];
  readonly variants: readonly ShownVariant[];
}

export interface ShownVariant {
  readonly id: VariantId;
  readonly fields: ShownFields;
  readonly optionValues: readonly string[];
  /** Address of the image that Shopify shows next to it. */
  readonly image: string;
  /** Address of what customers see of it: its own image, or the first of its product; where photos are shown. */
  readonly photo?: string;
  /** Available quantity, by location; undefined where the location does not stock it. */
  readonly stock: ReadonlyMap<string, number>;
}

export interface ShownImage {
  readonly url: string;
  readonly alt: string;
  /** Counted from 1, among all that the product has. */
  readonly position: number;
}

type ShownFields = Readonly<Partial<Record<FieldKey, FieldValue | null>>>;
