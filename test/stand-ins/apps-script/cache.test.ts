import { project } from './script-project';

const cache = 'const cache = CacheService.getDocumentCache();';

describe('a cache', () => {
  test('forgets after ten minutes, or when it was told to', () => {
    const script = project();
    script.evaluate(`${cache} cache.put('a', 1); cache.put('b', 'two', 60)`);
    expect(script.evaluate(`${cache} return cache.getAll(['a', 'b', 'c'])`)).toEqual({ a: '1', b: 'two' });
    script.clock.advance(60_000);
    expect(script.evaluate(`${cache} return [cache.get('a'), cache.get('b')]`)).toEqual(['1', null]);
    script.clock.advance(600_000);
    expect(script.evaluate(`${cache} return cache.get('a')`)).toBeNull();
  });

  test('keeps nothing longer than six hours', () => {
    const script = project();
    script.evaluate(`${cache} cache.put('a', 'x', 999999)`);
    script.clock.advance(21_600_000);
    expect(script.evaluate(`${cache} return cache.get('a')`)).toBeNull();
  });

  test('refuses long keys and large values', () => {
    expect(() => project().evaluate(`${cache} cache.put('k'.repeat(251), 'x')`)).toThrow(
      'Argument too large: key',
    );
    expect(() => project().evaluate(`${cache} cache.put('k', 'x'.repeat(102401))`)).toThrow(
      'Argument too large: value',
    );
  });

  test('loses its oldest items beyond a thousand, however often they are read', () => {
    const value = project().evaluate(`${cache}
      for (let index = 0; index <= 1000; index += 1) { cache.put(2000 - index, index); }
      return [cache.get(2000), cache.get(1901), cache.get(1900), cache.get(1000)]`);
    expect(value).toEqual([null, null, '100', '1000']);
  });

  test('is each user’s own where it is asked for', () => {
    const script = project();
    script.evaluate(
      `CacheService.getUserCache().putAll({ a: 1 }); CacheService.getScriptCache().put('a', 2)`,
    );
    const get = `return [CacheService.getUserCache().get('a'), CacheService.getScriptCache().get('a')]`;
    expect(script.evaluate(get)).toEqual(['1', '2']);
    expect(script.evaluate(get, { user: 'bob@example.com' })).toEqual([null, '2']);
    script.evaluate(
      `CacheService.getUserCache().removeAll(['a']); CacheService.getScriptCache().remove('a')`,
    );
    expect(script.evaluate(get)).toEqual([null, null]);
  });
});
