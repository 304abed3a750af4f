import { fieldOf } from '../../catalog/columns/columns';
import { describeRow, type RowRef } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { textsIn } from '../../catalog/values/cell';
import { contentTypeOf, fetchedAddress } from '../../catalog/values/image-address';
import { DEFAULT_OPTION_NAME, DEFAULT_OPTION_VALUE } from '../../catalog/values/names';
import { nameKey } from '../../catalog/values/plain-name';
import { rowsOf } from '../../plan/action-kinds';
import type { CreateProduct } from '../../plan/model/action';
import { answered, type RefusedRow } from '../../plan/model/batch-outcome';
import { isApart } from '../../plan/values/plan-values';
import { writeRequest } from '../client/graphql';
import type { UserError } from '../client/graphql-errors';
import { connectionCost } from '../client/limits';
import type { ProductSetInput, ProductVariantSetInput } from '../documents/generated/schema-types';
import {
  type CreateProductData,
  CreateProductDocument,
  CreateProductInBulkDocument,
} from '../documents/generated/write-products';
import { PRODUCT_OBJECTS, VARIANT_OBJECTS, writeFields } from '../queries/fields';
import { toVariant, toWrittenProduct } from '../queries/nodes';
import { newVariantInput } from './new-variant-input';
import { type BatchOf, indexAfter, type OperationOf, type PayloadOf, refuse, UNANSWERED } from './operation';

const MOST_RETURNED = 250;

export const productSet: OperationOf<BatchOf<'create-product'>, PayloadOf<CreateProductData>> = {
  bulkDocument: CreateProductInBulkDocument,
  request({ action }) {
    const variants = Math.min(Math.max(1, action.variants.length), MOST_RETURNED);
    const media = Math.min(Math.max(1, action.images.length), MOST_RETURNED);
    return writeRequest(
      CreateProductDocument,
      { input: input(action), variants, media },
      { cost: creationCost(action, variants, media), repeatable: false },
    );
  },
  answer({ action }, errors, payload) {
    if (errors.length > 0) {
      const refused = refusedRows(action, errors);
      return answered({}, { refused });
    }
    const node = payload?.product;
    if (!node) return UNANSWERED;
    const variants = node.variants.nodes.map((variant) => toVariant(variant, node.id));
    return answered({ products: [toWrittenProduct(node)], variants });
  },
};

function input(action: CreateProduct): ProductSetInput {
  const { handle, changes, variants, images, optionNames } = action;
  return {
    ...writeFields<ProductSetInput>(changes.filter((change) => !isApart(change))),
    handle,
    ...(variants.length > 0 && {
      productOptions: productOptions(action),
      variants: variants.map((variant) => ({
        ...newVariantInput<ProductVariantSetInput>(variant, optionNames),
        inventoryQuantities: variant.stock.map(({ locationId, available }) => ({
          locationId,
          name: 'available',
          quantity: available,
        })),
        ...(variant.imageUrl && {
          file: { originalSource: fetchedAddress(variant.imageUrl), contentType: 'IMAGE' as const },
        }),
      })),
    }),
    ...(images.length > 0 && {
      files: images.map(({ url, alt }) => ({
        originalSource: fetchedAddress(url),
        alt,
        contentType: contentTypeOf(url),
      })),
    }),
  };
}

function productOptions({ optionNames, variants, changes }: CreateProduct) {
  if (optionNames.length === 0)
    return [{ name: DEFAULT_OPTION_NAME, values: [{ name: DEFAULT_OPTION_VALUE }] }];
  return optionNames.map((name, index) => {
    const values = new Map<string, string>();
    for (const { optionValues } of variants) {
      const value = optionValues[index] ?? '';
      if (!values.has(nameKey(value))) values.set(nameKey(value), value);
    }
    const order = changes.find(({ key }) => fieldOf(key).orders === index)?.to;
    const asked = textsIn(order).filter((value) => values.has(nameKey(value)));
    const all = new Map([...asked.map((value) => [nameKey(value), value] as const), ...values]);
    return { name, values: [...all.values()].map((value) => ({ name: value })) };
  });
}

/** Nothing was created; the row that Shopify names has the error, the others wait for it. */
function refusedRows(action: CreateProduct, errors: readonly UserError[]): RefusedRow[] {
  const byRow = groupBy(errors, (error) => rowOf(action, error));
  const [refused = action.ref] = byRow.keys();
  return rowsOf(action).map((ref) => {
    const own = [...byRow].find(([named]) => named.sheetId === ref.sheetId && named.row === ref.row);
    if (own) return refuse(ref, own[1]);
    const message = `Not created: ${describeRow(refused, ref)} of this product was refused. Mend that row first.`;
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
