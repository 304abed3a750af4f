import { isPublished } from '../../shop/rules/is-published';
import type { ResourcePublication } from '../../shop/state/publishing';
import type { Row } from '../../shop/state/table';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import type { ObjectFields } from '../execution/field-resolver';
import { isOfCatalogType } from '../queries/publications';
import { exactCount } from './values';

interface Filter {
  readonly onlyPublished?: boolean | null;
}

function publicationsOf(
  row: Row,
  context: ExecutionContext,
  { onlyPublished }: Filter,
): ResourcePublication[] {
  const all = context.state.resourcePublications.find('publishable', row.id);
  return onlyPublished === false ? all : all.filter((published) => isPublished(published, context));
}

const isPublishedOn = (row: Row, context: ExecutionContext, publicationId: string | undefined): boolean =>
  publicationsOf(row, context, {}).some((published) => published.publicationId === publicationId);

const ownPublication = ({ state }: ExecutionContext) =>
  state.publications.all().find((publication) => publication.isOfThisApp);

/** Publishing fields of products and collections. */
export const publishableFields: ObjectFields<Row> = {
  availablePublicationsCount: (row, _args, context) => exactCount(publicationsOf(row, context, {}).length),
  publicationCount: (row, args: Filter, context) => publicationsOf(row, context, args).length,
  publishedOnCurrentChannel: (row, _args, context) =>
    isPublishedOn(row, context, ownPublication(context)?.id),
  publishedOnCurrentPublication: (row, _args, context) =>
    isPublishedOn(row, context, ownPublication(context)?.id),
  publishedOnPublication: (row, args: { publicationId: string }, context) =>
    isPublishedOn(row, context, args.publicationId),
  resourcePublicationOnCurrentPublication: (row, _args, context) => {
    const own = ownPublication(context)?.id;
    return (
      publicationsOf(row, context, { onlyPublished: false }).find((one) => one.publicationId === own) ?? null
    );
  },
  resourcePublications: (row, args: PageArgs & Filter, context) =>
    connection(publicationsOf(row, context, args), args),
  resourcePublicationsCount: (row, args: Filter, context) =>
    exactCount(publicationsOf(row, context, args).length),
  resourcePublicationsV2: (
    row,
    args: PageArgs & Filter & { readonly catalogType?: string | null },
    context,
  ) => {
    const { publications } = context.state;
    const asked = publicationsOf(row, context, args).filter((one) => {
      const publication = publications.get(one.publicationId);
      return publication !== undefined && isOfCatalogType(context, publication, args.catalogType);
    });
    return connection(asked, args);
  },
  unpublishedPublications: (row, args: PageArgs, context) => {
    const published = new Set(publicationsOf(row, context, {}).map((one) => one.publicationId));
    return connection(
      context.state.publications.all().filter((publication) => !published.has(publication.id)),
      args,
    );
  },
};
