import { amount, fields, readStored, text } from '../../ports/shape';
import type { Services } from '../ground/services';

/** How fast Shopify works through a file in this shop: it promises no speed, and shops differ. */
interface BulkSpeed {
  readonly shop: string;
  readonly linesPerSecond: number;
}

const bulkSpeed = fields<BulkSpeed>({ shop: text(), linesPerSecond: amount });

const KEY = 'bulk-speed';

/** A few lines tell more of the looks at them than of the speed. */
const LEAST_LINES = 50;

/** An execution of Google's takes six minutes at most, on a generous account half an hour. */
const LONGEST_MS = 30 * 60_000;

/** Nothing else is ever saved. */
const [SLOWEST, FASTEST] = [1, 500];

/** Undefined where this shop has had no operation of ours, and where what is kept is damaged or absurd. */
export function loadBulkSpeed({ settings }: Pick<Services, 'settings'>, shop: string): number | undefined {
  const known = readStored(bulkSpeed, settings.load(KEY));
  const { linesPerSecond = 0 } = known?.shop === shop ? known : {};
  return linesPerSecond >= SLOWEST && linesPerSecond <= FASTEST ? linesPerSecond : undefined;
}

/** The last operation counts as much as all before it. */
export function noteBulkSpeed(
  services: Pick<Services, 'settings' | 'settingsAtOnce'>,
  shop: string,
  { lines, tookMs }: { readonly lines: number; readonly tookMs: number },
): void {
  // A clock that was set tells nothing.
  if (!(lines >= LEAST_LINES && tookMs > 0 && tookMs < LONGEST_MS)) return;
  const seen = (lines * 1000) / tookMs;
  const before = loadBulkSpeed(services, shop) ?? seen;
  const speed: BulkSpeed = { shop, linesPerSecond: within((seen + before) / 2) };
  services.settingsAtOnce.saveAlong(KEY, JSON.stringify(speed));
}

function within(linesPerSecond: number): number {
  return Math.min(FASTEST, Math.max(SLOWEST, linesPerSecond));
}
