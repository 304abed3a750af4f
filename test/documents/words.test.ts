import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { sourcesOf } from '../../local/docs/read-imports';
import { ROOT } from '../bundle/built';

const page = readFileSync(path.join(ROOT, 'docs/words.md'), 'utf8');

const sections = new Map(
  page.split(/^## /m).map((text): [string, string] => [text.split('\n')[0] ?? '', text]),
);

/** Words of a table's first cell, which may hold several. */
function entriesOf(section: string): readonly string[] {
  return [...(sections.get(section) ?? '').matchAll(/^\| ([^|]+) \|/gm)]
    .map(([, cell = '']) => cell)
    .slice(1)
    .flatMap((cell) => cell.split(', '));
}

/** `[Pair](../src/plan/model/base.ts)`, in code type. */
const PLACES = [...page.matchAll(/\[`([\w-]+)`\]\(\.\.\/([^)#]+)\)/g)].map(
  ([, name = '', file = '']): [string, string] => [name, file],
);

test('the glossary has words of Shopify, of Google and of our own, each with its place', () => {
  expect(PLACES.length).toBeGreaterThan(50);
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && line.split('|').length === 5);
  expect(rows.filter((line) => !line.includes('](') && !line.startsWith('| Word |'))).toEqual([]);
});

test.each(PLACES)('%s is a name in %s', (name, file) => {
  const target = path.join(ROOT, file);
  expect(existsSync(target) && statSync(target).isFile()).toBe(true);
  expect(readFileSync(target, 'utf8')).toMatch(new RegExp(`\\b${name}\\b`));
});

test('no word is explained twice', () => {
  const words = [...sections.keys()]
    .filter((section) => !/^(Words with two meanings|Retired words|# Words)/.test(section))
    .flatMap(entriesOf);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

test.each(['src', 'local'])(
  'a retired word is nowhere in %s, neither in a name nor in a comment',
  (folder) => {
    const retired = new Set(entriesOf('Retired words'));
    expect(retired.size).toBeGreaterThan(4);
    const found = sourcesOf(folder).flatMap((file) =>
      wordsOf(readFileSync(path.join(ROOT, folder, file), 'utf8'))
        .filter((word) => retired.has(word))
        .map((word) => `${folder}/${file}: ${word}`),
    );
    expect([...new Set(found)]).toEqual([]);
  },
);

test('nothing is called settled but what an answer of the store means', () => {
  const named = sourcesOf('src').filter((file) => {
    const code = readFileSync(path.join(ROOT, 'src', file), 'utf8');
    const { code: names } = transformSync(code, { loader: file.endsWith('x') ? 'tsx' : 'ts' });
    return /settle/i.test(names.replace(/"[^"\n]*"|`[^`]*`/g, ''));
  });
  expect(named.filter((file) => !file.startsWith('plan/') && !file.startsWith('sync/execution/'))).toEqual(
    [],
  );
});

/** Words with which a comment would only hint at what it describes. */
const HINT = /\/\*\*\s*(?:\* )?(What|Where|Of|That|Who)\b[^*\n]*/g;

test.each(['src', 'local', 'live'])('what describes a name of %s begins with a noun or a verb', (folder) => {
  const hinting = sourcesOf(folder).flatMap((file) =>
    [...readFileSync(path.join(ROOT, folder, file), 'utf8').matchAll(HINT)].map(
      ([comment]) => `${folder}/${file}: ${comment}`,
    ),
  );
  expect(hinting).toEqual([]);
});

/** `directToll` is two words. */
function wordsOf(code: string): readonly string[] {
  return (code.replace(/([a-z0-9])([A-Z])/g, '$1 $2').match(/[A-Za-z]+/g) ?? []).map((word) =>
    word.toLowerCase(),
  );
}
