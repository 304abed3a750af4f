import { unwrapped } from '../runtime/realm';
import { Enumeration, EnumerationMember, ServiceObject, type ServiceType } from '../runtime/service-object';
import { copied, isNamed, NAMED, type Named } from './cross-thread-values';
import type { TypeDescription } from './messages';

/** The worker's side of what cannot cross: an object that only knows its handle stands in for each service object. */
export interface StandIns {
  learn(types: readonly TypeDescription[]): void;
  /** From the scheduler's thread. */
  arrived(value: unknown): unknown;
  /** For the scheduler's thread. */
  asSent(value: unknown): unknown;
}

/** So many objects are the same ones when they come again; an older one that a script still has goes on meaning what it meant. */
const SAME_FOR = 2_000;

export function createStandIns(): StandIns {
  const known = new Map<string, ServiceType>();
  const objects = new Map<number, ServiceObject<number>>();
  const members = new Map<string, EnumerationMember>();

  function describe({ name, methods, enumerations }: TypeDescription): void {
    known.set(name, {
      name,
      methods: Object.fromEntries(methods.map((method) => [method, () => undefined])),
      enumerations: Object.fromEntries(
        Object.entries(enumerations).map(([key, names]) => [key, new Enumeration(key, names)]),
      ),
    });
    // A script compares members, so that each may be there only once.
    for (const enumeration of Object.values(known.get(name)?.enumerations ?? {})) {
      for (const member of Object.values(enumeration.members)) members.set(keyOf(member), member);
    }
  }

  function meant(named: Named): unknown {
    switch (named[NAMED]) {
      case 'function':
        return function stayedBehind() {};
      case 'member':
        return members.get(keyOf(named)) ?? new EnumerationMember(named.enumeration, named.name);
      case 'object': {
        const object =
          objects.get(named.handle) ??
          new ServiceObject(known.get(named.type) as ServiceType<number>, named.handle);
        // The latest stand last. A map cannot be weak here: an execution is one job, and nothing is let go within a job.
        objects.delete(named.handle);
        objects.set(named.handle, object);
        forgetBeyond(objects, SAME_FOR);
        return object;
      }
    }
  }

  return {
    learn: (types) => types.forEach(describe),
    arrived: (value) => copied(value, (object) => (isNamed(object) ? meant(object) : undefined)),
    asSent: (value) => copied(value, (object) => nameOf(unwrapped(object))),
  };
}

function forgetBeyond(objects: Map<number, unknown>, most: number): void {
  for (const oldest of objects.keys()) {
    if (objects.size <= most) return;
    objects.delete(oldest);
  }
}

const keyOf = (member: { enumeration: string; name: string }) => `${member.enumeration}.${member.name}`;

function nameOf(value: unknown): Named | undefined {
  if (typeof value === 'function') return { [NAMED]: 'function' };
  if (value instanceof EnumerationMember) {
    return { [NAMED]: 'member', enumeration: value.enumeration, name: value.name };
  }
  if (!(value instanceof ServiceObject)) return undefined;
  return { [NAMED]: 'object', handle: value.self as number, type: value.type.name };
}
