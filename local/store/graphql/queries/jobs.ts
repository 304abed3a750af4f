import type { Job } from '../../shop/state/job';
import type { ExecutionContext } from '../execution/context';
import type { ObjectFields } from '../execution/field-resolver';

export const job = (args: { id: string }, { state }: ExecutionContext) => state.jobs.get(args.id) ?? null;

const isDone = ({ doneAtMs }: Job, nowMs: number): boolean => nowMs >= doneAtMs;

export const jobFields: ObjectFields<Job> = {
  done: (job, _args, { nowMs }) => isDone(job, nowMs),
  /** Whatever may be asked, once the job is done (schema). */
  query: (job, _args, { nowMs }) => (isDone(job, nowMs) ? {} : null),
};
