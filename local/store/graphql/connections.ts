import type { Row } from '../shop/state/table';
import { failure } from './execution/failures';

/** The arguments every Shopify connection takes. */
export interface PageArgs {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: string | null;
  readonly before?: string | null;
  readonly reverse?: boolean | null;
}

export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/**
 * Shopify's cursors are base64 of `{"last_id":…,"last_value":"…"}` (recorded). The value is the whole tail of the
 * id, because levels of one location share a number.
 */
function cursorOf(row: Row): string {
  const tail = row.id.replace(/^gid:\/\/[^/]+\/[^/]+\//, '');
  return Buffer.from(JSON.stringify({ last_id: Number.parseInt(tail, 10) || 0, last_value: tail })).toString(
    'base64',
  );
}

/** One page of rows that already stand in the connection's order; `reverse` turns that order round. */
export function connection<T extends Row>(rows: readonly T[], args: PageArgs): Connection<T> {
  const ordered = args.reverse ? [...rows].reverse() : rows;
  const { start, end } = window(ordered, args);
  const edges = ordered.slice(start, end).map((node) => ({ cursor: cursorOf(node), node }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: end < ordered.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function window(rows: readonly Row[], args: PageArgs): { start: number; end: number } {
  const { first, last } = args;
  if (first == null && last == null) {
    throw failure('you must provide one of first or last', { code: 'BAD_REQUEST' });
  }
  if (first != null && last != null) {
    throw failure('providing both first and last is not supported', { code: 'BAD_REQUEST' });
  }
  const from = args.after ? indexOf(rows, args.after) + 1 : 0;
  const to = args.before ? indexOf(rows, args.before) : rows.length;
  if (first != null) return { start: from, end: Math.max(from, Math.min(to, from + first)) };
  return { start: Math.max(from, to - (last ?? 0)), end: Math.max(from, to) };
}

function indexOf(rows: readonly Row[], cursor: string): number {
  const index = rows.findIndex((row) => cursorOf(row) === cursor);
  if (index < 0) throw failure('Invalid cursor for current pagination sort.', { code: 'BAD_REQUEST' });
  return index;
}
