import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { userError } from '../../graphql/user-errors';
import { joinCollections } from '../collections/join';
import { checkOwnedMetafields } from '../rules/metafields/check-metafield';
import type { MetafieldInput } from '../rules/metafields/metafield-input';
import { checkNewHandle, checkProductFields, type ProductFields } from '../rules/product-fields';
import { defaultOptionName, defaultValueName } from '../rules/variants/default-variant';
import { checkLinkedOptions } from '../rules/variants/linked-options';
import { checkOptionsOnCreate, inPosition, newOption } from '../rules/variants/option-input';
import type { OptionInput, Product } from '../state/product';
import { addMedia, checkMedia, type MediaInput } from '../writes/put-media';
import { writeOwnedMetafields } from '../writes/put-metafields';
import { insertProduct } from '../writes/put-product';
import { insertVariant, stockNewVariant } from '../writes/put-variant';

interface CreateFields extends ProductFields {
  readonly id?: string | null;
  readonly productOptions?: readonly OptionInput[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly collectionsToJoin?: readonly string[] | null;
}

interface Args {
  readonly product?: CreateFields | null;
  readonly input?: CreateFields | null;
  readonly media?: readonly MediaInput[] | null;
}

export function productCreate(args: Args, context: ExecutionContext): Payload {
  const fields = args.product ?? args.input ?? {};
  const { shop } = context.state;
  if (fields.id) {
    /** Recorded: before anything else is looked at. */
    return {
      product: null,
      shop,
      userErrors: [userError(['input'], 'id cannot be specified during creation')],
    };
  }
  const options = inPosition(fields.productOptions ?? []);
  const userErrors = [
    ...checkProductFields(fields, true),
    ...checkNewHandle(context.state, fields.handle, null),
    ...checkOptionsOnCreate(options),
    ...checkLinkedOptions(context.state, options, {
      at: ['options'],
      combined: 'CANNOT_COMBINE_LINKED_METAFIELD_AND_OPTION_VALUES',
    }),
    ...checkMedia(args.media ?? []),
    ...checkOwnedMetafields(context, { ownerId: '', ownerType: 'PRODUCT' }, fields.metafields).map(
      ({ at, message }) => userError(at, message),
    ),
  ];
  if (userErrors.length > 0) return { product: null, shop, userErrors };
  const product = insertProduct(context, fields);
  addFirstVariant(context, product, options);
  writeOwnedMetafields(context, { ownerId: product.id, ownerType: 'PRODUCT' }, fields.metafields ?? []);
  addMedia(context, product, args.media ?? []);
  joinCollections(context, product.id, fields.collectionsToJoin ?? []);
  return { product: context.state.products.get(product.id), shop, userErrors: [] };
}

/** One variant of the first value of each option; the other values wait without variants (recorded). */
export function addFirstVariant(
  context: ExecutionContext,
  product: Product,
  inputs: readonly OptionInput[],
): void {
  const { state } = context;
  const wanted =
    inputs.length > 0 ? inputs : [{ name: defaultOptionName, values: [{ name: defaultValueName }] }];
  const options = wanted.map((input) => newOption(state, input));
  const withOptions = state.products.put({ ...product, options });
  const valueIds = options.flatMap((option) => option.values[0]?.id ?? []);
  const variant = insertVariant(context, withOptions, valueIds, {}, { tracked: false });
  stockNewVariant(context, variant, []);
  state.products.put({ ...withOptions, variantIds: [variant.id] });
}
