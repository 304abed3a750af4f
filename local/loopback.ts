import type { IncomingMessage } from 'node:http';
import type { AddressInfo, Server } from 'node:net';

/** Why a request is not answered. */
export interface Refusal {
  readonly status: 400 | 403 | 413;
  readonly reason: string;
}

/** Thrown where a request cannot be answered as it is. */
export class RefusedRequest extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

/**
 * Refuses what a page of another site sends to a server on this machine. A foreign page names itself in `Origin`; one
 * whose own name was made to lead to this machine (DNS rebinding) names itself in `Host`.
 */
export function refuseForeign({ headers }: IncomingMessage, port: number): void {
  const own = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  if (!own.includes(headers.host ?? ''))
    throw new RefusedRequest({ status: 403, reason: 'This server answers under its own address alone.' });
  const { origin } = headers;
  if (origin !== undefined && !own.some((host) => origin === `http://${host}`))
    throw new RefusedRequest({ status: 403, reason: 'This server answers no page of another site.' });
}

/** The whole body, if it is no longer than `mostBytes`. */
export async function readBody(incoming: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of incoming) {
    bytes += (part as Buffer).length;
    if (bytes > mostBytes)
      throw new RefusedRequest({ status: 413, reason: `A request holds ${mostBytes} bytes at most.` });
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** A year: nothing that runs on a clock here comes later, and a date beyond what JavaScript knows breaks every answer. */
const LONGEST_LEAP_MS = 366 * 24 * 60 * 60 * 1000;

/** By how much a clock is moved: a whole number of milliseconds, never back. */
export function leapMs(asked: unknown): number {
  const ms = Number(asked);
  if (Number.isInteger(ms) && ms >= 0 && ms <= LONGEST_LEAP_MS) return ms;
  throw new RefusedRequest({
    status: 400,
    reason: `A clock is moved by 0 to ${LONGEST_LEAP_MS} milliseconds; “${String(asked).slice(0, 40)}” is none of that.`,
  });
}
