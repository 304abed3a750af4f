import type { RunSummary } from '../../answers/answers';
import { type Result, succeed } from '../../ports/problem';
import type { WritingServices } from '../ground/services';
import { refuseInGap } from '../run/lease';
import type { SyncRequest } from '../run/run-record';
import { runSync } from './run-sync';

/**
 * Starts a run, unless another one is only between two of its executions. The lock guards an execution and dies with
 * it; the run's own record is the lease that covers the gaps, and it lapses by itself.
 */
export function startRun(services: WritingServices, request: SyncRequest): Result<RunSummary> {
  const refused = request.kind === 'start' ? refuseInGap(services, request.by ?? 'person') : undefined;
  return refused ?? succeed(runSync(services, request));
}
