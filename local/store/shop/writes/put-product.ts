import type { ExecutionContext } from '../../graphql/execution/context';
import { failure } from '../../graphql/execution/failures';
import { publishAutomatically } from '../markets/catalog-publications';
import { freeHandle, handleFrom } from '../normalise/handle';
import { normaliseTags } from '../normalise/tags';
import type { ProductFields } from '../rules/product-fields';
import type { Product, ProductStatus } from '../state/product';
import { findCategory } from '../taxonomy/categories';
import { redirectOldHandle } from './put-redirect';

/** A product of its fields alone: no options, variants or media yet. Fields are already checked. */
export function insertProduct(context: ExecutionContext, fields: ProductFields): Product {
  const { state, now } = context;
  const blank: Product = {
    id: state.newId('Product'),
    title: '',
    handle: '',
    descriptionHtml: '',
    vendor: state.shop.name,
    productType: '',
    tags: [],
    status: 'ACTIVE',
    categoryId: null,
    seo: { title: null, description: null },
    templateSuffix: null,
    isGiftCard: fields.giftCard ?? false,
    giftCardTemplateSuffix: null,
    requiresSellingPlan: false,
    combinedListingRole: fields.combinedListingRole ?? null,
    combinedListingParentId: null,
    options: [],
    variantIds: [],
    mediaIds: [],
    totalInventory: { shown: 0, untilMs: 0 },
    createdAt: now,
    updatedAt: now,
    publishedAt: null,
  };
  const product = state.products.put(withFields(context, blank, fields));
  publishAutomatically(context, product.id);
  return product;
}

/** Writes the fields of a product that is there. */
export function updateProduct(context: ExecutionContext, product: Product, fields: ProductFields): Product {
  const updated = context.state.products.put(withFields(context, product, fields));
  if (fields.redirectNewHandle) redirectOldHandle(context, product, updated);
  return updated;
}

/** The product with the fields that are present; absent ones stay (recorded). */
function withFields(context: ExecutionContext, product: Product, fields: ProductFields): Product {
  const title = fields.title?.trim() ?? product.title;
  return {
    ...product,
    title,
    handle: nextHandle(context, product, title, fields.handle),
    descriptionHtml:
      fields.descriptionHtml === undefined ? product.descriptionHtml : (fields.descriptionHtml ?? ''),
    vendor: fields.vendor === undefined ? product.vendor : (fields.vendor?.trim() ?? ''),
    productType: fields.productType === undefined ? product.productType : (fields.productType?.trim() ?? ''),
    tags: fields.tags === undefined ? product.tags : normaliseTags([fields.tags ?? []].flat()),
    status: (fields.status ?? product.status) as ProductStatus,
    categoryId: fields.category === undefined ? product.categoryId : knownCategory(fields.category),
    seo: fields.seo ? { ...product.seo, ...fields.seo } : product.seo,
    templateSuffix: fields.templateSuffix === undefined ? product.templateSuffix : fields.templateSuffix,
    giftCardTemplateSuffix:
      fields.giftCardTemplateSuffix === undefined
        ? product.giftCardTemplateSuffix
        : fields.giftCardTemplateSuffix,
    requiresSellingPlan: fields.requiresSellingPlan ?? product.requiresSellingPlan,
    updatedAt: context.now,
  };
}

/** A handle that was not asked for follows the title, once, and makes way for those that exist (recorded). */
function nextHandle(
  { state }: ExecutionContext,
  product: Product,
  title: string,
  wanted: string | null | undefined,
): string {
  const asked = handleFrom(wanted ?? '');
  if (asked) return asked;
  if (product.handle) return product.handle;
  return freeHandle(
    wanted?.trim() ? '' : handleFrom(title),
    (handle) => state.products.find('handle', handle).length > 0,
  );
}

/** Recorded: an unknown category fails the whole field, not the product. */
function knownCategory(id: string | null): string | null {
  if (id !== null && !findCategory(id)) {
    throw failure('Invalid product_taxonomy_node_id', { code: 'INVALID_PRODUCT_TAXONOMY_NODE_ID' });
  }
  return id;
}
