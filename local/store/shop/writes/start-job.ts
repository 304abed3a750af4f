import type { ExecutionContext } from '../../graphql/execution/context';
import { randomUuid } from '../../http/staged-uploads/signing';
import { gid } from '../state/ids';
import type { Job } from '../state/job';

/** Time for which a job says that it is not done; the real time is not recorded. */
export const jobMs = 1000;

/** Recorded: a job's id is a UUID, and the answer that starts it says that it is not done. What it does is done already. */
export const startJob = ({ state, random, nowMs }: ExecutionContext): Job =>
  state.jobs.put({ id: gid('Job', randomUuid(random)), doneAtMs: nowMs + jobMs });
