import { buildMended } from '../catalog/building/build-catalog';
import type { DesiredCatalog } from '../catalog/building/desired';
import { type Place, rowKey } from '../catalog/tab/row';
import { groupBy } from '../catalog/values/arrays';
import { cellsNow } from './identity/current-cells';
import type { Base } from './model/base';
import type { KeptCell } from './model/kept-cell';
import type { SyncPolicy } from './model/policy';
import { target } from './model/replaced-value';
import type { ShopFacts } from './model/snapshot';

interface Known {
  readonly desired: DesiredCatalog;
  readonly base: Base;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

/**
 * The cells, and those with the same value in rows in error: left unchanged, they would contradict the others once the
 * error is corrected.
 */
export function withRowsInError(
  kept: readonly KeptCell[],
  { desired, base, policy, shop }: Known,
): readonly KeptCell[] {
  if (kept.length === 0) return kept;
  const byTarget = groupBy(kept, ({ id, value }) => (typeof value === 'string' ? target(id, value) : ''));
  const beside = (desired.inError ?? []).flatMap((tab) =>
    [...cellsNow(buildMended(tab), base, policy, shop).cells].flatMap(([key, { sheet, cells }]) => {
      const own = byTarget.get(key) ?? [];
      const isKnown = ({ ref, column }: Place) =>
        own.some((cell) => rowKey(cell.ref) === rowKey(ref) && cell.column === column);
      const [one] = own;
      return one && sheet !== null && one.sheet === sheet
        ? cells.flatMap((place) => (isKnown(place) ? [] : { ...one, ...place }))
        : [];
    }),
  );
  return [...kept, ...beside];
}
