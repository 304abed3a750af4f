import { type UserError, userError } from '../../graphql/user-errors';
import { handleFrom } from '../normalise/handle';
import { normaliseTags } from '../normalise/tags';
import type { StoreState } from '../state/store-state';
import { longestText } from './limits';

/** Errors of productCreate, productUpdate and productSet about a product itself. */
export interface ProductFields {
  readonly title?: string | null;
  readonly handle?: string | null;
  readonly redirectNewHandle?: boolean | null;
  readonly descriptionHtml?: string | null;
  readonly vendor?: string | null;
  readonly productType?: string | null;
  readonly tags?: readonly string[] | string | null;
  readonly status?: string | null;
  readonly category?: string | null;
  readonly seo?: { readonly title?: string | null; readonly description?: string | null } | null;
  readonly templateSuffix?: string | null;
  readonly giftCard?: boolean | null;
  readonly giftCardTemplateSuffix?: string | null;
  readonly requiresSellingPlan?: boolean | null;
  readonly combinedListingRole?: 'PARENT' | 'CHILD' | null;
}

const mostTags = 250;

/** Errors in Shopify's order, their fields relative to the product's own input. */
export function checkProductFields(fields: ProductFields, creating: boolean): UserError[] {
  const errors: UserError[] = [];
  const tooLong = (value: string | null | undefined, field: string, label: string): void => {
    if (value && value.length > longestText) {
      errors.push(userError([field], `${label} is too long (maximum is ${longestText} characters)`));
    }
  };
  const { title } = fields;
  if ((creating || title !== undefined) && !title?.trim())
    errors.push(userError(['title'], "Title can't be blank"));
  tooLong(title, 'title', 'Title');
  tooLong(fields.vendor, 'vendor', 'Vendor');
  tooLong(fields.productType, 'productType', 'Product type');
  tooLong(fields.productType, 'customProductType', 'Custom product type');
  tooLong(fields.handle, 'handle', 'Handle');
  const tags = normaliseTags([fields.tags ?? []].flat());
  if (tags.some((tag) => tag.length > longestText))
    errors.push(userError(['tags'], 'Product tags is invalid'));
  else if (tags.length > mostTags) {
    errors.push(userError(['tags'], `Tags is too long (maximum is ${mostTags} tags)`));
  }
  return errors;
}

/** A handle that was asked for must be free; `self` is the product that may keep its own. */
export function checkNewHandle(
  state: StoreState,
  wanted: string | null | undefined,
  self: string | null,
  field: readonly string[] = ['input', 'handle'],
): UserError[] {
  const handle = handleFrom(wanted ?? '');
  if (!wanted || handle === '') return [];
  if (state.products.find('handle', handle).every((product) => product.id === self)) return [];
  return [
    userError(field, `Handle '${wanted}' already in use. Please provide a new handle.`, 'HANDLE_NOT_UNIQUE'),
  ];
}
