import type { ExecutionContext } from '../../graphql/execution/context';
import { failure } from '../../graphql/execution/failures';
import { nothing, type Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { handleFrom } from '../normalise/handle';
import { checkOwnedMetafields } from '../rules/metafields/check-metafield';
import type { Collection } from '../state/publishing';
import { writeOwnedMetafields } from '../writes/put-metafields';
import { startJob } from '../writes/start-job';
import {
  type CollectionArgs,
  type CollectionInput,
  checkCollection,
  imageAfter,
  inputOf,
  ruleSetOf,
} from './input';
import { newSource, updatedSources } from './source-input';
import { sourcesOf, withSources } from './sources';

/** Products are chosen in the background (schema); the answer carries the job. */
export function collectionUpdate(args: CollectionArgs, context: ExecutionContext): Payload {
  const { state, now, nowMs } = context;
  const input = inputOf(args);
  if (!input.id) throw failure('id must be specified on collectionUpdate', { code: 'BAD_REQUEST' });
  const collection = state.collections.get(input.id);
  const refused = (userErrors: readonly UserError[]): Payload => ({
    collection: null,
    job: null,
    userErrors,
  });
  if (!collection) return refused([userError(null, 'Collection does not exist')]);
  const owner = { ownerId: collection.id, ownerType: 'COLLECTION' };
  const userErrors = [
    ...checkCollection(state, input, collection),
    ...checkHandle(context, input, collection),
    ...checkKind(input, collection),
    ...checkOwnedMetafields(context, owner, input.metafields).map(({ at, message }) =>
      userError(at, message),
    ),
  ];
  if (userErrors.length > 0) return refused(userErrors);
  const changesProducts = hasSources(input) || input.ruleSet != null;
  const changed: Collection = {
    ...collection,
    title: input.title?.trim() ?? collection.title,
    handle: input.handle ? handleFrom(input.handle) : collection.handle,
    descriptionHtml: input.descriptionHtml ?? collection.descriptionHtml,
    sortOrder: input.sortOrder ?? collection.sortOrder,
    templateSuffix: input.templateSuffix === undefined ? collection.templateSuffix : input.templateSuffix,
    seo: { ...collection.seo, ...input.seo },
    image: imageAfter(context, collection.image, input),
    ruleSet: input.ruleSet ? ruleSetOf(input) : collection.ruleSet,
    rulesApplyFromMs: changesProducts ? nowMs : collection.rulesApplyFromMs,
    updatedAt: now,
  };
  const written = state.collections.put(
    hasSources(input) ? withInputSources(context, changed, input) : changed,
  );
  writeOwnedMetafields(context, owner, input.metafields ?? []);
  if (input.redirectNewHandle) redirect(context, collection, written);
  return { collection: written, job: changesProducts ? startJob(context) : null, userErrors: [] };
}

const hasSources = ({ sourcesToCreate, sourcesToUpdate, sourcesToDelete }: CollectionInput): boolean =>
  [sourcesToCreate, sourcesToUpdate, sourcesToDelete].some((list) => list?.length);

function withInputSources(
  { state }: ExecutionContext,
  collection: Collection,
  input: CollectionInput,
): Collection {
  const deleted = new Set(input.sourcesToDelete);
  const kept = sourcesOf(collection).filter(({ id }) => !deleted.has(id));
  const made = (input.sourcesToCreate ?? []).flatMap((one) => newSource(state, one));
  return withSources(collection, [...updatedSources(state, kept, input.sourcesToUpdate ?? []), ...made]);
}

function checkHandle(
  { state }: ExecutionContext,
  { handle }: CollectionInput,
  self: Collection,
): UserError[] {
  const others = handle ? state.collections.find('handle', handleFrom(handle)) : [];
  return others.some(({ id }) => id !== self.id)
    ? [userError(['handle'], 'Handle has already been taken')]
    : [];
}

/** A collection is by hand or by rules from the start; sources that are not its own cannot be changed. */
function checkKind(input: CollectionInput, collection: Collection): UserError[] {
  const errors: UserError[] = [];
  if (input.ruleSet && !collection.ruleSet)
    errors.push(userError(['ruleSet'], 'Cannot update rule set of a custom collection'));
  const known = new Set(sourcesOf(collection).map(({ id }) => id));
  const named = [
    ...(input.sourcesToUpdate ?? []).map((one) => one.condition?.id ?? one.subCollections?.id ?? ''),
    ...(input.sourcesToDelete ?? []),
  ];
  if (named.some((id) => !known.has(id)))
    errors.push(
      userError([input.sourcesToUpdate ? 'sourcesToUpdate' : 'sourcesToDelete'], 'Source does not exist'),
    );
  return errors;
}

function redirect({ state, now }: ExecutionContext, before: Collection, after: Collection): void {
  if (before.handle === after.handle) return;
  const path = `/collections/${before.handle}`;
  const known = state.urlRedirects.find('path', path.toLowerCase())[0];
  state.urlRedirects.put({
    id: known?.id ?? state.newId('UrlRedirect'),
    path,
    target: `/collections/${after.handle}`,
    createdAt: known?.createdAt ?? now,
  });
}

export function collectionDelete(args: { input: { id: string } }, { state }: ExecutionContext): Payload {
  const { id } = args.input;
  const { shop } = state;
  if (!state.collections.get(id))
    return { ...nothing, shop, userErrors: [userError(['id'], 'Collection does not exist')] };
  state.collections.delete(id);
  for (const metafield of state.metafields.find('owner', id)) state.metafields.delete(metafield.id);
  for (const published of state.resourcePublications.find('publishable', id))
    state.resourcePublications.delete(published.id);
  return { deletedCollectionId: id, shop, userErrors: [] };
}
