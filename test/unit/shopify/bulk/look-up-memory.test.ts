import type { Settings } from '../../../../src/ports/storage';
import { lookUpMemory } from '../../../../src/shopify/bulk/look-up-memory';

const NOW_MS = 1_800_000_000_000;

/** A memory over one stored text. */
function memoryOf(stored: string) {
  const texts = new Map([['look-up', stored]]);
  const settings = {
    load: (key: string) => texts.get(key),
    save: (key: string, text: string) => void texts.set(key, text),
    remove: (key: string) => void texts.delete(key),
  } as unknown as Settings;
  return lookUpMemory(settings);
}

test('a bulk query under way is found again within the hour, and not after it', () => {
  const begun = { kind: 'bulk', query: 'abc', id: 'gid://shopify/BulkOperation/1', atMs: NOW_MS } as const;
  const memory = memoryOf(JSON.stringify(begun));
  expect(memory.load(NOW_MS + 60 * 60_000)).toEqual(begun);
  expect(memory.load(NOW_MS + 80 * 60_000)).toBeUndefined();
});

test.each([
  ['', 'nothing'],
  ['{', 'half a text'],
  ['null', 'null'],
  ['[]', 'a list'],
  [`{"kind":"bulk","atMs":${NOW_MS}}`, 'a query without its ID'],
  [`{"kind":"bulk","query":"abc","id":7,"atMs":${NOW_MS}}`, 'an ID that is a number'],
  [`{"kind":"slow","atMs":${NOW_MS}}`, 'a word that nobody wrote'],
  ['{"kind":"too-slow","atMs":"now"}', 'a time that is a word'],
])('what was not stored by this add-on counts as nothing: %s (%s)', (stored) => {
  expect(memoryOf(stored).load(NOW_MS)).toBeUndefined();
});
