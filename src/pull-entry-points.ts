import type { Answer } from './answers/answers';
import type { PullChoice, PullEstimate, PullView } from './answers/pull';
import { succeed } from './ports/problem';
import { respond, respondTo } from './respond';
import { estimatePull as estimate } from './sync/pull/estimate-pull';
import { cancelPull as cancel, choiceShape } from './sync/pull/pull-record';
import { continuePull as goOn, startPull as start } from './sync/pull/run-pull';
import { runAlone } from './sync/run/run-alone';
import { services } from './wiring';

// Getting the catalog from Shopify.

export function estimatePull(choice: PullChoice): Answer<PullEstimate> {
  return respondTo(choiceShape, choice, (wanted) => estimate(services, wanted));
}

export function startPull(choice: PullChoice): Answer<PullView> {
  return respondTo(choiceShape, choice, (wanted) => runAlone(services, () => start(services, wanted)));
}

export function continuePull(): Answer<PullView> {
  return respond(() => runAlone(services, () => goOn(services)));
}

/** Answers at once; filling ends before its next block. */
export function cancelPull(): Answer<null> {
  return respond(() => succeed(cancel(services)));
}
