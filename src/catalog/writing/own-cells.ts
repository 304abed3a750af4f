import type { ColumnKey, ShopifyField } from '../columns/columns';
import type { FamilyKey } from '../columns/families';
import type { FieldValue } from '../values/cell';
import { type Weight, weightFromGrams, weightInGrams, weightInUnit } from '../values/weight';
import type { ShownImage, ShownProduct, ShownVariant } from './shown-product';

/** Content of one row: a product on its first, and side by side a variant and an image of it. */
export interface RowOf {
  readonly product: ShownProduct;
  readonly isTop: boolean;
  readonly variant: ShownVariant | undefined;
  readonly image: ShownImage | undefined;
  /** Location of the row, or of the column. */
  readonly location: string | undefined;
}

type ValueIn = (row: RowOf) => FieldValue | null | undefined;

/** Columns that are not fields of their own. */
export type OwnKey = Exclude<ColumnKey, ShopifyField | FamilyKey>;

const optionName =
  (index: number): ValueIn =>
  ({ product, isTop }) =>
    isTop ? product.optionNames[index] : null;

const optionValue =
  (index: number): ValueIn =>
  ({ variant }) =>
    variant?.optionValues[index];

const nothing: ValueIn = () => null;

const weightOf = ({ variant }: RowOf) => variant?.fields.weight as Weight | null | undefined;

/** Value that each of them shows; instructions stay empty for a person to fill in. */
export const OWN_CELLS: Readonly<Record<OwnKey, ValueIn>> = {
  productId: ({ product }) => product.id,
  delete: nothing,
  option1Name: optionName(0),
  option2Name: optionName(1),
  option3Name: optionName(2),
  command: nothing,
  tagsCommand: nothing,
  topRow: nothing,
  variantId: ({ variant }) => variant?.id,
  variantCommand: nothing,
  option1Value: optionValue(0),
  option2Value: optionValue(1),
  option3Value: optionValue(2),
  grams: (row) => gramsOf(weightOf(row)),
  weightValue: (row) => weightOf(row)?.value,
  weightUnit: (row) => weightOf(row)?.unit,
  variantImage: ({ variant }) => variant?.image,
  imageSrc: ({ image }) => image?.url,
  imagePosition: ({ image }) => image?.position,
  imageAltText: ({ image }) => image?.alt,
  imageCommand: nothing,
  location: ({ location }) => location,
  catalog: nothing,
  catalogMinimum: nothing,
  catalogMaximum: nothing,
  catalogIncrement: nothing,
  catalogQuantityPrices: nothing,
  available: ({ variant, location }) => {
    // Shopify counts nothing that it does not track.
    if (!variant || location === undefined) return null;
    const quantity = variant.stock.get(location);
    return quantity === undefined ? NOT_STOCKED : variant.fields.tracked === true ? quantity : null;
  },
  onHand: nothing,
  availableAdjust: nothing,
  onHandAdjust: nothing,
};

const NOT_STOCKED = 'not stocked';

/** Whole, as Shopify's file has them, unless that would be another weight in the unit that is shown. */
function gramsOf(weight: Weight | null | undefined): number | undefined {
  if (!weight) return undefined;
  const whole = weightInGrams(weight);
  const isSame = weightInGrams(weightFromGrams(whole, weight.unit)) === whole;
  return isSame ? whole : weightInUnit(weight, 'GRAMS').value;
}

export function isOwn(key: ColumnKey): key is OwnKey {
  return key in OWN_CELLS;
}
