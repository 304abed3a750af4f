import fs from 'node:fs';
import path from 'node:path';
import { types } from 'node:util';
import vm from 'node:vm';
import { NotImplementedError } from './exception';
import { runFiles } from './script-files';
import { EnumerationMember, ServiceObject } from './service-object';
import { offsetMsOf } from './time-zone';

/** One load of the bundle: a fresh global object that holds the language and Google's services, nothing else. */
export interface Realm {
  /** Runs the bundle's files; what they throw while loading passes through. */
  load(distDir: string): void;
  /** Calls a top-level function; arguments and value are copied across. Throws what the function throws. */
  call(functionName: string, args: readonly unknown[]): unknown;
}

export interface RealmOptions {
  readonly services: Readonly<Record<string, ServiceObject>>;
  readonly now: () => number;
  /** A number in [0, 1), for `Math.random`: an execution can be replayed from the seed of its runtime. */
  readonly random: () => number;
  readonly timeZone: string;
  /** Every call of a service method ends here; its value is copied into the realm, as is what it throws. */
  readonly invoke: (object: ServiceObject, method: string, args: readonly unknown[]) => unknown;
}

/** The object behind each guard that any realm was given. */
const behindGuard = new WeakMap<object, ServiceObject | EnumerationMember>();

/** The service object or enumeration member behind a guard; any other value as it is. */
export function unwrapped(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? (behindGuard.get(value) ?? value) : value;
}

const installScriptDate = new vm.Script(
  `(${fs.readFileSync(path.join(__dirname, 'script-date.js'), 'utf8')})`,
  { filename: 'script-date.js' },
);
const intrinsics = new vm.Script(
  `({ Array, Object, Error, Math, Proxy, freeze: Object.freeze, slice: Array.prototype.slice,
      wrap: (call) => (...args) => call(args) })`,
);

interface Intrinsics {
  Array: ArrayConstructor;
  Object: ObjectConstructor;
  Error: ErrorConstructor;
  Math: Math;
  Proxy: ProxyConstructor;
  freeze: typeof Object.freeze;
  slice: typeof Array.prototype.slice;
  wrap: (call: (args: unknown[]) => unknown) => (...args: unknown[]) => unknown;
}

export function createRealm(options: RealmOptions): Realm {
  // A global object as V8 makes it: one that node watches looks up `Math` a hundred times slower than a script of Google's.
  // Whether Google lets a script make code from texts is not known, so nothing here may depend on it.
  const globals = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: true },
  }) as Record<string, unknown>;
  const own = intrinsics.runInContext(globals) as Intrinsics;
  const zoneOffsetMs = offsetMsOf(options.timeZone);
  const ScriptDate = (installScriptDate.runInContext(globals) as (...args: unknown[]) => DateConstructor)(
    own.wrap(() => options.now()),
    own.wrap(([utcMs]) => zoneOffsetMs(utcMs as number)),
    options.timeZone,
  );
  globals.Date = ScriptDate;
  Object.assign(own.Math, { random: own.wrap(() => options.random()) });
  // Weak: a script that makes hundreds of thousands of objects and keeps none of them needs no memory for them.
  const guards = new WeakMap<object, object>();

  function toRealm(value: unknown): unknown {
    if (typeof value === 'function') throw new TypeError('A service never hands out a function.');
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof ServiceObject) return guards.get(value) ?? guardOf(value);
    if (value instanceof EnumerationMember) return guards.get(value) ?? memberGuardOf(value);
    if (types.isDate(value)) return new ScriptDate(value.getTime());
    if (Array.isArray(value)) return copiedArray(value);
    return Object.assign(new own.Object(), mapValues(value as Record<string, unknown>, toRealm));
  }

  /** `slice` of the realm makes an array of the realm at native speed; grids of a million cells pass here. */
  function copiedArray(value: unknown[]): unknown[] {
    const copy = own.slice.call(value) as unknown[];
    for (let index = 0; index < copy.length; index += 1) {
      if (typeof copy[index] === 'object') copy[index] = toRealm(copy[index]);
    }
    return copy;
  }

  function guardOf(object: ServiceObject): object {
    const { type } = object;
    const methods = new Map<PropertyKey, unknown>();
    const target = new own.Object() as Record<PropertyKey, unknown>;
    Object.assign(target, { toString: own.wrap(() => type.name) });
    const guard = new own.Proxy(target, {
      get: (_, name) => {
        if (typeof name === 'string' && Object.hasOwn(type.methods, name)) {
          const known = methods.get(name);
          if (known !== undefined) return known;
          const method = own.wrap((args) => enter(() => options.invoke(object, name, args.map(unwrapped))));
          methods.set(name, method);
          return method;
        }
        const enumeration = typeof name === 'string' ? type.enumerations?.[name] : undefined;
        if (enumeration !== undefined) return toRealm(enumeration.members);
        // What the language itself asks of an object: conversion to text, JSON and promises.
        if (typeof name === 'symbol' || name === 'toJSON' || name === 'then' || name in target)
          return target[name];
        throw realmError(new NotImplementedError(`${type.name}.${name}`));
      },
      set: (_, name) => {
        throw realmError(new TypeError(`Cannot set ${String(name)} of ${type.name}.`));
      },
    });
    guards.set(object, guard);
    behindGuard.set(guard, object);
    return guard;
  }

  function memberGuardOf(member: EnumerationMember): object {
    const name = own.wrap(() => member.name);
    const guard = own.freeze(Object.assign(new own.Object(), { toString: name, toJSON: name, name }));
    guards.set(member, guard);
    behindGuard.set(guard, member);
    return guard;
  }

  function enter(run: () => unknown): unknown {
    try {
      return toRealm(run());
    } catch (error) {
      throw realmError(error);
    }
  }

  function realmError(error: unknown): unknown {
    if (!(error instanceof Error)) return error;
    const copy = new own.Error(error.message);
    if (error.name !== 'Error') copy.name = error.name;
    return copy;
  }

  for (const [name, service] of Object.entries(options.services)) globals[name] = toRealm(service);

  return {
    load: (distDir) => runFiles(distDir, globals),
    call: (functionName, args) => {
      const entryPoint = Object.hasOwn(globals, functionName) ? globals[functionName] : undefined;
      if (typeof entryPoint !== 'function' || Object.hasOwn(options.services, functionName)) {
        throw new Error(`Script function not found: ${functionName}`);
      }
      return toHost(Reflect.apply(entryPoint, undefined, toRealm([...args]) as unknown[]));
    },
  };
}

/** A copy in this realm of what the bundle answered; functions stay behind, and what contains itself goes on doing so. */
function toHost(value: unknown, copies = new Map<unknown, unknown>()): unknown {
  const known = unwrapped(value);
  if (known !== value || typeof value !== 'object' || value === null) return known;
  if (types.isDate(value)) return new Date(value.getTime());
  if (copies.has(value)) return copies.get(value);
  const copy: unknown[] | Record<string, unknown> = Array.isArray(value) ? new Array(value.length) : {};
  copies.set(value, copy);
  for (const [key, inner] of Object.entries(value)) Object.assign(copy, { [key]: toHost(inner, copies) });
  return copy;
}

function mapValues(
  record: Record<string, unknown>,
  map: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
