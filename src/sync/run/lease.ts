import { fail, type Result } from '../../ports/problem';
import type { Services } from '../ground/services';
import { editorId } from '../ground/started-by';
import { HANDOVER_MS } from './continuation-trigger';
import { loadRun, type RunRecord } from './run-record';

/** Why somebody has to wait: a run of somebody else's that paused a moment ago is about to go on. */
export function refuseInGap(services: Services, by: RunRecord['startedBy']['by']): Result<never> | undefined {
  const other = runInGap(services, by);
  return other && refuse(other);
}

/** A person may replace a run of their own at once; neither another person nor the clock may. */
function runInGap(services: Services, by: RunRecord['startedBy']['by']): RunRecord | undefined {
  const run = loadRun(services.settings);
  const { summary } = run ?? {};
  if (!run || summary?.outcome !== 'paused' || summary.problem) return undefined;
  const ageMs = services.clock.now() - summary.endedAtMs;
  // One that ended in the future did so by a clock that was set back since.
  if (ageMs < 0 || ageMs >= HANDOVER_MS) return undefined;
  const isOwn = run.startedBy?.by === by && run.startedBy.editor === editorId(services);
  return isOwn ? undefined : run;
}

function refuse({ startedBy: { name, by } }: RunRecord): Result<never> {
  const whose = by === 'clock' ? 'The scheduled sync' : name ? `A sync that ${name} started` : 'Another sync';
  return fail(
    'busy',
    `${whose} is not finished and goes on in a moment.`,
    'Wait until it ends, or go on with it in the sidebar.',
  );
}
