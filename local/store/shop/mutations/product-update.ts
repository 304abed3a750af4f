import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { userError } from '../../graphql/user-errors';
import { joinCollections, leaveCollections } from '../collections/join';
import { checkOwnedMetafields } from '../rules/metafields/check-metafield';
import type { MetafieldInput } from '../rules/metafields/metafield-input';
import { deleteConflicting } from '../rules/metafields/metafield-owner-rules';
import { checkNewHandle, checkProductFields, type ProductFields } from '../rules/product-fields';
import { type ProductIdentifier, productByIdentifierOf } from '../rules/product-identifier';
import { addMedia, checkMedia, type MediaInput } from '../writes/put-media';
import { writeOwnedMetafields } from '../writes/put-metafields';
import { updateProduct } from '../writes/put-product';

interface UpdateFields extends ProductFields {
  readonly id?: string | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly collectionsToJoin?: readonly string[] | null;
  readonly deleteConflictingConstrainedMetafields?: boolean | null;
  readonly collectionsToLeave?: readonly string[] | null;
}

interface Args {
  readonly identifier?: ProductIdentifier | null;
  readonly product?: UpdateFields | null;
  readonly input?: UpdateFields | null;
  readonly media?: readonly MediaInput[] | null;
}

/** With errors nothing is written and the product is answered as it was (recorded). */
export function productUpdate(args: Args, context: ExecutionContext): Payload {
  const { state } = context;
  const fields = args.product ?? args.input ?? {};
  const product = args.identifier
    ? productByIdentifierOf(state, args.identifier)
    : state.products.get(fields.id ?? '');
  if (!product) return { product: null, userErrors: [userError(['id'], 'Product does not exist')] };
  const userErrors = [
    ...checkProductFields(fields, false),
    ...checkNewHandle(state, fields.handle, product.id),
    ...checkMedia(args.media ?? []),
    ...checkOwnedMetafields(context, { ownerId: product.id, ownerType: 'PRODUCT' }, fields.metafields).map(
      ({ at, message }) => userError(at, message),
    ),
  ];
  if (userErrors.length > 0) return { product, userErrors };
  updateProduct(context, product, fields);
  if (fields.deleteConflictingConstrainedMetafields) deleteConflicting(state, product.id);
  writeOwnedMetafields(context, { ownerId: product.id, ownerType: 'PRODUCT' }, fields.metafields ?? []);
  addMedia(context, product, args.media ?? []);
  joinCollections(context, product.id, fields.collectionsToJoin ?? []);
  leaveCollections(context, product.id, fields.collectionsToLeave ?? []);
  return { product: state.products.get(product.id), userErrors: [] };
}
