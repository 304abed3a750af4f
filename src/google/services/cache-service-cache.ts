import type { Cache } from '../../ports/storage';

/** The document's cache. Without a spreadsheet there is none, and a cache may forget everything. */
export const documentCache: Cache = {
  load: (key) => CacheService.getDocumentCache()?.get(key) ?? undefined,
  save: (key, value, ttlSeconds) => {
    CacheService.getDocumentCache()?.put(key, value, ttlSeconds);
  },
};

/** The script's cache: the same for every spreadsheet and everybody who uses the add-on, so nothing secret goes in. */
export const scriptCache: Cache = {
  load: (key) => CacheService.getScriptCache().get(key) ?? undefined,
  save: (key, value, ttlSeconds) => CacheService.getScriptCache().put(key, value, ttlSeconds),
};
