import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { freeHandle, handleFrom } from '../normalise/handle';
import { checkOwnedMetafields } from '../rules/metafields/check-metafield';
import { writeOwnedMetafields } from '../writes/put-metafields';
import { type CollectionArgs, checkCollection, imageAfter, inputOf, ruleSetOf } from './input';
import { newSource } from './source-input';
import { withSources } from './sources';

/** Recorded: the answer that creates a smart collection counts no products, a read right after does. */
const ruleSetTakesMs = 1;

export function collectionCreate(args: CollectionArgs, context: ExecutionContext): Payload {
  const { state, now, nowMs } = context;
  const input = inputOf(args);
  const refused = (userErrors: readonly UserError[]): Payload => ({ collection: null, userErrors });
  if (input.id) return refused([userError(['id'], 'id cannot be specified on collection creation')]);
  const metafields = checkOwnedMetafields(
    context,
    { ownerId: '', ownerType: 'COLLECTION' },
    input.metafields,
  );
  const userErrors = [
    ...checkCollection(state, input, null),
    ...metafields.map(({ at, message }) => userError(at, message)),
  ];
  if (userErrors.length > 0) return refused(userErrors);
  const title = input.title?.trim() ?? '';
  const isTaken = (handle: string): boolean => state.collections.find('handle', handle).length > 0;
  const plain = {
    id: state.newId('Collection'),
    title,
    handle: freeHandle(handleFrom(input.handle || title), isTaken),
    descriptionHtml: input.descriptionHtml ?? '',
    sortOrder: input.sortOrder ?? 'BEST_SELLING',
    templateSuffix: input.templateSuffix ?? null,
    seo: { title: input.seo?.title ?? null, description: input.seo?.description ?? null },
    image: imageAfter(context, null, input),
    ruleSet: ruleSetOf(input),
    productIds: [...new Set(input.products)],
    rulesApplyFromMs: nowMs + ruleSetTakesMs,
    updatedAt: now,
  };
  const { sources } = input;
  const collection = state.collections.put(
    sources?.length
      ? withSources(
          plain,
          sources.flatMap((one) => newSource(state, one)),
        )
      : plain,
  );
  writeOwnedMetafields(context, { ownerId: collection.id, ownerType: 'COLLECTION' }, input.metafields ?? []);
  return { collection, userErrors: [] };
}
