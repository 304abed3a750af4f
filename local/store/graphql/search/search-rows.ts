import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';
import type { Row } from '../../shop/state/table';
import type { ExecutionContext } from '../execution/context';
import { checkTimes } from './check-times';
import { compileSearch } from './compile-search';
import { parseSearch } from './parse-search';
import type { SearchFields } from './search-fields';
import { reportSearch } from './search-report';

/** The rows that a search finds, in their order; all of them where it asks nothing. */
export function searchRows<R extends Row>(
  rows: readonly R[],
  query: string | null | undefined,
  fields: SearchFields<R>,
  context: ExecutionContext,
  info: GraphQLResolveInfo,
): readonly R[] {
  const asked = query?.trim();
  if (!asked) return rows;
  const { nowMs, searches, searchIndex } = context;
  const parsed = parseSearch(asked);
  searches.push(reportSearch(responsePathAsArray(info.path), asked, parsed, fields));
  checkTimes(parsed, fields);
  const matches = compileSearch(parsed, fields, nowMs);
  return rows.filter((row) => {
    const valuesOf = searchIndex.look(fields, row, nowMs);
    return valuesOf !== undefined && matches(valuesOf);
  });
}
