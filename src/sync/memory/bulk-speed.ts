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

/** Whatever was measured, no choice is made by less or more than this. */
const [SLOWEST, FASTEST] = [1, 500];

/** Undefined where this shop has had no operation of ours. */
export function loadBulkSpeed({ settings }: Pick<Services, 'settings'>, shop: string): number | undefined {
  const known = readStored(bulkSpeed, settings.load(KEY));
  return known?.shop === shop ? within(known.linesPerSecond) : undefined;
}

/** The last operation counts as much as all before it. */
export function noteBulkSpeed(
  services: Pick<Services, 'settings' | 'settingsAtOnce'>,
  shop: string,
  { lines, tookMs }: { readonly lines: number; readonly tookMs: number },
): void {
  if (lines < LEAST_LINES || tookMs <= 0) return;
  const seen = (lines * 1000) / tookMs;
  const before = loadBulkSpeed(services, shop) ?? seen;
  const speed: BulkSpeed = { shop, linesPerSecond: within((seen + before) / 2) };
  services.settingsAtOnce.saveAlong(KEY, JSON.stringify(speed));
}

function within(linesPerSecond: number): number {
  return Math.min(FASTEST, Math.max(SLOWEST, linesPerSecond));
}
