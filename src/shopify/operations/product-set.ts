import { describeRow, type RowRef } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { fetchedAddress } from '../../catalog/values/image-address';
import { DEFAULT_OPTION_NAME, DEFAULT_OPTION_VALUE } from '../../catalog/values/option-key';
import { nameKey } from '../../catalog/values/plain-name';
import { type CreateProduct, rowsOf } from '../../plan/model/action';
import { NOTHING_WRITTEN, type RefusedRow } from '../../plan/model/batch-outcome';
import type { UserError } from '../client/graphql';
import { connectionCost } from '../client/limits';
import {
  PRODUCT_FIELDS,
  PRODUCT_OBJECTS,
  VARIANT_FIELDS,
  VARIANT_OBJECTS,
  writeFields,
} from '../queries/fields';
import { type ProductNode, toVariant, toWrittenProduct } from '../queries/nodes';
import { newVariantInput } from './new-variant-input';
import { type BatchOf, indexAfter, type OperationOf, refuse } from './operation';

const MOST_RETURNED = 250;

/**
 * Creates a whole product. Sent without identifier and with an explicit handle: with one it would replace, and so
 * delete, what the sheet does not show; without a handle a second arrival would make a second product.
 * Source: https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/productSet
 */
const document = (media: { readonly variable: string; readonly connection: string }) =>
  `mutation CreateProduct($input: ProductSetInput!, $variants: Int!${media.variable}) {
  productSet(input: $input, synchronous: true) {
    product {${PRODUCT_FIELDS}
      variants(first: $variants) { nodes {${VARIANT_FIELDS} } }${media.connection}
    }
    userErrors { code field message }
  }
}`;

const DOCUMENT = document({
  variable: ', $media: Int!',
  connection: '\n      media(first: $media) { nodes { id alt } }',
});

export const productSet: OperationOf<BatchOf<'productSet'>> = {
  bulkDocument: document({ variable: '', connection: '' }),
  request({ action }) {
    const variants = Math.min(Math.max(1, action.variants.length), MOST_RETURNED);
    const media = Math.min(Math.max(1, action.images.length), MOST_RETURNED);
    return {
      document: DOCUMENT,
      variables: { input: input(action), variants, media },
      cost: creationCost(action, variants, media),
      repeatable: false,
    };
  },
  answer({ action }, { product, userErrors }) {
    if (userErrors.length > 0) {
      return {
        kind: 'answered',
        written: NOTHING_WRITTEN,
        refused: refusedRows(action, userErrors),
        retry: [],
      };
    }
    const node = product as ProductNode;
    const variants = (node.variants?.nodes ?? []).map((variant) => toVariant(variant, node.id));
    const written = { ...NOTHING_WRITTEN, products: [toWrittenProduct(node)], variants };
    return { kind: 'answered', written, refused: [], retry: [] };
  },
};

function input(action: CreateProduct) {
  const { handle, changes, variants, images, optionNames } = action;
  return {
    ...writeFields(changes),
    handle,
    ...(variants.length > 0 && {
      productOptions: productOptions(action),
      variants: variants.map((variant) => ({
        ...newVariantInput(variant, optionNames),
        inventoryQuantities: variant.stock.flatMap(({ locationId, available, isSent }) =>
          !isSent ? [] : [{ locationId, name: 'available', quantity: available }],
        ),
        ...(variant.imageUrl && {
          file: { originalSource: fetchedAddress(variant.imageUrl), contentType: 'IMAGE' },
        }),
      })),
    }),
    ...(images.length > 0 && {
      files: images.map(({ url, alt }) => ({
        originalSource: fetchedAddress(url),
        alt,
        contentType: 'IMAGE',
      })),
    }),
  };
}

function productOptions({ optionNames, variants }: CreateProduct) {
  if (optionNames.length === 0)
    return [{ name: DEFAULT_OPTION_NAME, values: [{ name: DEFAULT_OPTION_VALUE }] }];
  return optionNames.map((name, index) => {
    const values = new Map<string, string>();
    for (const { optionValues } of variants) {
      const value = optionValues[index] ?? '';
      if (!values.has(nameKey(value))) values.set(nameKey(value), value);
    }
    return { name, values: [...values.values()].map((value) => ({ name: value })) };
  });
}

/** Nothing was created; the row that Shopify names has the error, the others wait for it. */
function refusedRows(action: CreateProduct, errors: readonly UserError[]): RefusedRow[] {
  const byRow = groupBy(errors, (error) => rowOf(action, error));
  const [culprit = action.ref] = byRow.keys();
  return rowsOf(action).map((ref) => {
    const own = [...byRow].find(([named]) => named.sheetId === ref.sheetId && named.row === ref.row);
    if (own) return refuse(ref, own[1]);
    const message = `Not created: ${describeRow(culprit, ref)} of this product was refused. Mend that row first.`;
    return { ref, status: 'skipped', message };
  });
}

function rowOf({ variants, images, ref }: CreateProduct, error: UserError): RowRef {
  return (
    variants[indexAfter(error, 'variants') ?? -1]?.ref ?? images[indexAfter(error, 'files') ?? -1]?.ref ?? ref
  );
}

/** Source: https://shopify.dev/changelog (2025-10, cost of product mutations); the formula for connections is recorded. */
function creationCost({ variants, images }: CreateProduct, variantPage: number, mediaPage: number): number {
  const files = images.length;
  const variantFiles = variants.filter(({ imageUrl }) => imageUrl).length;
  return (
    Math.ceil(10 + 0.2 * variants.length + 0.6 * variantFiles + 1.9 * files) +
    connectionCost(variantPage, VARIANT_OBJECTS) +
    connectionCost(mediaPage, 0) +
    PRODUCT_OBJECTS
  );
}
