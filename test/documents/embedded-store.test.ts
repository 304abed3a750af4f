import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { usage } from '../../local/store/http/server/server-options';

const ROOT = path.resolve(__dirname, '../..');
const page = readFileSync(path.join(ROOT, 'docs/embedded-store.md'), 'utf8');

/** Sections about the tool itself, which claim nothing of Shopify. */
const OF_THE_TOOL = ['Serve it', 'Use it in a test', 'Faults', 'Other people', 'How a claim is known'];

/** The five words; a live answer has its date. */
const KNOWN = /^(?:.+ )?(?:answered live on \d{4}-\d\d-\d\d|recorded|documented|reported|inferred)$/;

interface Table {
  readonly section: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ name: text.slice(0, text.indexOf('\n')).trim(), text }));

const tables: Table[] = sections.flatMap(({ name, text }) =>
  text
    .split(/\n\n+/)
    .filter((block) => block.startsWith('|'))
    .map((block) => {
      const [header = '', , ...rows] = block.trim().split('\n');
      return { section: name, header: cellsOf(header), rows: rows.map(cellsOf) };
    }),
);

const claims = tables
  .filter(({ section }) => !OF_THE_TOOL.includes(section))
  .flatMap(({ section, rows }) =>
    rows.map((row): [string, string] => [`${section}: ${row[0]}`, row.at(-1) ?? '']),
  );

describe('what docs/embedded-store.md claims of Shopify', () => {
  test('stands in tables that end with how it is known', () => {
    const without = tables.filter(
      ({ section, header }) => !OF_THE_TOOL.includes(section) && header.at(-1) !== 'Known from',
    );
    expect(without.map(({ section }) => section)).toEqual([]);
    const tabled = new Set(tables.map(({ section }) => section));
    expect(
      sections.map(({ name }) => name).filter((name) => !OF_THE_TOOL.includes(name) && !tabled.has(name)),
    ).toEqual([]);
    expect(claims.length).toBeGreaterThan(70);
  });

  test('is known in one of five ways, and so is each part that is known otherwise', () => {
    expect(claims.filter(([, known]) => !known.split(';').every((part) => KNOWN.test(part.trim())))).toEqual(
      [],
    );
  });

  test('was answered live only with its date, and where the answers are kept', () => {
    const live = claims.filter(([, known]) => known.includes('answered live'));
    const answers = path.join(ROOT, 'test/live/answers');
    const kept = existsSync(answers) ? readdirSync(answers).filter((name) => name.startsWith('shopify')) : [];
    if (kept.length === 0) expect(live).toEqual([]);
    for (const [, known] of live)
      for (const [date] of known.matchAll(/\d{4}-\d\d-\d\d/g))
        expect(kept.some((name) => name.includes(date))).toBe(true);
  });

  test('is told in the words that it explains', () => {
    const legend = tables.find(({ section }) => section === 'How a claim is known');
    expect(legend?.rows.map(([word]) => word)).toEqual([
      'answered live on *date*',
      'recorded',
      'documented',
      'reported',
      'inferred',
    ]);
  });
});

test('every option of the served store is in docs/embedded-store.md, and none that it does not have', () => {
  const flags = (text: string) => new Set(text.match(/(?<![\w-])--[a-z][a-z-]+/g));
  const own = new Set([...flags(usage)].filter((flag) => !['--help', '--silent'].includes(flag)));
  const told = new Set(
    sections
      .flatMap(({ text }) => [...flags(text)])
      .filter((flag) => !['--silent', '--import'].includes(flag)),
  );
  expect([...own].filter((flag) => !told.has(flag))).toEqual([]);
  expect([...told].filter((flag) => !own.has(flag))).toEqual([]);
});

test('every option of createStore that stands for a live trouble is one, and every file that is named is there', () => {
  const types = ['store-types.ts', 'shop/bulk-operations/bulk-pace.ts']
    .map((file) => readFileSync(path.join(ROOT, 'local/store', file), 'utf8'))
    .join('\n');
  const options = tables
    .find(({ section }) => section === 'As bad as it may be')
    ?.rows.flatMap(([option = '']) => [...option.matchAll(/`(?:bulk\.)?(\w+)/g)].map(([, name]) => name));
  expect(options?.length).toBeGreaterThan(7);
  expect(options?.filter((name) => !types.includes(`readonly ${name}?:`))).toEqual([]);
  const files = [...page.matchAll(/`((?:local|test)\/[\w./-]+\.\w+)`/g)].map(([, file = '']) => file);
  expect(files.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});
