import { isSameTrigger } from '../../ports/triggers';
import type { Services } from '../ground/services';
import { noteTrigger } from './own-triggers';

/** Time for which a paused run is left to the person who may go on with it, before others and the clock may. */
export const LEASE_MS = 2 * 60_000;

/**
 * Delay where nothing could be sent, because Shopify works through a bulk operation or a large shop is read: checking
 * more often would use up the clock's daily minutes.
 */
const WAITING_MS = 15 * 60_000;

/** Google's clock is a few minutes late at most; a trigger that has not fired by then never will. */
const LATEST_MS = 15 * 60_000;

/** Work that can be gone on with; one trigger serves both, because a user has few. */
type Work = 'run' | 'pull';

/** A trigger that fires once, to go on with what paused. */
interface Continuation {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly dueAtMs: number;
  /** Made while a trigger ran, so that Google may have disabled it: https://issuetracker.google.com/issues/150756612 */
  readonly isDoubtful: boolean;
  readonly works: readonly string[];
}

export interface Pausing {
  readonly work: Work;
  readonly goesOn: boolean;
  /** False where it only waited. */
  readonly hasMoved: boolean;
}

/**
 * Lets the clock go on with work whose time was up, in case no sidebar does: the scheduled entry point is called again
 * after a while. Google may refuse, because a published add-on has one clock trigger and the schedule holds
 * it; the next scheduled run goes on then. Any other end leaves nothing to go on with.
 */
export function armContinuation(services: Services, { work, goesOn, hasMoved }: Pausing): void {
  const armed = load(services);
  const others = armed?.works.filter((each) => each !== work) ?? [];
  const works = goesOn ? [...others, work] : others;
  if (armed && works.length > 0 && isAlive(armed, services)) {
    save(services, { ...armed, works });
    return;
  }
  if (armed) remove(services, armed);
  if (works.length === 0) return;
  const delayMs = hasMoved ? LEASE_MS : WAITING_MS;
  const id = services.triggers.createAfter(delayMs);
  if (!id) return;
  noteTrigger(services, id);
  save(services, { id, dueAtMs: services.clock.now() + delayMs, isDoubtful: services.isTrigger, works });
}

/** Tells whether the clock will go on with this work of this user's, as surely as can be known. */
export function isContinuationArmed(services: Services, work: Work): boolean {
  const armed = load(services);
  return armed?.works.includes(work) === true && !armed.isDoubtful && isAlive(armed, services);
}

/** Tells whether this trigger was made to go on with what paused, and then removes it: it fires only once. */
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
  const [id, dueAtMs, made, works = 'run'] = (services.secrets.load(keyOf(services)) ?? '').split(' ');
  return id
    ? { id, dueAtMs: Number(dueAtMs ?? 0), isDoubtful: made === 'doubtful', works: works.split('+') }
    : undefined;
}

function save(services: Services, { id, dueAtMs, isDoubtful, works }: Continuation): void {
  const made = isDoubtful ? 'doubtful' : 'sure';
  services.secrets.save(keyOf(services), `${id} ${dueAtMs} ${made} ${works.join('+')}`);
}

/** User properties, because triggers belong to a user. */
function keyOf({ spreadsheet }: Pick<Services, 'spreadsheet'>): string {
  return `one-off:${spreadsheet.id()}`;
}
