import type { ExecutionContext } from '../../graphql/execution/context';
import type { Payload } from '../../graphql/execution/payload';
import { type UserError, userError } from '../../graphql/user-errors';
import { gidType } from '../state/ids';
import type { StoreState } from '../state/store-state';

interface CreateArgs {
  readonly input: {
    readonly autoPublish?: boolean | null;
    readonly catalogId?: string | null;
    readonly defaultState?: 'ALL_PRODUCTS' | 'EMPTY' | null;
  };
}

/** A publication for a catalog; a channel's comes with its app. */
export function publicationCreate({ input }: CreateArgs, context: ExecutionContext): Payload {
  const { state } = context;
  const { catalogId, autoPublish, defaultState } = input;
  const catalog = catalogId == null ? undefined : state.catalogs.get(catalogId);
  const refuse = (message: string, code: string): Payload => ({
    publication: null,
    userErrors: [userError(['input', 'catalogId'], message, code)],
  });
  if (catalogId != null && !catalog) return refuse('Catalog does not exist.', 'CATALOG_NOT_FOUND');
  if (catalog?.publicationId) return refuse('Catalog has already been taken', 'TAKEN');
  const publication = state.publications.put({
    id: state.newId('Publication'),
    name: '',
    isOfThisApp: false,
    isOfCatalog: true,
    autoPublish: autoPublish ?? false,
  });
  if (catalog) state.catalogs.put({ ...catalog, publicationId: publication.id });
  if (defaultState === 'ALL_PRODUCTS')
    for (const { id } of state.products.all()) publishOn(context, publication.id, id);
  return { publication, userErrors: [] };
}

function publishOn({ state, now }: ExecutionContext, publicationId: string, publishableId: string): void {
  const id = `${publishableId}|${publicationId}`;
  if (!state.resourcePublications.get(id))
    state.resourcePublications.put({ id, publishableId, publicationId, publishDate: now });
}

/** A new product goes on the publications that want all (schema). */
export function publishAutomatically(context: ExecutionContext, productId: string): void {
  for (const { id, autoPublish } of context.state.publications.all())
    if (autoPublish) publishOn(context, id, productId);
}

interface UpdateArgs {
  readonly id: string;
  readonly input: {
    readonly autoPublish?: boolean | null;
    readonly publishablesToAdd?: readonly string[] | null;
    readonly publishablesToRemove?: readonly string[] | null;
  };
}

/** At once (schema). */
const mostPublishables = 50;

export function publicationUpdate({ id, input }: UpdateArgs, context: ExecutionContext): Payload {
  const { state } = context;
  const publication = state.publications.get(id);
  const refused = (userErrors: readonly UserError[]): Payload => ({ publication: null, userErrors });
  if (!publication) return refused([userError(['id'], 'Publication not found.', 'PUBLICATION_NOT_FOUND')]);
  const [added, removed] = [input.publishablesToAdd ?? [], input.publishablesToRemove ?? []];
  if (added.length + removed.length > mostPublishables) {
    const message = 'The limit for simultaneous publication updates has been exceeded.';
    return refused([userError(['input'], message, 'PUBLICATION_UPDATE_LIMIT_EXCEEDED')]);
  }
  const userErrors = [
    ...checkPublishables(state, 'publishablesToAdd', added, publication.isOfCatalog === true),
    ...checkPublishables(state, 'publishablesToRemove', removed, publication.isOfCatalog === true),
  ];
  if (userErrors.length > 0) return refused(userErrors);
  for (const one of added) publishOn(context, id, one);
  for (const one of removed) state.resourcePublications.delete(`${one}|${id}`);
  const autoPublish = input.autoPublish ?? publication.autoPublish ?? false;
  return { publication: state.publications.put({ ...publication, autoPublish }), userErrors: [] };
}

function checkPublishables(
  state: StoreState,
  field: string,
  ids: readonly string[],
  isOfCatalog: boolean,
): UserError[] {
  return ids.flatMap((id, index) => {
    const at = ['input', field, String(index)];
    if (isOfCatalog && gidType(id) === 'Collection') {
      const message = 'A catalog publication can only contain products.';
      return [userError(at, message, 'UNSUPPORTED_PUBLISHABLE_TYPE')];
    }
    const isThere = state.products.get(id) ?? state.collections.get(id);
    return isThere ? [] : [userError(at, 'Publishable ID not found.', 'INVALID_PUBLISHABLE_ID')];
  });
}

export function publicationDelete({ id }: { id: string }, { state }: ExecutionContext): Payload {
  const publication = state.publications.get(id);
  const refuse = (message: string, code: string): Payload => ({
    deletedId: null,
    userErrors: [userError(['id'], message, code)],
  });
  if (!publication) return refuse('Publication not found.', 'PUBLICATION_NOT_FOUND');
  if (!publication.isOfCatalog) {
    const message = "Can't modify a publication that belongs to an app catalog.";
    return refuse(message, 'CANNOT_MODIFY_APP_CATALOG_PUBLICATION');
  }
  for (const catalog of state.catalogs.all())
    if (catalog.publicationId === id) state.catalogs.put({ ...catalog, publicationId: null });
  for (const published of state.resourcePublications.all())
    if (published.publicationId === id) state.resourcePublications.delete(published.id);
  state.publications.delete(id);
  return { deletedId: id, userErrors: [] };
}
