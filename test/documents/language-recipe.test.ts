import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync, transformSync } from 'esbuild';
import { sourcesOf } from '../../local/docs/read-imports';
import { checkKit } from '../../local/publish/check-kit';
import { ROOT } from '../bundle/built';

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const recipes = read('docs/recipes.md');
const recipe = recipes.slice(recipes.indexOf('## A language'));

/** Files that the recipe names, by their path in the project. */
const NAMED = [...recipe.matchAll(/\[`([^`]+)`\]\(\.\.\//g)].map(([, file = '']) => file);

/** Without comments and types. */
function codeOf(file: string): string {
  return transformSync(read(file), { loader: file.endsWith('x') ? 'tsx' : 'ts', charset: 'utf8' }).code;
}

/** Letters of other languages, separators, and dates in the user's language; a fixed locale is none. */
const DEPENDS = /[^ -~\s]|decimalSeparator|toLocale\w*\((?!"(?:en-US|sv-SE)")|Intl\./g;

function dependsOnLanguage(file: string): boolean {
  return [...codeOf(file).matchAll(DEPENDS)].some(([found]) => found.length > 1 || /\p{L}/u.test(found));
}

test('the recipe names every file of src that knows of a language', () => {
  const depending = sourcesOf('src')
    .map((file) => `src/${file}`)
    .filter(dependsOnLanguage);
  expect(depending.length).toBeGreaterThan(7);
  expect(depending.filter((file) => !NAMED.includes(file))).toEqual([]);
});

/** What a file of src exports once some of its text is replaced, as it would run in Apps Script. */
function changed<Exports>(file: string, found: string, by: string): Exports {
  const text = read(file);
  expect(text).toContain(found);
  const { outputFiles } = buildSync({
    stdin: {
      contents: text.replace(found, by),
      resolveDir: path.join(ROOT, path.dirname(file)),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'Changed',
    charset: 'utf8',
  });
  return new Function(`${outputFiles[0]!.text}; return Changed;`)() as Exports;
}

describe('following the recipe', () => {
  test('words of a refusal in a further language are added in one file', () => {
    const file = 'src/google/services/refusals.ts';
    const welsh = Object.assign(new Error("Rydych yn ceisio golygu cell sydd wedi'i gwarchod."), {
      name: 'Exception',
    });
    type Refusals = typeof import('../../src/google/services/refusals');
    const kindOf = (module: Refusals) => module.refusalOf(welsh)?.kind;
    expect(kindOf(changed<Refusals>(file, '|受保护|', '|受保护|'))).toBe('google-trouble');
    expect(kindOf(changed<Refusals>(file, '|受保护|', '|受保护|gwarchod|'))).toBe('protected');
  });

  test('a language that writes a decimal point is added in one file', () => {
    const file = 'src/catalog/values/read-number.ts';
    type Locales = typeof import('../../src/catalog/values/read-number');
    expect(changed<Locales>(file, '^(en|', '^(en|').parseLocale('eo').decimalSeparator).toBe(',');
    expect(changed<Locales>(file, '^(en|', '^(en|eo|').parseLocale('eo').decimalSeparator).toBe('.');
  });

  test('the word for a currency is added in one file', () => {
    const file = 'src/catalog/values/currency.ts';
    type Currencies = typeof import('../../src/catalog/values/currency');
    const kindOf = (module: Currencies) => module.readAmount('12,50 frk', 'CHF').kind;
    expect(kindOf(changed<Currencies>(file, 'rmb CNY', 'rmb CNY'))).not.toBe('own');
    expect(kindOf(changed<Currencies>(file, 'rmb CNY', 'rmb CNY\nfrk CHF'))).toBe('own');
  });

  test('the listing in a further language is two more files', () => {
    const root = mkdtempSync(path.join(os.tmpdir(), 'language-'));
    try {
      for (const name of ['package.json', 'appsscript.json', 'publish', 'src/google/services'])
        cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
      const listing = (name: string) => path.join(root, 'publish/listing', name);
      for (const ending of ['json', 'txt']) cpSync(listing(`fr.${ending}`), listing(`pl.${ending}`));
      expect(checkKit(root)).toEqual([]);
      writeFileSync(listing('pl.txt'), 'Produkty.');
      expect(checkKit(root)).toEqual([expect.stringContaining('pl.txt has 1 paragraphs')]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
