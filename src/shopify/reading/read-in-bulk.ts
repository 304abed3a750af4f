import { hashText } from '../../plan/compare/canonical';
import type { SnapshotNeeds } from '../../plan/model/snapshot';
import { type Result, succeed } from '../../ports/problem';
import type { BulkAccess } from '../bulk/bulk-operation';
import type { LookUpMemory, Unfinished } from '../bulk/look-up-memory';
import { runBulkQuery } from '../bulk/run-bulk-query';
import { allProductsText, allVariantsText } from '../documents/generated/whole-shop';
import { included } from '../queries/products';
import type { BulkWay, PricedWay } from './choose-way';
import { TIME_UP } from './deadline-client';
import { readWholeShop, type WholeShop } from './whole-shop';

interface Access extends BulkAccess {
  readonly memory: LookUpMemory;
}

/**
 * Reads all that the shop has; undefined where Shopify does not read it this way now. A query that is not done at the
 * deadline is continued by the next execution, which asks for the same.
 */
export function readInBulk(
  access: Access,
  way: BulkWay,
  needs: SnapshotNeeds,
  deadlineMs: number,
): Result<WholeShop | undefined> {
  const { clock, memory } = access;
  const query = queryOf(way, needs);
  const unfinished = memory.load(clock.now());
  const reader = readWholeShop(way.of, { ...needs, levels: way.levels });
  const run = {
    deadlineMs,
    begun: isOf(query, unfinished) ? unfinished.id : undefined,
    onBegun: (id: string) => memory.save({ kind: 'bulk', query: hashText(query), id, atMs: clock.now() }),
  };
  const read = runBulkQuery(access, query, run, reader.take);
  if (!read.ok) return read;
  if (read.value === 'running') return TIME_UP;
  if (read.value === 'unreadable') memory.noteUnreadable(clock.now());
  return succeed(read.value === 'read' ? reader.shop() : undefined);
}

/** The way of which an earlier execution began a bulk query. */
export function begunWay(
  ways: readonly PricedWay[],
  needs: SnapshotNeeds,
  unfinished: Unfinished | undefined,
): BulkWay | undefined {
  for (const { way } of ways) if (way.kind === 'bulk' && isOf(queryOf(way, needs), unfinished)) return way;
  return undefined;
}

function isOf(
  query: string,
  unfinished: Unfinished | undefined,
): unfinished is Extract<Unfinished, { readonly kind: 'bulk' }> {
  return unfinished?.kind === 'bulk' && unfinished.query === hashText(query);
}

function queryOf({ of, levels }: BulkWay, needs: SnapshotNeeds): string {
  return of === 'products' ? allProductsText({ ...included(needs), levels }) : allVariantsText({ levels });
}
