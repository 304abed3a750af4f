import { fail, type Result } from '../../ports/problem';
import { editorId, type Services, type StartedBy } from '../ground/services';
import { LEASE_MS } from './continuation-trigger';
import { loadRun, type Run } from './run-record';
import { nextState, summaryIn } from './run-state';

/**
 * Why somebody has to wait: a run of somebody else's that paused a moment ago is about to go on. The lock guards an
 * execution and ends with it; the run's own record covers the time between two, and that ends by itself.
 */
export function refuseDuringLease(services: Services, by: StartedBy['by']): Result<never> | undefined {
  const run = loadRun(services.settings);
  return run && isLeased(services, run, by) && nextState(run.state.kind, 'another-comes') === 'refused'
    ? refuse(run)
    : undefined;
}

/** A person may replace a run of their own at once; neither another person nor the clock may. */
function isLeased(services: Services, { startedBy, state }: Run, by: StartedBy['by']): boolean {
  const ageMs = services.clock.now() - (summaryIn(state)?.endedAtMs ?? 0);
  // A run that ended in the future: the clock was set back since.
  if (ageMs < 0 || ageMs >= LEASE_MS) return false;
  return startedBy.by !== by || startedBy.editor !== editorId(services);
}

function refuse({ startedBy: { name, by } }: Run): Result<never> {
  const whose = by === 'clock' ? 'The scheduled sync' : name ? `A sync that ${name} started` : 'Another sync';
  return fail(
    'busy',
    `${whose} is not finished and goes on in a moment.`,
    'Wait until it ends, or go on with it in the sidebar.',
  );
}
