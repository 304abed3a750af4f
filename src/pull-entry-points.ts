import type { Answer } from './answers/answers';
import type { PullChoice, PullEstimate, PullView } from './answers/pull';
import { succeed } from './ports/problem';
import { anything } from './ports/shape';
import { respond, respondAlone, respondTo } from './respond';
import { estimatePull as estimate } from './sync/pull/estimate-pull';
import { cancelPull as cancel, choiceShape } from './sync/pull/pull-record';
import { continuePull as goOn, startPull as start } from './sync/pull/run-pull';
import { services } from './wiring';

// Getting the catalog from Shopify.

export function estimatePull(choice: PullChoice): Answer<PullEstimate> {
  return respondTo(choiceShape, choice, (wanted) => estimate(services, wanted));
}

export function startPull(choice: PullChoice): Answer<PullView> {
  return respondAlone(choiceShape, choice, (wanted) => start(services, wanted));
}

export function continuePull(): Answer<PullView> {
  return respondAlone(anything, undefined, () => goOn(services));
}

/** Answers at once; filling ends before its next block. */
export function cancelPull(): Answer<null> {
  return respond(() => succeed(cancel(services)));
}
