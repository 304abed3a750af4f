import { sumOf } from '../../catalog/values/arrays';
import { kindOf, SENDING_ORDER } from '../action-kinds';
import { actionsOf, type Batch, type StoreLimits } from '../model/batch';
import { sendingOrder } from './plan-batches';

/** Batches that are sent through the same lane, in sending order. */
export type LanePart =
  | { readonly lane: 'direct'; readonly batches: readonly Batch[] }
  /** All of one kind. */
  | { readonly lane: 'bulk'; readonly kind: Batch['kind']; readonly batches: readonly Batch[] };

/** Request rate limits, as the store reports them. */
export interface Pace {
  /** Query cost points available now. */
  readonly availablePoints: number;
  readonly pointsPerSecond: number;
}

export interface LaneFacts {
  readonly pace: Pace;
  /** Query cost points of one batch. */
  readonly costOf: (batch: Batch) => number;
  readonly limits: StoreLimits;
  /** Lines per second that Shopify processed in this shop's earlier bulk operations; an estimate where there were none. */
  readonly linesPerSecond?: number | undefined;
}

/** A wave of ten takes about a second, including what is written to the spreadsheet for it. */
const SECONDS_PER_REQUEST = 0.1;
/** Seconds per batch when a hundred are sent in ten documents. */
const SECONDS_PER_PART = 0.02;
/** Seconds for staging, uploading, starting, polling until the end, and downloading the result. */
const SECONDS_PER_BULK = 20;
/**
 * Shopify promises no speed. The value is somewhat below what the embedded store reaches, so that a wrong estimate costs
 * only seconds: rows that are sent directly get their answers one by one meanwhile.
 */
const LINES_PER_SECOND = 25;

/** With fewer lines in a file, uploading and starting takes longer than running the files side by side saves. */
const LEAST_LINES_OF_FILE = 200;

/** How many lines go into one file, so that the files that run side by side share them. */
export function linesPerFile(lines: number, { linesOfFile, filesAtOnce }: StoreLimits): number {
  const rounds = Math.max(1, Math.ceil(lines / (linesOfFile * filesAtOnce)));
  return Math.max(LEAST_LINES_OF_FILE, Math.ceil(lines / (rounds * filesAtOnce)));
}

/** Whether a batch may be a line of a bulk operation. */
export function canGoInBulk(batch: Batch): boolean {
  return actionsOf(batch).every((action) => kindOf(action).canGoInBulk(action));
}

/** Chooses for each kind the lane that finishes first. The order of kinds stays. */
export function splitByLane(batches: readonly Batch[], facts: LaneFacts): LanePart[] {
  const parts: LanePart[] = [];
  const goDirectly = (direct: readonly Batch[]) => {
    const last = parts[parts.length - 1];
    if (direct.length === 0) return;
    if (last?.lane === 'direct') parts[parts.length - 1] = { ...last, batches: [...last.batches, ...direct] };
    else parts.push({ lane: 'direct', batches: direct });
  };
  const place = sendingOrder(batches);
  goDirectly(batches.filter((batch) => place(batch) < 0));
  for (const kind of SENDING_ORDER) {
    const all = batches.filter((batch) => batch.kind === kind && place(batch) >= 0);
    const lines = all.filter(canGoInBulk);
    if (bulkSeconds(lines.length, facts) < directSeconds(lines, facts)) {
      parts.push({ lane: 'bulk', kind, batches: lines });
      goDirectly(all.filter((batch) => !canGoInBulk(batch)));
    } else goDirectly(all);
  }
  return parts;
}

/** Estimates the seconds that sending a part takes. */
export function secondsOf(part: LanePart, facts: LaneFacts): number {
  return part.lane === 'bulk' ? bulkSeconds(part.batches.length, facts) : directSeconds(part.batches, facts);
}

/** Limited by Shopify's rate or by the round trips, whichever takes longer. */
function directSeconds(batches: readonly Batch[], { costOf, pace }: LaneFacts): number {
  const points = sumOf(batches, costOf);
  const missing = Math.max(0, points - Math.max(0, pace.availablePoints));
  const seconds = sumOf(batches, (batch) =>
    kindOf(batch).joins > 1 ? SECONDS_PER_PART : SECONDS_PER_REQUEST,
  );
  return Math.max(missing / pace.pointsPerSecond || 0, seconds);
}

function bulkSeconds(lines: number, { limits, linesPerSecond = LINES_PER_SECOND }: LaneFacts): number {
  const inFile = linesPerFile(lines, limits);
  let seconds = 0;
  for (let left = lines; left > 0; left -= inFile * limits.filesAtOnce)
    seconds += SECONDS_PER_BULK + Math.min(left, inFile) / linesPerSecond;
  return seconds;
}
