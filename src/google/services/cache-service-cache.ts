import type { Cache } from '../../ports/storage';

/**
 * A cache may forget everything at any moment. So a cache that Google refuses counts as one that forgot, and does not
 * end a run. A script without a spreadsheet has no document cache.
 */
function cacheIn(open: () => GoogleAppsScript.Cache.Cache | null): Cache {
  const orNothing = <Value>(ask: () => Value): Value | undefined => {
    try {
      return ask();
    } catch {
      return undefined;
    }
  };
  return {
    load: (key) => orNothing(() => open()?.get(key)) ?? undefined,
    save: (key, value, ttlSeconds) => orNothing(() => open()?.put(key, value, ttlSeconds)),
  };
}

export const documentCache = cacheIn(() => CacheService.getDocumentCache());

/** The script's cache: the same for every spreadsheet and everybody who uses the add-on, so nothing secret goes in. */
export const scriptCache = cacheIn(() => CacheService.getScriptCache());
