import type { RunSummary } from '../../answers/answers';
import type { FieldGroup } from '../../catalog/columns/column';
import { FIELD_GROUPS } from '../../plan/model/policy';
import { amount, fields, mapOf, maybe, oneOf, readStored, text, time } from '../../ports/shape';
import { DAY_MS } from '../../ports/system';
import type { Services } from '../ground/services';
import type { BegunAt } from './schedule-times';

/** Last actions of the schedule. They are kept apart from the schedule, which a person may be changing at the same moment. */
export interface LastScheduled {
  /** Time of its last call, even if nothing was due; milliseconds since 1970. */
  readonly atMs: number;
  /** Time of the last call that had something to do; absent where that is `atMs`. */
  readonly didAtMs?: number | undefined;
  /** Result of that call, without a full stop; empty before the first. */
  readonly says: string;
  /** Time at which a run of the clock last came to its end; 0 where none has. */
  readonly finishedAtMs: number;
  /** Absent where each call runs all groups. */
  readonly begunAt?: BegunAt | undefined;
  /** Times at which the owner was last called, by reason. */
  readonly told: Readonly<Record<string, number>>;
}

const lastScheduled = fields<LastScheduled>({
  atMs: time,
  didAtMs: maybe(time),
  says: text(),
  finishedAtMs: time,
  begunAt: maybe(mapOf(time, oneOf<FieldGroup>(...FIELD_GROUPS))),
  told: mapOf(amount),
});

const KEY = 'schedule-ticks';

export function loadLastScheduled({ settings }: Services): LastScheduled | undefined {
  return readStored(lastScheduled, settings.load(KEY));
}

export function saveLastScheduled({ settings }: Services, last: LastScheduled): void {
  settings.save(KEY, JSON.stringify(last));
}

export function forgetLastScheduled({ settings }: Services): void {
  settings.remove(KEY);
}

/** Reasons that a run which came to its end may still have; any other is mended by then: where it returns, it is news. */
const OUTLASTS_RUN = /^(held|unwritten|\d.*)$/;

/** Keeps the calls of the last day: each reason calls the owner once a day. */
export function calledToday(
  told: LastScheduled['told'] | undefined,
  nowMs: number,
  hasFinished = false,
): LastScheduled['told'] {
  const counts = ([reason, atMs]: readonly [string, number]) =>
    nowMs - atMs < DAY_MS && (!hasFinished || OUTLASTS_RUN.test(reason));
  return Object.fromEntries(Object.entries(told ?? {}).filter(counts));
}

/** `3 rows updated, 1 held`; why nothing was done, where nothing was. An undo is named: its rows took old values. */
export function describeRun(run: RunSummary): string {
  const { outcome, problem, totals, sent, undid, keptStock, unwritten } = run;
  if (problem && sent === 0) return `skipped: ${withoutStop(problem.message)}`;
  const parts = SHOWN.filter(({ status }) => totals[status] > 0).map(({ status, word }) => {
    const count = totals[status];
    return `${count} ${count === 1 ? 'row' : 'rows'} ${word}`;
  });
  if (keptStock > 0)
    parts.push(`${keptStock} stock ${keptStock === 1 ? 'cell' : 'cells'} brought up to date`);
  const end = problem ? withoutStop(problem.message) : outcome === 'paused' ? 'the rest follows' : '';
  const nothing = outcome === 'finished' ? 'nothing had changed' : 'not finished yet';
  const undo = undid === null ? '' : `. Undo of run ${undid}`;
  const says = [...(parts.length > 0 ? parts : [nothing]), ...(end ? [end] : [])].join(', ') + undo;
  return unwritten ? `${says}. ${withoutStop(unwritten)}` : says;
}

const SHOWN = [
  { status: 'created', word: 'created' },
  { status: 'updated', word: 'updated' },
  { status: 'differs', word: 'that differ' },
  { status: 'skipped', word: 'held' },
  { status: 'conflict', word: 'changed in both' },
  { status: 'error', word: 'with an error' },
] as const;

export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
