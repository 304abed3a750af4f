import { amount, fields, readStored, text } from '../../ports/shape';
import type { Services } from '../ground/services';

/** How fast Shopify works through a file in this shop: it promises no speed, and shops differ. */
interface BulkSpeed {
  readonly shop: string;
  readonly linesPerSecond: number;
}

const bulkSpeed = fields<BulkSpeed>({ shop: text(), linesPerSecond: amount });

const KEY = 'bulk-speed';

/** With fewer lines, the time depends more on how often we look than on the speed. */
const LEAST_LINES = 50;

/** An execution of Google's takes six minutes at most, on a generous account half an hour. */
const LONGEST_MS = 30 * 60_000;

/** Lines per second; a saved speed is always between these. */
const [SLOWEST, FASTEST] = [1, 500];

/** Lines per second; undefined where this shop has had no operation of ours, and where the saved value is damaged or absurd. */
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
  // A duration measured while the clock was set says nothing.
  if (!(lines >= LEAST_LINES && tookMs > 0 && tookMs < LONGEST_MS)) return;
  const seen = (lines * 1000) / tookMs;
  const before = loadBulkSpeed(services, shop) ?? seen;
  const speed: BulkSpeed = { shop, linesPerSecond: within((seen + before) / 2) };
  services.settingsAtOnce.saveAlong(KEY, JSON.stringify(speed));
}

function within(linesPerSecond: number): number {
  return Math.min(FASTEST, Math.max(SLOWEST, linesPerSecond));
}
