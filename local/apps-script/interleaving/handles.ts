import { EnumerationMember, ServiceObject, type ServiceType } from '../runtime/service-object';
import { copied, isNamed, NAMED, type Named } from './cross-thread-values';
import type { TypeDescription } from './messages';

/** The scheduler's side of what cannot cross: the service objects that one execution was given, by handle. */
export interface Handles {
  object(handle: number): ServiceObject;
  /** For the worker, with the classes that it meets for the first time. */
  asSent(value: unknown): { readonly value: unknown; readonly types: readonly TypeDescription[] };
  /** From the worker. */
  arrived(value: unknown): unknown;
}

export function createHandles(): Handles {
  const objects: ServiceObject[] = [];
  const handles = new Map<ServiceObject, number>();
  const described = new Set<ServiceType>();

  function handleOf(object: ServiceObject): number {
    const known = handles.get(object);
    if (known !== undefined) return known;
    handles.set(object, objects.length);
    return objects.push(object) - 1;
  }

  function object(handle: number): ServiceObject {
    const found = objects[handle];
    if (found === undefined) throw new RangeError(`No service object has the handle ${handle}.`);
    return found;
  }

  function meant(named: Named): unknown {
    switch (named[NAMED]) {
      case 'function':
        return function stayedBehind() {};
      case 'member':
        return new EnumerationMember(named.enumeration, named.name);
      case 'object':
        return object(named.handle);
    }
  }

  return {
    object,
    asSent: (value) => {
      const types: TypeDescription[] = [];
      const copy = copied(value, (inner): Named | undefined => {
        if (inner instanceof EnumerationMember) {
          return { [NAMED]: 'member', enumeration: inner.enumeration, name: inner.name };
        }
        if (!(inner instanceof ServiceObject)) return undefined;
        if (!described.has(inner.type)) types.push(description(inner.type));
        described.add(inner.type);
        return { [NAMED]: 'object', handle: handleOf(inner), type: inner.type.name };
      });
      return { value: copy, types };
    },
    arrived: (value) => copied(value, (inner) => (isNamed(inner) ? meant(inner) : undefined)),
  };
}

function description({ name, methods, enumerations = {} }: ServiceType): TypeDescription {
  const names = Object.entries(enumerations).map(
    ([key, { members }]) => [key, Object.keys(members)] as const,
  );
  return { name, methods: Object.keys(methods), enumerations: Object.fromEntries(names) };
}
