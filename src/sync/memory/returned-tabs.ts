import type { DesiredCatalog } from '../../catalog/building/desired';
import { type Place, rowKey } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import { knownLooseVariant, knownProduct } from '../../plan/compare/known-items';
import { pairOf, withoutPair } from '../../plan/compare/pairs';
import { itemOf } from '../../plan/compare/undone-marks';
import { cellsNow } from '../../plan/identity/current-cells';
import { type Base, type BaseRecord, baseWith, recordKey } from '../../plan/model/base';
import type { SyncPolicy } from '../../plan/model/policy';
import { target, type ValueKey } from '../../plan/model/replaced-value';
import type { ShopFacts } from '../../plan/model/snapshot';
import type { Services } from '../ground/services';
import type { ReadCatalog } from '../tabs/read-catalog';
import { type Absence, isAnyAway, noteAttendance } from './away-tabs';
import { describeTime } from './compared';
import type { Moves } from './moved-values';
import type { State } from './state-tab';

interface Returning extends ReadCatalog {
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

/** A cell that says something else than what another tab sent. */
interface Told extends Place {
  readonly absence: Absence;
}

/**
 * Forgets what was synced of values that other tabs moved while a tab took no part, and of which it says something else
 * now: whether that is an edit or out of date nobody knows, so it is asked like a cell that was never synced.
 */
export function forgetOutdated(services: Services, state: State, returning: Returning): DesiredCatalog {
  const { desired, tabs, policy, shop } = returning;
  const here = { shop: shop.domain, revision: state.revision ?? 0 };
  const attendance = noteAttendance(
    services,
    tabs.map(({ sheetId }) => sheetId),
    here,
  );
  const isOtherAway = isAnyAway(services, here.shop);
  if (isOtherAway) state.trackMoves();
  if (state.moved.size === 0) return desired;
  const rows = rowsOfMoved(desired, state);
  const { cells } = cellsNow(rows, state.base, policy, shop);
  const records = new Map<string, BaseRecord>();
  const base = baseWith(state.base, records);
  const seen = new Map<string, Moves>();
  const told: Told[] = [];
  for (const [id, moves] of state.moved) {
    const left = { ...moves };
    for (const [key, revision] of Object.entries(moves)) {
      const cell = cells.get(target(id, key as ValueKey));
      const stale = cell?.cells.flatMap((place) => {
        const absence = attendance[String(place.ref.sheetId)]?.find(
          ({ from, to = 0 }) => revision > from && revision <= to,
        );
        return absence ? [{ ...place, absence }] : [];
      });
      if (!cell || !stale?.length) continue;
      // Of other tabs that are still away it moved all the same.
      if (isOtherAway) left[key] = here.revision + 1;
      else delete left[key];
      const known = itemOf(id, base);
      const isOther = cell.sheet !== null && cell.sheet !== pairOf(known, key as ValueKey)?.[0];
      if (!known || !isOther) continue;
      const record = withoutPair(known, key as ValueKey);
      records.set(recordKey(record), record);
      told.push(...stale);
    }
    if (JSON.stringify(left) !== JSON.stringify(moves)) seen.set(id, left);
  }
  state.saveMoved(seen, [...records.values()]);
  if (told.length === 0) return desired;
  const timeZone = services.spreadsheet.timeZone();
  const notes = [...groupBy(told, ({ ref }) => rowKey(ref)).values()].map((own) => {
    const [{ ref, absence }] = own as [Told];
    const columns = [...new Set(own.map(({ column }) => column))].join(', ');
    const atMs = absence.inStepMs;
    const since =
      atMs === undefined ? 'took no part for a while' : `was last in step on ${describeTime(atMs, timeZone)}`;
    return { ref, message: `This tab ${since}. Another tab changed ${columns} since.` };
  });
  return { ...desired, notes: [...(desired.notes ?? []), ...notes] };
}

function rowsOfMoved(
  { products, variants }: DesiredCatalog,
  { base, moved }: { readonly base: Base; readonly moved: State['moved'] },
): Pick<DesiredCatalog, 'products' | 'variants'> {
  return {
    products: products.filter((product) => {
      const known = knownProduct(product, base);
      return known && [known, ...base.variantsOf(known.id)].some(({ id }) => moved.has(id));
    }),
    variants: variants.filter((row) => {
      const known = knownLooseVariant(row, base);
      return known && moved.has(known.id);
    }),
  };
}
