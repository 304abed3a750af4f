import type { Usage } from '../../ports/system';

// Each execution loads the script again, so these begin at nothing.
let urlFetchCalls = 0;
let propertyCalls = 0;

export function countUrlFetches(calls: number): void {
  urlFetchCalls += calls;
}

export function countPropertyCall(): void {
  propertyCalls += 1;
}

export function usageSoFar(): Usage {
  return { urlFetchCalls, propertyCalls };
}
