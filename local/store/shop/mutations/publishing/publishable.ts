import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';

interface PublicationInput {
  readonly publicationId?: string | null;
  readonly publishDate?: string | null;
}

interface Args {
  readonly id: string;
  readonly input: readonly PublicationInput[];
}

export const publishablePublish = (args: Args, context: ExecutionContext): Payload =>
  changePublishing(args, context, (input) => publish(context, args.id, input));

export const publishableUnpublish = (args: Args, context: ExecutionContext): Payload =>
  changePublishing(args, context, (input) => unpublish(context, args.id, input));

/** The channel of the app that asks. */
export const publishablePublishToCurrentChannel = (
  args: { id: string },
  context: ExecutionContext,
): Payload => publishablePublish({ id: args.id, input: ownChannel(context) }, context);

export const publishableUnpublishToCurrentChannel = (
  args: { id: string },
  context: ExecutionContext,
): Payload => publishableUnpublish({ id: args.id, input: ownChannel(context) }, context);

const ownChannel = ({ state }: ExecutionContext): PublicationInput[] =>
  state.publications
    .all()
    .filter((publication) => publication.isOfThisApp)
    .map(({ id }) => ({ publicationId: id }));

function changePublishing(
  { id, input }: Args,
  context: ExecutionContext,
  change: (input: PublicationInput) => void,
): Payload {
  const { state } = context;
  const find = () => state.products.get(id) ?? state.collections.get(id) ?? null;
  if (!find()) {
    return {
      publishable: null,
      shop: state.shop,
      userErrors: [userError(['id'], 'Resource does not exist')],
    };
  }
  const userErrors = checkPublications(input, context);
  if (userErrors.length === 0) for (const one of input) change(one);
  return { publishable: find(), shop: state.shop, userErrors };
}

/** Messages as recorded. */
function checkPublications(
  input: readonly PublicationInput[],
  { state, nowMs }: ExecutionContext,
): UserError[] {
  const ids = input.map((one) => one.publicationId);
  return input.flatMap(({ publicationId, publishDate }, index): UserError[] => {
    const at = (field: string) => ['input', String(index), field];
    if (!publicationId) return [userError(at('publicationId'), 'PublicationId cannot be empty')];
    if (!state.publications.get(publicationId)) {
      return [userError(at('publicationId'), 'Publication does not exist or is not publishable')];
    }
    if (ids.indexOf(publicationId) < index) {
      return [userError(at('publicationId'), 'The same publication was specified more than once')];
    }
    if (publishDate && Date.parse(publishDate) < 0) {
      return [userError(at('publishDate'), 'Publish date must be a date after the year 1969')];
    }
    /** Only online store channels publish later (schema); that others refuse is inferred, and the text. */
    if (publishDate && Date.parse(publishDate) > nowMs && !isOnlineStore(state, publicationId))
      return [userError(at('publishDate'), 'Publication does not support future publishing')];
    return [];
  });
}

function publish({ state, now }: ExecutionContext, publishableId: string, input: PublicationInput): void {
  const publicationId = input.publicationId ?? '';
  state.resourcePublications.put({
    id: `${publishableId}|${publicationId}`,
    publishableId,
    publicationId,
    publishDate: input.publishDate ?? now,
  });
  const product = state.products.get(publishableId);
  if (product && isOnlineStore(state, publicationId))
    state.products.put({ ...product, publishedAt: input.publishDate ?? product.publishedAt ?? now });
}

function unpublish({ state }: ExecutionContext, publishableId: string, input: PublicationInput): void {
  const publicationId = input.publicationId ?? '';
  state.resourcePublications.delete(`${publishableId}|${publicationId}`);
  const product = state.products.get(publishableId);
  if (product && isOnlineStore(state, publicationId)) state.products.put({ ...product, publishedAt: null });
}

/** `publishedAt` tells of this channel alone (schema). */
function isOnlineStore({ publications }: ExecutionContext['state'], publicationId: string): boolean {
  return publications.get(publicationId)?.name === 'Online Store';
}
