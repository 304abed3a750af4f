/** Real time that passes with the virtual time of an execution, so that a person sees it go on. */
export interface Pace {
  /** A call of the page begins at that virtual time. */
  begin(nowMs: number): void;
  /** Waits for as long as the call has taken since; `act` does what came in meanwhile, and says whether there was any. */
  wait(nowMs: number, act: () => boolean): void;
}

/** A call takes no longer than this, however much the add-on does in it. */
const LONGEST_MS = 8_000;
const SLICE_MS = 15;

/** @param factor real time for each virtual millisecond; 0 only lets others act */
export function createPace(factor: number): Pace {
  const sleeping = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let seenMs = 0;
  let leftMs = LONGEST_MS;
  return {
    begin: (nowMs) => {
      seenMs = nowMs;
      leftMs = LONGEST_MS;
    },
    wait: (nowMs, act) => {
      while (act());
      let waitMs = Math.min(leftMs, (nowMs - seenMs) * factor);
      if (waitMs < SLICE_MS) return;
      seenMs = nowMs;
      leftMs -= waitMs;
      for (; waitMs > 0; waitMs -= SLICE_MS) {
        Atomics.wait(sleeping, 0, 0, Math.min(SLICE_MS, waitMs));
        while (act());
      }
    },
  };
}
