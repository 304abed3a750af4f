import type { GraphQLResolveInfo } from 'graphql';
import { type SortKeys, sortRows } from '../../shop/rules/sort-rows';
import type { UrlRedirect } from '../../shop/state/url-redirect';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import { searchRows } from '../search/search-rows';
import { urlRedirectFields } from '../search/url-redirect-fields';
import { countUpTo } from '../types/values';

interface SearchArgs {
  readonly query?: string | null;
}

/** UrlRedirectSortKeys; ID and RELEVANCE keep the order of the ids. */
const sortKeys: SortKeys<UrlRedirect> = { PATH: ({ path }) => path.toLowerCase() };

const found = ({ query }: SearchArgs, context: ExecutionContext, info: GraphQLResolveInfo) =>
  searchRows(context.state.urlRedirects.all(), query, urlRedirectFields, context, info);

export const urlRedirect = (args: { id: string }, { state }: ExecutionContext) =>
  state.urlRedirects.get(args.id) ?? null;

export const urlRedirects = (
  args: PageArgs & SearchArgs & { readonly sortKey?: string | null },
  context: ExecutionContext,
  info: GraphQLResolveInfo,
) => connection(sortRows(found(args, context, info), args.sortKey, sortKeys), args);

export const urlRedirectsCount = (
  args: SearchArgs & { readonly limit?: number | null },
  context: ExecutionContext,
  info: GraphQLResolveInfo,
) => countUpTo(args.limit, found(args, context, info).length);
