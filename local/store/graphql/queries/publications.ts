import { gidType } from '../../shop/state/ids';
import type { Publication } from '../../shop/state/publishing';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';

const catalogTypes: Readonly<Record<string, string>> = {
  APP: 'AppCatalog',
  COMPANY_LOCATION: 'CompanyLocationCatalog',
  MARKET: 'MarketCatalog',
};

/** CatalogType: of a channel, of a catalog, or NONE where a publication waits for its catalog. */
export function isOfCatalogType(
  { state }: ExecutionContext,
  { id, isOfCatalog }: Publication,
  type: string | null | undefined,
): boolean {
  if (type == null) return true;
  if (!isOfCatalog) return type === 'APP';
  const catalog = state.catalogs.all().find(({ publicationId }) => publicationId === id);
  return catalog ? gidType(catalog.id) === catalogTypes[type] : type === 'NONE';
}

export const publications = (
  args: PageArgs & { readonly catalogType?: string | null },
  context: ExecutionContext,
) =>
  connection(
    context.state.publications.all().filter((one) => isOfCatalogType(context, one, args.catalogType)),
    args,
  );

export const publication = (args: { id: string }, { state }: ExecutionContext) =>
  state.publications.get(args.id) ?? null;
