import type { DesiredCatalog, DesiredProduct } from '../../catalog/building/desired';
import { type Gid, type LocationId, legacyId } from '../../catalog/values/gid';
import { nameKey } from '../../catalog/values/plain-name';
import { canonicalCell } from '../../plan/compare/canonical';
import type { BaseRecord } from '../../plan/model/base';
import type { ShopFacts } from '../../plan/model/snapshot';
import { withMovedNames } from '../../plan/stock/moved-locations';
import { withMovedGroups } from '../../plan/tags/moved-groups';
import { fields, mapOf, maybe, readStored, text, whole } from '../../ports/shape';
import type { Services } from '../ground/services';
import type { State } from './state-tab';

// Cells name locations, collections and channels; what is remembered of them goes by IDs. A name may go to another one.

interface Names {
  readonly shop: string;
  /** Last meaning of each name. */
  readonly ids: Readonly<Record<string, string>>;
  /** Revision of the memory before it was told of names that moved; missing once that is done. */
  readonly tellsAfter?: number | undefined;
}

/** A setting holds 9 kB. */
const MOST_LETTERS = 7_000;

const names = fields<Names>({ shop: text(), ids: mapOf(text()), tellsAfter: maybe(whole()) });

type Memory = Pick<State, 'base' | 'revision' | 'saveMoved'>;
type Named = readonly (readonly [name: string, id: string])[];
interface Move {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Tells the memory of locations whose name another location has by now: renamed, exchanged, or made again under the old
 * name. Answers whether there are any.
 */
export function followLocationNames(
  services: Pick<Services, 'settings'>,
  state: Memory,
  { domain, locations }: Pick<ShopFacts, 'domain' | 'locations'>,
): boolean {
  const named = locations.map(({ id, name }) => [nameKey(name), id] as const);
  return follow(services, state, { key: 'location-names', shop: domain, named }, (moves) =>
    withMovedNames(state.base, moves as readonly { from: LocationId; to: LocationId }[]),
  );
}

const LISTS = ['collections', 'channels'] as const;

/** The same of collections and channels that cells list, by title and by handle. */
export function followGroupNames(
  services: Pick<Services, 'settings'>,
  state: Memory,
  { desired, shop }: { readonly desired: Pick<DesiredCatalog, 'products'>; readonly shop: ShopFacts },
): void {
  for (const lists of LISTS) {
    const groups = shop.families?.[lists];
    if (!groups) continue;
    const listed = idsIn(desired.products, lists);
    const named = groups.flatMap(({ id, title, handle }) => [
      [`title ${nameKey(title)}`, id] as const,
      [`handle ${nameKey(handle)}`, id] as const,
    ]);
    follow(services, state, { key: `${lists}-names`, shop: shop.domain, named, listed }, (moves) =>
      withMovedGroups(
        desired.products,
        state.base,
        moves.map(({ from, to }) => ({ lists, from: from as Gid, to: to as Gid })),
      ),
    );
  }
}

interface Followed {
  readonly key: string;
  readonly shop: string;
  readonly named: Named;
  /** Those of which no cell says anything are not remembered; all are where it is missing. */
  readonly listed?: ReadonlySet<string>;
}

function follow(
  { settings }: Pick<Services, 'settings'>,
  state: Memory,
  { key, shop, named, listed }: Followed,
  recordsOf: (moves: readonly Move[]) => readonly BaseRecord[],
): boolean {
  const stored = readStored(names, settings.load(key));
  const saved = stored?.shop === shop ? stored : undefined;
  const times = new Map<string, number>();
  for (const [name] of named) times.set(name, (times.get(name) ?? 0) + 1);
  // A name that two of them have identifies neither.
  const now = named.filter(([name]) => times.get(name) === 1);
  const moves = now.flatMap(([name, to]): Move[] => {
    const from = saved?.ids[name];
    return from !== undefined && from !== to ? [{ name, from, to }] : [];
  });
  if (moves.length > 0) {
    const revision = state.revision ?? 0;
    // If an execution did this and was killed right after, doing it again would exchange what was exchanged.
    if (saved?.tellsAfter === undefined || saved.tellsAfter === revision) {
      settings.save(key, JSON.stringify({ ...saved, tellsAfter: revision }));
      state.saveMoved(new Map(), recordsOf(moves));
    }
  }
  const kept = now.filter(
    ([name, id]) => !listed || listed.has(legacyId(id as Gid)) || saved?.ids[name] !== undefined,
  );
  const told = JSON.stringify({ shop, ids: fitting({ ...saved?.ids, ...Object.fromEntries(kept) }, kept) });
  if (told !== settings.load(key)) settings.save(key, told);
  return moves.length > 0;
}

/** Numbers of the groups that cells list. */
function idsIn(products: readonly DesiredProduct[], lists: (typeof LISTS)[number]): ReadonlySet<string> {
  return new Set(
    products.flatMap(({ fields: { [lists]: value } }) =>
      value ? (canonicalCell(lists, value.cell)?.split(',') ?? []) : [],
    ),
  );
}

/** As many as there is room for; those of today before those of old. */
function fitting(ids: Names['ids'], now: Named): Names['ids'] {
  const first = new Set(now.map(([name]) => name));
  const byAge = Object.keys(ids).sort(
    (a, b) => Number(first.has(b)) - Number(first.has(a)) || (a < b ? -1 : a > b ? 1 : 0),
  );
  let letters = 0;
  return Object.fromEntries(
    byAge.flatMap((name): [string, string][] => {
      const id = ids[name] as string;
      letters += name.length + id.length + 6;
      return letters <= MOST_LETTERS ? [[name, id]] : [];
    }),
  );
}
