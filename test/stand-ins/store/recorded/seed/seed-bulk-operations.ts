import type { BulkOperation } from '../../../../../local/store/shop/bulk-operations/bulk-operation';
import type { EmbeddedStore } from '../../../../../local/store/store-types';
import type { Contract, Json } from '../recordings';
import type { KnownThing } from './known-things';
import { neededIds } from './needs-seed';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Longer than any scenario takes: what the recording shows as under way stays as it is until it is canceled. */
const notBeforeMs = 24 * 60 * 60 * 1000;

/** The operations that a scenario names, under way or ended as its answers show them. */
export function seedBulkOperations(
  contract: Contract,
  things: readonly KnownThing[],
  { state, options }: EmbeddedStore,
): void {
  const named = neededIds(contract);
  for (const { id, fields } of things) {
    if (id.startsWith('gid://shopify/BulkOperation/') && named.includes(id)) {
      state.bulkOperations.put(operationFrom(id, fields, options.now()));
    }
  }
}

function operationFrom(id: string, fields: { readonly [key: string]: Json }, nowMs: number): BulkOperation {
  const isRunning = fields.status !== 'COMPLETED';
  return {
    id,
    type: fields.type === 'MUTATION' ? 'MUTATION' : 'QUERY',
    query: text(fields.query),
    apiVersion: '2026-04',
    accessScopes: [],
    groupsObjects: false,
    stagedUploadId: null,
    createdAtMs: nowMs,
    startsAtMs: isRunning ? nowMs + notBeforeMs : nowMs,
    rowsPerSecond: 1,
    breaksOff: null,
    objectCount: Number(text(fields.objectCount) || 0),
    rootObjectCount: Number(text(fields.rootObjectCount) || 0),
    output: isRunning ? [] : ['x'.repeat(Number(text(fields.fileSize) || 0))],
    end: isRunning ? null : { kind: 'completed', atMs: nowMs },
  };
}
