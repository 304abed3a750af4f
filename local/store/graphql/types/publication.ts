import { handleFrom } from '../../shop/normalise/handle';
import { isPublished } from '../../shop/rules/is-published';
import { gid, gidNumber } from '../../shop/state/ids';
import type { Product } from '../../shop/state/product';
import type { Publication, ResourcePublication } from '../../shop/state/publishing';
import type { StoreState } from '../../shop/state/store-state';
import { connection, type PageArgs } from '../connections';
import type { ObjectFields } from '../execution/field-resolver';
import { countUpTo } from './values';

export const publicationFields: ObjectFields<Publication> = {
  autoPublish: ({ autoPublish }) => autoPublish ?? false,
  catalog: (publication, _args, { state }) =>
    publication.isOfCatalog
      ? (state.catalogs.all().find(({ publicationId }) => publicationId === publication.id) ?? null)
      : channelCatalog(publication),
  includedProducts: (publication, args: PageArgs, { state }) =>
    connection(productsOn(state, publication), args),
  includedProductsCount: (publication, args: { readonly limit?: number | null }, { state }) =>
    countUpTo(args.limit, productsOn(state, publication).length),
  name: ({ name, id }) => name || gidNumber(id),
  operation: () => null,
  products: (publication, args: PageArgs, { state }) => connection(productsOn(state, publication), args),
  supportsFuturePublishing: (publication) => publication.name === 'Online Store',
};

const productsOn = (state: StoreState, { id }: Publication): readonly Product[] =>
  state.products
    .all()
    .filter((product) =>
      state.resourcePublications
        .find('publishable', product.id)
        .some(({ publicationId }) => publicationId === id),
    );

/** A channel's catalog bears a number for a title; which channel it is, its app tells. */
function channelCatalog({ id, name }: Publication) {
  const number = gidNumber(id);
  const apps = [{ id: gid('App', number), title: name, handle: channelHandles[name] ?? handleFrom(name) }];
  return { id: gid('AppCatalog', number), title: `Channel Catalog ${number}`, status: 'ACTIVE', apps };
}

/** Shopify's own channels are apps with handles that do not follow from their names. */
const channelHandles: Readonly<Record<string, string>> = {
  'Online Store': 'online_store',
  'Point of Sale': 'pos',
};

interface ChannelCatalog {
  readonly apps: readonly { readonly id: string }[];
}

export const appCatalogFields: ObjectFields<ChannelCatalog> = {
  apps: ({ apps }, args: PageArgs) => connection(apps, args),
};

export const resourcePublicationFields: ObjectFields<ResourcePublication> = {
  isPublished: (published, _args, context) => isPublished(published, context),
  publication: (published, _args, { state }) => state.publications.get(published.publicationId),
  publishable: (published, _args, { state }) =>
    state.products.get(published.publishableId) ?? state.collections.get(published.publishableId),
};
