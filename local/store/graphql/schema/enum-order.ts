/**
 * Enums whose values Shopify lists in another order than its introspection does, which sorts them. The order shows
 * in the message that refuses a value (recorded).
 */
const declared: Readonly<Record<string, readonly string[]>> = {
  StagedUploadTargetGenerateUploadResource: [
    'COLLECTION_IMAGE',
    'FILE',
    'IMAGE',
    'MODEL_3D',
    'PRODUCT_IMAGE',
    'SHOP_IMAGE',
    'VIDEO',
    'BULK_MUTATION_VARIABLES',
    'RETURN_LABEL',
    'URL_REDIRECT_IMPORT',
    'DISPUTE_FILE_UPLOAD',
  ],
  WeightUnit: ['KILOGRAMS', 'GRAMS', 'POUNDS', 'OUNCES'],
};

/** The values in the order of Shopify's messages; values not known there come last. */
export function inDeclaredOrder(enumName: string, values: readonly string[]): readonly string[] {
  const known = (declared[enumName] ?? []).filter((value) => values.includes(value));
  return [...known, ...values.filter((value) => !known.includes(value))];
}
