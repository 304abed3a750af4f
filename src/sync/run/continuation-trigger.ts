import { isSameTrigger } from '../../ports/triggers';
import type { Services } from '../ground/services';
import { noteTrigger } from './own-triggers';
import type { RunState } from './run-state';

/** Time for which a paused run is left to the person who may go on with it, before others and the clock may. */
export const LEASE_MS = 2 * 60_000;

/**
 * Where nothing could be sent, because Shopify works through a bulk operation or a large shop is read: whoever looks
 * more often spends the day's minutes of the clock on looking.
 */
const WAITING_MS = 15 * 60_000;

/** Google's clock is a few minutes late at most; a trigger that has not fired by then never will. */
const LATEST_MS = 15 * 60_000;

/** A trigger that fires once, to go on with a run. */
interface Continuation {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly dueAtMs: number;
  /** Made while a trigger ran, so that Google may have disabled it: https://issuetracker.google.com/issues/150756612 */
  readonly isDoubtful: boolean;
}

/**
 * Lets the clock go on with a run whose time was up, in case no sidebar does: the scheduled entry point is called again
 * after a while. Google may refuse, because a published add-on has one clock trigger and the schedule holds
 * it; the next scheduled run goes on then. Any other end leaves nothing to go on with.
 */
export function armContinuation(services: Services, { kind }: RunState, sent: number): void {
  const goesOn = kind === 'paused';
  const armed = load(services);
  if (goesOn && armed && isAlive(armed, services)) return;
  if (armed) remove(services, armed);
  if (!goesOn) return;
  const delayMs = sent > 0 ? LEASE_MS : WAITING_MS;
  const id = services.triggers.createAfter(delayMs);
  if (!id) return;
  noteTrigger(services, id);
  save(services, { id, dueAtMs: services.clock.now() + delayMs, isDoubtful: services.isTrigger });
}

/** Tells whether the clock will go on with a run of this user's, as surely as can be known. */
export function isContinuationArmed(services: Services): boolean {
  const armed = load(services);
  return armed !== undefined && !armed.isDoubtful && isAlive(armed, services);
}

/** Tells whether this trigger was made to go on with a run, and then removes it: it fires only once. */
export function takeContinuation(services: Services, triggerId: string): boolean {
  const armed = load(services);
  if (!armed || !isSameTrigger(armed.id, triggerId)) return false;
  remove(services, armed);
  return true;
}

/** In a person's execution a doubtful one counts for nothing, because a sure one can be made. */
function isAlive({ id, dueAtMs, isDoubtful }: Continuation, services: Services): boolean {
  return (
    services.clock.now() < dueAtMs + LATEST_MS &&
    (services.isTrigger || !isDoubtful) &&
    services.triggers.list().some((listed) => isSameTrigger(listed, id))
  );
}

function remove(services: Services, { id }: Continuation): void {
  services.triggers.remove(id);
  services.secrets.remove(keyOf(services));
}

function load(services: Services): Continuation | undefined {
  const [id, dueAtMs, made] = (services.secrets.load(keyOf(services)) ?? '').split(' ');
  return id ? { id, dueAtMs: Number(dueAtMs ?? 0), isDoubtful: made === 'doubtful' } : undefined;
}

function save(services: Services, { id, dueAtMs, isDoubtful }: Continuation): void {
  services.secrets.save(keyOf(services), `${id} ${dueAtMs} ${isDoubtful ? 'doubtful' : 'sure'}`);
}

/** User properties, because triggers belong to a user. */
function keyOf({ spreadsheet }: Pick<Services, 'spreadsheet'>): string {
  return `one-off:${spreadsheet.id()}`;
}
