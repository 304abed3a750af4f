import type { RefreshLine } from '../../answers/refresh';
import { fields, listOf, readStored, text, time, whole } from '../../ports/shape';
import { startedBy } from '../connection/connection-record';
import type { Services, StartedBy } from '../ground/services';
import { KEPT_MS } from '../memory/undo-journal';
import { connectedShop } from '../run/run-history';

/** A property holds 9 KB. */
const MOST_REFRESHES = 20;

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

export function noteCells(services: Services, line: RefreshLine): void {
  const known = load(services);
  save(
    services,
    known.map((each) => (each.number === line.number ? line : each)),
  );
}

function load(services: Services): readonly RefreshLine[] {
  return readStored(lines, services.settings.load(keyOf(services))) ?? [];
}

function save(services: Services, known: readonly RefreshLine[]): void {
  services.settings.save(keyOf(services), JSON.stringify(known.slice(0, MOST_REFRESHES)));
}
