import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';

/** One end of a line between two threads, of which one always waits: nothing here needs an event loop. */
export interface Line<Sent, Received> {
  send(message: Sent): void;
  /** Waits, and blocks the thread. `undefined` once `timeoutMs` of wall time are over, or where the other side is gone. */
  receive(timeoutMs?: number): Received | undefined;
}

/** Counters of how often each side was called. */
export const SCHEDULER_SIDE = 0;
export const WORKER_SIDE = 1;
/** Set once the worker is gone: whoever waits for it would wait for ever. */
const GONE = 2;
export const RINGS = 3;

export function noteGone(rings: Int32Array): void {
  Atomics.store(rings, GONE, 1);
  Atomics.add(rings, SCHEDULER_SIDE, 1);
  Atomics.notify(rings, SCHEDULER_SIDE);
}

export function isGone(rings: Int32Array): boolean {
  return Atomics.load(rings, GONE) === 1;
}

export function openLine<Sent, Received>(
  port: MessagePort,
  rings: Int32Array,
  side: typeof SCHEDULER_SIDE | typeof WORKER_SIDE,
): Line<Sent, Received> {
  const other = side === SCHEDULER_SIDE ? WORKER_SIDE : SCHEDULER_SIDE;
  return {
    send: (message) => {
      port.postMessage(message);
      Atomics.add(rings, other, 1);
      Atomics.notify(rings, other);
    },
    receive: (timeoutMs = Number.POSITIVE_INFINITY) => {
      for (;;) {
        // Read before looking: what is sent in between changes it, and the wait is over at once.
        const heard = Atomics.load(rings, side);
        const received = receiveMessageOnPort(port) as { message: Received } | undefined;
        if (received !== undefined) return received.message;
        if (isGone(rings)) return undefined;
        if (Atomics.wait(rings, side, heard, timeoutMs) === 'timed-out') return undefined;
      }
    },
  };
}
