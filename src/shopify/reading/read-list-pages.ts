import type { PriceListId } from '../../catalog/markets/catalogs';
import { chunk, most, sumOf } from '../../catalog/values/arrays';
import type { VariantId } from '../../catalog/values/gid';
import { type Result, succeed } from '../../ports/problem';
import type { AdminClient } from '../client/admin-client';
import { fetchAll, fetchPages } from '../client/fetch-all';
import type { GraphqlRequest } from '../client/graphql';
import { type PricesPart, VARIANTS_PER_SEARCH } from '../queries/markets';
import type { Asked } from './way-cost';

export interface AskedOfLists {
  readonly lists: readonly PriceListId[];
  readonly variants: readonly VariantId[];
}

export interface PagesOfList<Data, Found> {
  readonly request: (part: PricesPart) => GraphqlRequest<Data>;
  readonly foundIn: (
    part: PricesPart,
    data: Data,
  ) => {
    readonly found: readonly Found[];
    readonly next: PricesPart | undefined;
    readonly pages: number;
  };
  /** Another way to all of it, given what is left to ask; undefined where it is not taken. */
  readonly instead?: (left: Asked) => Result<readonly Found[] | undefined>;
}

/** Reads what lists fix, by pages of a whole list or by the variants, whichever takes fewer requests; all lists at once. */
export function readListPages<Data, Found>(
  client: AdminClient,
  { lists, variants }: AskedOfLists,
  pages: PagesOfList<Data, Found>,
): Result<readonly Found[]> {
  const searches = chunk(variants, VARIANTS_PER_SEARCH);
  if (searches.length <= 1)
    return fetchPages(
      client,
      lists.map((list): PricesPart => ({ list, variants })),
      pages,
    );
  const found: Found[] = [];
  const left: { readonly parts: readonly PricesPart[]; readonly requests: number; readonly turns: number }[] =
    [];
  let points = 0;
  const whole = lists.map((list): PricesPart => ({ list }));
  const first = fetchAll(client, whole, pages.request, ({ list }, data) => {
    const page = pages.foundIn({ list }, data);
    for (const one of page.found) found.push(one);
    if (!page.next) return;
    points = pages.request(page.next).cost;
    const more = page.pages - 1;
    const isFewer = more > searches.length;
    left.push({
      parts: isFewer ? searches.map((some) => ({ list, variants: some })) : [page.next],
      requests: Math.min(more, searches.length),
      turns: isFewer ? 1 : more,
    });
  });
  if (!first.ok) return first;
  const requests = sumOf(left, (each) => each.requests);
  const turns = most(left.map((each) => each.turns));
  const other = pages.instead?.({ requests, points: requests * points, turns }) ?? succeed(undefined);
  if (!other.ok) return other;
  if (other.value) return succeed(other.value);
  const rest = fetchPages(
    client,
    left.flatMap(({ parts }) => parts),
    pages,
  );
  return rest.ok ? succeed([...found, ...rest.value]) : rest;
}
