import { newRuntimeState, newWorkbook } from '../../../local/apps-script/runtime';
import { project } from './script-project';

const properties = 'PropertiesService.getDocumentProperties()';

describe('properties', () => {
  test('are texts: everything else is coerced', () => {
    const value = project().evaluate(`const store = ${properties};
      store.setProperties({ a: 1, b: true, c: { d: 1 }, e: null }).setProperty('f', [1, 2]);
      return [store.getProperties(), store.getProperty('none'), store.getKeys().length]`);
    expect(value).toEqual([{ a: '1', b: 'true', c: '[object Object]', e: 'null', f: '1,2' }, null, 5]);
  });

  test('of the user are seen by that user alone, those of the document by all', () => {
    const script = project();
    const set = `PropertiesService.getUserProperties().setProperty('a', 'secret'); ${properties}.setProperty('a', 'shared')`;
    const get = `return [PropertiesService.getUserProperties().getProperty('a'), ${properties}.getProperty('a')]`;
    script.evaluate(set, { user: 'ada@example.com' });
    expect(script.evaluate(get, { user: 'bob@example.com' })).toEqual([null, 'shared']);
    expect(script.evaluate(get, { user: 'ada@example.com' })).toEqual(['secret', 'shared']);
  });

  test('of the user are one store for every spreadsheet of an add-on', () => {
    const first = project();
    const second = project({
      state: { ...newRuntimeState(newWorkbook({ id: 'other' })), userProperties: first.state.userProperties },
    });
    first.evaluate(`PropertiesService.getUserProperties().setProperty('token', 'x')`);
    expect(second.evaluate(`return PropertiesService.getUserProperties().getProperty('token')`)).toBe('x');
  });

  test('are deleted one by one, all together, or by what replaces them', () => {
    const value = project().evaluate(`const store = ${properties}; store.setProperties({ a: 1, b: 2, c: 3 });
      store.deleteProperty('a'); const left = store.getKeys(); store.setProperties({ d: 4 }, true);
      const replaced = store.getKeys(); store.deleteAllProperties(); return [left, replaced, store.getKeys()]`);
    expect(value).toEqual([['b', 'c'], ['d'], []]);
  });

  test('hold nine kilobytes each, counted as UTF-8, and 500 in all', () => {
    const script = project();
    const store = `const store = ${properties};`;
    expect(
      script.evaluate(`${store} store.setProperty('a', 'x'.repeat(9216)); return store.getKeys()`),
    ).toEqual(['a']);
    expect(() => script.evaluate(`${store} store.setProperty('b', 'é'.repeat(4609))`)).toThrow(
      'Argument too large: value',
    );
    expect(() =>
      script.evaluate(
        `${store} for (let index = 0; index < 60; index += 1) store.setProperty('key' + index, 'x'.repeat(9000))`,
      ),
    ).toThrow('You have exceeded the property storage quota. Please remove some properties and try again.');
    expect(Object.keys(script.state.documentProperties).length).toBeLessThan(60);
  });

  test('are read and written so often a day, and again the next day', () => {
    const script = project();
    script.evaluate(`${properties}.getProperty('a')`);
    const use = script.state.quotas['owner@example.com'];
    expect(use?.propertiesReadWrites).toBe(1);
    if (use !== undefined) use.propertiesReadWrites = 50_000;
    expect(() => script.evaluate(`${properties}.getProperty('a')`)).toThrow(
      'Service invoked too many times for one day: properties.',
    );
    script.clock.advance(86_400_000);
    expect(script.evaluate(`return ${properties}.getProperty('a')`)).toBeNull();
  });
});
