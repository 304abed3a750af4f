import { succeed } from '../../ports/problem';
import { refuseSpentClock } from '../ground/daily-allowance';
import type { Services } from '../ground/services';
import { answer, runAlone } from '../run/run-alone';
import { armForPull, isPassing, mayGoOn } from './go-on';
import { loadPull } from './pull-record';
import { goOn } from './run-pull';

/**
 * Goes on with a pull that a person began, in what is left of an execution of the clock. Where something else is at work, it
 * is tried again later.
 */
export function pullByClock(services: Services, deadlineMs: number): void {
  if (!mayGoOn(loadPull(services))) return;
  const ran = answer(services, () =>
    runAlone(services, () => {
      // A person may have ended it while this waited.
      const pull = loadPull(services);
      if (!pull || !mayGoOn(pull)) return succeed(null);
      if (services.clock.now() >= deadlineMs) return succeed(armForPull(services, pull));
      return refuseSpentClock(services) ?? goOn(services, pull, { by: 'clock', deadlineMs });
    }),
  );
  const pull = loadPull(services);
  if (!ran.ok && pull && ran.problem.kind !== 'quota' && isPassing(ran.problem)) armForPull(services, pull);
}
