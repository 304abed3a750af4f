import type { ContractRequest } from './recordings';

/**
 * How long whoever recorded a scenario waited before a request, as far as the answer shows that they did: until
 * media were ready, an operation had completed, or the search index knew what had been written. How long that took
 * in truth is not recorded.
 */
const waitedMs = 60_000;

const searches = /\bquery:/;
const foundSomething = /"nodes":\[\{/;
const isReady = /(?<!non-)\bready\b/i;
const hasCompleted = /"status":"COMPLETED"/;

export function recorderWaitedMs(request: ContractRequest): number {
  const answer = JSON.stringify(request.answer);
  const wasFound = searches.test(request.document) && foundSomething.test(answer);
  return wasFound || isReady.test(`${request.name} ${answer}`) || hasCompleted.test(answer) ? waitedMs : 0;
}
