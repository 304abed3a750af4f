import type { LastRefresh, RefreshLine, RefreshView } from '../../answers/refresh';
import type { FieldGroup } from '../../catalog/columns/column';
import { NO_ROWS } from '../../catalog/tab/status-block';
import { fields, listOf, readStored, text, time, whole } from '../../ports/shape';
import { startedBy } from '../connection/connection-record';
import type { Services, StartedBy } from '../ground/services';
import { KEPT_MS } from '../memory/undo-journal';
import { connectedShop, groupWords, writeHistory } from '../run/run-history';

/** A property holds 9 KB. Where stock is kept up to date, an hour adds one. */
const MOST_REFRESHES = 40;

const keyOf = (services: Services) => `refreshes:${connectedShop(services)}`;

const lines = listOf(
  fields<RefreshLine>({ number: whole(1, 1_000_000_000), atMs: time, by: text(), cells: whole() }),
);

/** The last refreshes that wrote cells, newest first; what they replaced is kept for 30 days. */
export function listRefreshes(services: Services): readonly RefreshLine[] {
  const oldest = services.clock.now() - KEPT_MS;
  return load(services).filter(({ atMs }) => atMs >= oldest);
}

/** Lists a refresh before its first cell is written, in case it never gets to its end. */
export function beginListed(services: Services, by: StartedBy['by']): RefreshLine {
  const known = load(services);
  const { name } = startedBy(services, by);
  const line = { number: (known[0]?.number ?? 0) + 1, atMs: services.clock.now(), by: name, cells: 0 };
  save(services, [line, ...known]);
  return line;
}

/** Adds to its line how many cells a refresh wrote, which is known only at its end. */
export function endListed(services: Services, { number }: Pick<RefreshLine, 'number'>, cells: number): void {
  save(
    services,
    load(services).map((each) => (each.number === number ? { ...each, cells } : each)),
  );
}

interface EndedRefresh {
  readonly by: StartedBy['by'];
  readonly startedAtMs: number;
  readonly groups: readonly FieldGroup[];
  readonly view: RefreshView;
}

/** Keeps what a refresh came to for people who open the page later, and gives it a line in the history tab where it wrote something. */
export function recordRefresh(services: Services, ended: EndedRefresh): string | undefined {
  const { by, startedAtMs, groups, view } = ended;
  const { name } = startedBy(services, by);
  const atMs = services.clock.now();
  const last: LastRefresh = { atMs, by: name, words: view.words, conflicts: view.conflicts };
  services.settings.save(lastKeyOf(services), JSON.stringify(last));
  const { refresh: number, cells, added, conflicts } = view;
  if (number !== null) endListed(services, { number }, cells);
  if (number === null && added === 0) return undefined;
  return writeHistory(services, atMs, {
    run: number === null ? '' : `R${number}`,
    what: [by === 'clock' ? 'Scheduled refresh' : 'Refresh', cellsAndRows(cells, added)].join(': '),
    startedBy: name,
    groups: groupWords(groups),
    startedAtMs,
    durationMs: atMs - startedAtMs,
    totals: { ...NO_ROWS, conflict: conflicts },
  });
}

export function counted(amount: number, noun: string): string {
  return `${amount.toLocaleString('en-US')} ${noun}${amount === 1 ? '' : 's'}`;
}

function cellsAndRows(cells: number, added: number): string {
  const parts = [
    cells > 0 && `${counted(cells, 'cell')} of the sheet`,
    added > 0 && counted(added, 'new row'),
  ];
  return parts.filter(Boolean).join(', ');
}

const lastKeyOf = (services: Services) => `last-refresh:${connectedShop(services)}`;

const lastShape = fields<LastRefresh>({ atMs: time, by: text(), words: text(), conflicts: whole() });

/** The last refresh of this store; null where there was none. */
export function lastRefresh(services: Services): LastRefresh | null {
  return readStored(lastShape, services.settings.load(lastKeyOf(services))) ?? null;
}

function load(services: Services): readonly RefreshLine[] {
  return readStored(lines, services.settings.load(keyOf(services))) ?? [];
}

function save(services: Services, known: readonly RefreshLine[]): void {
  services.settings.save(keyOf(services), JSON.stringify(known.slice(0, MOST_REFRESHES)));
}
