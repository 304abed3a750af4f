/** Points for the size of what a mutation writes (https://shopify.dev/changelog, API version 2025-10; recorded). */

type Arguments = Readonly<Record<string, unknown>>;

interface Surcharge {
  readonly points: number;
  /** Number of them in the arguments. */
  readonly count: (args: Arguments) => number;
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
const within = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Arguments)[name] : undefined;
const sumOver = (value: unknown, count: (item: unknown) => number): number =>
  Array.isArray(value) ? value.reduce((sum: number, item) => sum + count(item), 0) : 0;

const productMetafields =
  (argument: string): Surcharge['count'] =>
  (args) =>
    lengthOf(within(args[argument], 'metafields'));

const perVariant = (variants: (args: Arguments) => unknown, files: string): readonly Surcharge[] => [
  { points: 0.2, count: (args) => lengthOf(variants(args)) },
  {
    points: 0.4,
    count: (args) => sumOver(variants(args), (variant) => lengthOf(within(variant, 'metafields'))),
  },
  { points: 0.6, count: (args) => sumOver(variants(args), (variant) => filesOf(within(variant, files))) },
];

/** One file, or a list of them. */
const filesOf = (value: unknown): number => (Array.isArray(value) ? value.length : value ? 1 : 0);

const product: readonly Surcharge[] = [
  { points: 0.4, count: productMetafields('product') },
  { points: 0.4, count: productMetafields('input') },
  { points: 1.9, count: (args) => lengthOf(args.media) },
];

const variantsBulk: readonly Surcharge[] = [
  ...perVariant((args) => args.variants, 'mediaSrc'),
  { points: 1.9, count: (args) => lengthOf(args.media) },
];

const surcharges: Readonly<Record<string, readonly Surcharge[]>> = {
  productCreate: product,
  productUpdate: product,
  productSet: [
    ...perVariant((args) => within(args.input, 'variants'), 'file'),
    { points: 0.4, count: productMetafields('input') },
    { points: 1.9, count: (args) => lengthOf(within(args.input, 'files')) },
  ],
  productVariantsBulkCreate: variantsBulk,
  productVariantsBulkUpdate: variantsBulk,
};

/** Points on top of a mutation's own price; may be a fraction. */
export const inputSurcharge = (mutation: string, args: Arguments): number =>
  (surcharges[mutation] ?? []).reduce((sum, { points, count }) => sum + points * count(args), 0);
