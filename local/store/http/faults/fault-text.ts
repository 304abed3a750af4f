import { errorStatuses } from './error-statuses';
import type { Fault, FaultEffect, FaultMoment, FaultTrigger } from './fault';

/**
 * The readable form, entries separated by `;`, each `when: what`:
 *
 *     3: timeout-after; 7-9: 503; productSet: 500-after; productSet#2: truncated; 5%: 429; 1%: slow 5000
 *
 * When: a request's number or range, a root field (`#n`: its n-th request only), or a chance in per cent.
 * What: `timeout`, an error status, `html` (each followed by `-before` or `-after` the effect; left out,
 * before), `truncated`, `refused`, `slow <ms>`.
 */
export function parseFaults(text: string): readonly Fault[] {
  const entries = text.split(';').map((entry) => entry.trim());
  return entries.filter((entry) => entry !== '').map(parseFault);
}

export const formatFaults = (faults: readonly Fault[]): string =>
  faults.map(({ when, what }) => `${formatTrigger(when)}: ${formatEffect(what)}`).join('; ');

function parseFault(entry: string): Fault {
  const [when, what, ...rest] = entry.split(':').map((part) => part.trim());
  if (!when || !what || rest.length > 0) throw new Error(`A fault is written "when: what", not "${entry}".`);
  return { when: parseTrigger(when), what: parseEffect(what) };
}

function parseTrigger(text: string): FaultTrigger {
  const requests = /^(\d+)(?:-(\d+))?$/.exec(text);
  if (requests)
    return { kind: 'requests', first: Number(requests[1]), last: Number(requests[2] ?? requests[1]) };
  const chance = /^(\d+(?:\.\d+)?)%$/.exec(text);
  if (chance) return { kind: 'chance', percent: Number(chance[1]) };
  const operation = /^([A-Za-z_]\w*)(?:#(\d+))?$/.exec(text);
  if (!operation) throw new Error(`"${text}" is no request number, root field or per cent.`);
  const root = operation[1] ?? '';
  return operation[2] ? { kind: 'operation', root, nth: Number(operation[2]) } : { kind: 'operation', root };
}

function parseEffect(text: string): FaultEffect {
  if (text === 'truncated' || text === 'refused') return { kind: text };
  const slow = /^slow (\d+)$/.exec(text);
  if (slow) return { kind: 'slow', addedMs: Number(slow[1]) };
  const [, kind, suffix] = /^(timeout|html|\d{3})(?:-(before|after))?$/.exec(text) ?? [];
  const moment: FaultMoment = suffix === 'after' ? 'after' : 'before';
  if (kind === 'timeout' || kind === 'html') return { kind, moment };
  if (kind !== undefined && errorStatuses[Number(kind)])
    return { kind: 'status', status: Number(kind), moment };
  throw new Error(`"${text}" is no fault this store knows.`);
}

function formatTrigger(when: FaultTrigger): string {
  if (when.kind === 'chance') return `${when.percent}%`;
  if (when.kind === 'operation') return when.nth === undefined ? when.root : `${when.root}#${when.nth}`;
  return when.first === when.last ? `${when.first}` : `${when.first}-${when.last}`;
}

function formatEffect(what: FaultEffect): string {
  if (what.kind === 'slow') return `slow ${what.addedMs}`;
  if (!('moment' in what)) return what.kind;
  const name = what.kind === 'status' ? `${what.status}` : what.kind;
  return what.moment === 'after' ? `${name}-after` : name;
}
