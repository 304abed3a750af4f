import type { Usage } from '../../ports/system';

// Each execution loads the script again, so these start at zero.
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

let isWritten = false;

/** Notes that the spreadsheet was opened: whoever opens it may write to it. */
export function noteInUse(): void {
  isWritten = false;
}

/** Notes that nothing is left to write: a cell was read after the last write, and reading sends all pending writes. */
export function noteAllWritten(): void {
  isWritten = true;
}

export function isAllWritten(): boolean {
  return isWritten;
}
