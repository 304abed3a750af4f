import { hashText } from '../../plan/hash-text';
import type { SnapshotNeeds } from '../../plan/snapshot';
import { type Result, succeed } from '../../ports/problem';
import type { BulkAccess } from '../bulk/bulk-operation';
import { runBulkQuery } from '../bulk/run-bulk-query';
import { allProductsQuery, allVariantsQuery } from '../queries/whole-shop';
import type { LookUpWay } from './choose-look-up';
import type { LookUpMemory, Unfinished } from './memory';
import { TIME_UP } from './reading';
import { readWholeShop, type WholeShop } from './whole-shop';

type BulkWay = Extract<LookUpWay, { readonly kind: 'bulk' }>;

/**
 * Reads all that the shop has; undefined where Shopify does not read it this way now. A query that is not done at the
 * deadline is gone on with by the next execution, which asks for the same.
 */
export function readInBulk(
  access: BulkAccess,
  memory: LookUpMemory,
  way: BulkWay,
  needs: SnapshotNeeds,
  { begun, deadlineMs }: { readonly begun: Unfinished | undefined; readonly deadlineMs: number },
): Result<WholeShop | undefined> {
  const parts = { ...needs, levels: way.levels };
  const query = queryOf(way, needs);
  const reader = readWholeShop(way.of, parts);
  const read = runBulkQuery(
    access,
    query,
    {
      deadlineMs,
      begun: isOf(query, begun) ? begun.id : undefined,
      onBegun: (id) => memory.save({ kind: 'bulk', query: hashText(query), id, atMs: access.clock.now() }),
    },
    reader.take,
  );
  if (!read.ok) return read;
  if (read.value === 'running') return TIME_UP;
  return succeed(read.value === 'read' ? reader.shop() : undefined);
}

/** The way of which a bulk query was begun by an earlier execution. */
export function begunWay(
  ways: readonly LookUpWay[],
  needs: SnapshotNeeds,
  begun: Unfinished | undefined,
): BulkWay | undefined {
  return ways.find((way): way is BulkWay => way.kind === 'bulk' && isOf(queryOf(way, needs), begun));
}

function isOf(
  query: string,
  begun: Unfinished | undefined,
): begun is Extract<Unfinished, { readonly kind: 'bulk' }> {
  return begun?.kind === 'bulk' && begun.query === hashText(query);
}

function queryOf({ of, levels }: BulkWay, needs: SnapshotNeeds): string {
  return of === 'products' ? allProductsQuery({ ...needs, levels }) : allVariantsQuery({ levels });
}
