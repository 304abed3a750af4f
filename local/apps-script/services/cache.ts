import { limits } from '../limits/limits';
import { arrayAt, coercedTextAt, expectArguments, objectAt, optionalIntegerAt } from '../runtime/arguments';
import { ServiceException } from '../runtime/exception';
import type { Cache } from '../runtime/runtime-state';
import { type Call, ServiceObject, type ServiceType } from '../runtime/service-object';

function keyOf(value: unknown): string {
  const key = String(value);
  if (key.length > limits.cache.charactersPerKey) throw new ServiceException('Argument too large: key');
  return key;
}

function put(cache: Cache, call: Call, key: string, value: string, seconds: number | undefined): void {
  if (Buffer.byteLength(value, 'utf8') > limits.cache.bytesPerValue) {
    throw new ServiceException('Argument too large: value');
  }
  const nowMs = call.execution.environment.clock.now();
  const lifetime = Math.min(seconds ?? limits.cache.defaultSeconds, limits.cache.longestSeconds);
  cache[key] = { value, createdAtMs: nowMs, expiresAtMs: nowMs + lifetime * 1000 };
  evict(cache, nowMs);
}

/** Over the cap the oldest go first, whether they are read or not. */
function evict(cache: Cache, nowMs: number): void {
  if (Object.keys(cache).length <= limits.cache.items) return;
  const isLive = (key: string) => (cache[key]?.expiresAtMs ?? 0) > nowMs;
  for (const key of Object.keys(cache).filter((each) => !isLive(each))) delete cache[key];
  const live = Object.entries(cache);
  if (live.length <= limits.cache.items) return;
  live.sort(([, one], [, other]) => one.createdAtMs - other.createdAtMs);
  for (const [key] of live.slice(0, limits.cache.evictedItems)) delete cache[key];
}

function get(cache: Cache, call: Call, key: string): string | null {
  const found = Object.hasOwn(cache, key) ? cache[key] : undefined;
  if (found === undefined || found.expiresAtMs <= call.execution.environment.clock.now()) return null;
  return found.value;
}

const cacheType: ServiceType<Cache> = {
  name: 'Cache',
  methods: {
    get: (cache, call) => get(cache, call, keyOf(coercedTextAt(call, 0))),
    getAll: (cache, call) => {
      const found: Record<string, string> = {};
      for (const key of arrayAt(call, 0).map(keyOf)) {
        const value = get(cache, call, key);
        if (value !== null) found[key] = value;
      }
      return found;
    },
    put: (cache, call) => {
      expectArguments(call, 2, 3);
      put(cache, call, keyOf(coercedTextAt(call, 0)), coercedTextAt(call, 1), optionalIntegerAt(call, 2));
    },
    putAll: (cache, call) => {
      expectArguments(call, 1, 2);
      for (const [key, value] of Object.entries(objectAt(call, 0))) {
        put(cache, call, keyOf(key), String(value), optionalIntegerAt(call, 1));
      }
    },
    remove: (cache, call) => {
      delete cache[keyOf(coercedTextAt(call, 0))];
    },
    removeAll: (cache, call) => {
      for (const key of arrayAt(call, 0).map(keyOf)) delete cache[key];
    },
  },
};

function userCache({ execution }: Call): Cache {
  const { userCaches } = execution.environment.state;
  userCaches[execution.user] ??= {};
  return userCaches[execution.user] as Cache;
}

const cacheServiceType: ServiceType<null> = {
  name: 'CacheService',
  methods: {
    getDocumentCache: (_, { execution }) =>
      new ServiceObject(cacheType, execution.environment.state.documentCache),
    getScriptCache: (_, { execution }) =>
      new ServiceObject(cacheType, execution.environment.state.scriptCache),
    getUserCache: (_, call) => new ServiceObject(cacheType, userCache(call)),
  },
};

export const cacheService = new ServiceObject(cacheServiceType, null);
