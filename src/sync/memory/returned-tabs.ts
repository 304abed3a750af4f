import type { DesiredCatalog } from '../../catalog/building/desired';
import { type Place, rowKey } from '../../catalog/tab/row';
import { groupBy } from '../../catalog/values/arrays';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import { knownLooseVariant, knownProduct } from '../../plan/compare/known-items';
import { pairOf, withoutPair } from '../../plan/compare/pairs';
import { itemOf } from '../../plan/compare/undone-marks';
import { type CellsNow, cellsNow } from '../../plan/identity/current-cells';
import { type Base, type BaseRecord, baseWith, recordKey } from '../../plan/model/base';
import type { SyncPolicy } from '../../plan/model/policy';
import { target, type ValueKey } from '../../plan/model/replaced-value';
import type { ShopFacts } from '../../plan/model/snapshot';
import type { Services } from '../ground/services';
import type { ReadCatalog } from '../tabs/read-catalog';
import { type Absence, closeUnnoted, isAnyAway, noteAwayTabs } from './away-tabs';
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
 * Forgets what was synced of values that other tabs moved while a tab took no part, if that tab now says something else:
 * nobody knows whether that is an edit or out of date, so it is asked like a cell that was never synced.
 */
export function forgetOutdated(services: Services, state: State, returning: Returning): DesiredCatalog {
  const { desired, tabs, policy, shop } = returning;
  const here = { shop: shop.domain, revision: state.revision ?? 0 };
  const awayTabs = noteAwayTabs(
    services,
    tabs.map(({ sheetId }) => sheetId),
    here,
  );
  const isOtherAway = isAnyAway(services, here.shop);
  if (isOtherAway) state.trackMoves();
  const unnoted = new Map(
    Object.entries(awayTabs).flatMap(([sheetId, absences]) => {
      const over = absences.find(({ to, isUnnoted }) => to !== undefined && isUnnoted);
      return over ? [[Number(sheetId), over] as const] : [];
    }),
  );
  forgetUncovered(state, awayTabs);
  if (state.moved.size + unnoted.size === 0) return desired;
  const rows = unnoted.size > 0 ? desired : rowsOfMoved(desired, state);
  const { cells } = cellsNow(rows, state.base, policy, shop);
  const moved = withUnnoted(state, cells, unnoted);
  const records = new Map<string, BaseRecord>();
  const base = baseWith(state.base, records);
  const seen = new Map<string, Moves>();
  const told: Told[] = [];
  for (const [id, moves] of moved) {
    const left = { ...moves };
    for (const [key, revision] of Object.entries(moves)) {
      const cell = cells.get(target(id, key as ValueKey));
      const stale = cell?.cells.flatMap((place) => {
        const absence = awayTabs[String(place.ref.sheetId)]?.find(
          ({ from, to = 0 }) => revision > from && revision <= to,
        );
        return absence ? [{ ...place, absence }] : [];
      });
      if (!cell || !stale?.length) continue;
      // For other tabs that are still away, the value has moved all the same.
      if (isOtherAway) left[key] = here.revision + 1;
      else delete left[key];
      const known = itemOf(id, base);
      const isOther = cell.sheet !== null && cell.sheet !== pairOf(known, key as ValueKey)?.[0];
      if (!known || !isOther) continue;
      const record = withoutPair(known, key as ValueKey);
      records.set(recordKey(record), record);
      told.push(...stale);
    }
    const isNoted = state.moved.has(id) || Object.keys(left).length > 0;
    if (isNoted && JSON.stringify(left) !== JSON.stringify(moves)) seen.set(id, left);
  }
  state.saveMoved(seen, [...records.values()]);
  const unread = new Set([...desired.issues, ...desired.skipped].map(({ ref }) => ref.sheetId));
  const read = [...unnoted.keys()].filter((sheetId) => !unread.has(sheetId));
  if (read.length > 0) closeUnnoted(services, here.shop, read);
  if (told.length === 0) return desired;
  const timeZone = services.spreadsheet.timeZone();
  const notes = [...groupBy(told, ({ ref }) => rowKey(ref)).values()].map((own) => {
    const [{ ref, absence }] = own as [Told];
    const columns = [...new Set(own.map(({ column }) => column))].join(', ');
    const atMs = absence.inStepMs;
    const since =
      atMs === undefined ? 'took no part for a while' : `was last in step on ${describeTime(atMs, timeZone)}`;
    const what = absence.isUnnoted
      ? `Compare ${columns}: another tab may have changed them since.`
      : `Another tab changed ${columns} since.`;
    return { ref, message: `This tab ${since}. ${what}` };
  });
  return { ...desired, notes: [...(desired.notes ?? []), ...notes] };
}

/** Adds all values of which a tab says something else, and nobody noted whether they moved while it was away. */
function withUnnoted(
  { base, moved }: Pick<State, 'base' | 'moved'>,
  cells: CellsNow['cells'],
  unnoted: ReadonlyMap<number, Absence>,
): ReadonlyMap<ProductId | VariantId, Moves> {
  const all = new Map(moved);
  if (unnoted.size === 0) return all;
  for (const [place, { sheet, cells: own }] of cells) {
    const absence = own.map(({ ref }) => unnoted.get(ref.sheetId ?? -1)).find((one) => one !== undefined);
    const space = place.indexOf(' ');
    const [id, key] = [place.slice(0, space) as ProductId | VariantId, place.slice(space + 1) as ValueKey];
    const pair = absence && pairOf(itemOf(id, base), key);
    if (pair && pair[0] !== sheet) all.set(id, { ...all.get(id), [key]: absence.to ?? 0 });
  }
  return all;
}

/** A move counts only for a tab that was away then and is not forgotten. */
function forgetUncovered(state: State, awayTabs: Readonly<Record<string, readonly Absence[]>>): void {
  const absences = Object.values(awayTabs).flat();
  const isCovered = (revision: number) =>
    absences.some(
      ({ from, to = Number.POSITIVE_INFINITY, isUnnoted }) => !isUnnoted && revision > from && revision <= to,
    );
  const left = [...state.moved].flatMap(([id, moves]) => {
    const kept = Object.entries(moves).filter(([, revision]) => isCovered(revision));
    return kept.length < Object.keys(moves).length ? [[id, Object.fromEntries(kept)] as const] : [];
  });
  if (left.length > 0) state.saveMoved(new Map(left), []);
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
