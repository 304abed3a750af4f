import type { Cache } from '../ports/cache';

/** The document's cache. Without a spreadsheet there is none, and a cache may forget everything. */
export const documentCache: Cache = {
  load: (key) => CacheService.getDocumentCache()?.get(key) ?? undefined,
  save: (key, value, ttlSeconds) => {
    CacheService.getDocumentCache()?.put(key, value, ttlSeconds);
  },
};
