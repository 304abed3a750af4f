import { sumOf } from '../../catalog/values/arrays';
import { kindOf, SENDING_ORDER } from '../action-kinds';
import { actionsOf, type Batch, type StoreLimits } from '../model/batch';
import { sendingOrder } from './plan-batches';

/** Batches that go one way, in the order in which they are sent. */
export type LanePart =
  | { readonly lane: 'direct'; readonly batches: readonly Batch[] }
  /** All of one kind. */
  | { readonly lane: 'bulk'; readonly kind: Batch['kind']; readonly batches: readonly Batch[] };

/** Pace of requests, as the store says it. */
export interface Pace {
  /** Query cost points that are there now. */
  readonly availablePoints: number;
  readonly pointsPerSecond: number;
}

export interface LaneFacts {
  readonly pace: Pace;
  /** Query cost points of one batch. */
  readonly costOf: (batch: Batch) => number;
  readonly limits: StoreLimits;
  /** Lines of a file that Shopify did in a second in this shop's own operations; a guess where it has had none. */
  readonly linesPerSecond?: number | undefined;
}

/** A wave of ten takes about a second, with what is written in the spreadsheet for it. */
const SECONDS_PER_REQUEST = 0.1;
/** Time of one in a hundred that go in ten documents. */
const SECONDS_PER_PART = 0.02;
/** Staging, uploading, starting, the looks until its end is seen, and its result. */
const SECONDS_PER_BULK = 20;
/**
 * Shopify promises no speed. Somewhat below what the embedded store does, so that a wrong guess costs seconds: what goes
 * directly is answered row by row meanwhile.
 */
const LINES_PER_SECOND = 25;

/** Fewer in a file would take longer to upload and to start than they take side by side. */
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

/** Seconds, about, that sending a part takes. */
export function secondsOf(part: LanePart, facts: LaneFacts): number {
  return part.lane === 'bulk' ? bulkSeconds(part.batches.length, facts) : directSeconds(part.batches, facts);
}

/** By Shopify's pace or by the way there, whichever takes longer. */
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
