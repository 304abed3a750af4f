import { connection, type PageArgs } from '../connections';
import type { ObjectFields } from '../execution/resolve';
import { isPublished } from '../rules/is-published';
import type { Publication, ResourcePublication } from '../state/publishing';

export const publicationFields: ObjectFields<Publication> = {
  autoPublish: () => false,
  supportsFuturePublishing: (publication) => publication.name === 'Online Store',
  products: (publication, args: PageArgs, { state }) =>
    connection(
      state.products
        .all()
        .filter((product) =>
          state.resourcePublications
            .find('publishable', product.id)
            .some((published) => published.publicationId === publication.id),
        ),
      args,
    ),
};

export const resourcePublicationFields: ObjectFields<ResourcePublication> = {
  isPublished: (published, _args, context) => isPublished(published, context),
  publication: (published, _args, { state }) => state.publications.get(published.publicationId),
  publishable: (published, _args, { state }) =>
    state.products.get(published.publishableId) ?? state.collections.get(published.publishableId),
};
