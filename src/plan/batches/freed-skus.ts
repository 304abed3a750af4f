import { describeRow, distinctRows, type RowRef } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import type { VariantId } from '../../catalog/values/gid';
import { skuKey } from '../../catalog/values/plain-name';
import { kindOf, piecesOf } from '../action-kinds';
import type { Base } from '../model/base';
import { actionsOf, type Batch } from '../model/batch';
import type { Piece } from '../model/piece';
import type { RowOutcome } from '../model/row-outcome';

/** A part of a run, without the actions that wait for an item that still has its SKU. */
interface Freed {
  readonly batches: readonly Batch[];
  /** Rows that are told why nothing of theirs is sent. */
  readonly outcomes: readonly RowOutcome[];
}

/** Batches that were sent and free SKUs for other items; only Shopify's answer tells whether they did. */
export interface FreedSkus {
  /** Leaves out the actions that need a SKU which another item was to free and still has. */
  take(batches: readonly Batch[], base: Base): Freed;
  /** Whether one of these must be answered before this one is sent. */
  isAfter(batch: Batch, earlier: readonly Batch[]): boolean;
}

/** `all`: everything that the run is to send. */
export function freedSkus(all: readonly Batch[]): FreedSkus {
  const giving = all.flatMap(skuPieces).filter(({ kind, from }) => kind === 'sku' && skuKey(from) !== '');
  const givers = groupBy(giving, ({ from }) => skuKey(from));
  const tried = new Set<string>();
  const giversOf = (piece: Piece): { readonly giver: Piece; readonly sku: string }[] =>
    skusGot(piece).flatMap((sku) =>
      (givers.get(skuKey(sku)) ?? []).flatMap((giver) => (giver.item === piece.item ? [] : { giver, sku })),
    );
  const unfreed = (piece: Piece, base: Base) =>
    giversOf(piece).find(
      ({ giver, sku }) =>
        tried.has(giver.item) && skuKey(base.variant(giver.item as VariantId)?.sku ?? '') === skuKey(sku),
    );
  return {
    take(batches, base) {
      if (givers.size === 0) return { batches, outcomes: [] };
      const outcomes: RowOutcome[] = [];
      const left = batches.flatMap((batch): Batch[] => {
        const pieces = skuPieces(batch);
        const waiting = pieces.flatMap((piece) => {
          const kept = unfreed(piece, base);
          return kept ? [{ piece, ...kept }] : [];
        });
        for (const { item } of pieces) tried.add(item);
        if (waiting.length === 0) return [batch];
        for (const { piece, giver, sku } of waiting)
          for (const ref of distinctRows([piece.ref, ...piece.rows])) outcomes.push(waits(ref, giver, sku));
        const keys = new Set(waiting.map(({ piece }) => piece.key));
        return withoutPieces(batch, keys);
      });
      return { batches: left, outcomes };
    },
    isAfter(batch, earlier) {
      if (givers.size === 0) return false;
      const items = new Set(earlier.flatMap(skuPieces).map(({ item }) => item));
      return skuPieces(batch).some((piece) => giversOf(piece).some(({ giver }) => items.has(giver.item)));
    },
  };
}

function waits(ref: RowRef, giver: Piece, sku: string): RowOutcome {
  const message = `Not sent: ${describeRow(giver.ref, ref)} still has the SKU “${sku}”, because its change was not made in Shopify. Mend that row and sync again.`;
  return { ref, status: 'skipped', message };
}

function skuPieces(batch: Batch): Piece[] {
  return actionsOf(batch)
    .flatMap(piecesOf)
    .filter(({ kind, creates }) => kind === 'sku' || creates);
}

function skusGot({ creates, kind, value }: Piece): string[] {
  if (creates) return creates.skus.map(({ sku }) => sku);
  return kind === 'sku' && value ? [String(value)] : [];
}

function withoutPieces(batch: Batch, keys: ReadonlySet<string>): Batch[] {
  if (!('action' in batch)) return [batch];
  const isWanted = ({ key }: Piece) => !keys.has(key);
  return kindOf(batch.action)
    .withPieces(batch.action, isWanted)
    .map((action) => ({ ...batch, action }) as Batch);
}
