import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { COLUMNS } from '../../src/catalog/columns/columns';
import { STATUS_HEADERS, STATUS_WORDS } from '../../src/catalog/tab/status-block';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const readme = read('README.md');
const folded = readme.toLowerCase();

describe('the README', () => {
  test('names no column that the column table does not know', () => {
    const known = new Set(COLUMNS.flatMap(({ headers }) => headers.map((header) => header.toLowerCase())));
    const unknown = namedColumns().filter((header) => !known.has(header));
    expect(namedColumns().length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });

  test.each(Object.values(STATUS_WORDS))('explains the status %s', (word) => {
    expect(readme).toContain(`| ${word} |`);
  });

  test.each(STATUS_HEADERS)('names the status column %s', (header) => {
    expect(readme).toContain(`*${header}*`);
  });

  test('names every command, and none that is not there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Record<string, string> };
    const own = ['ci', 'cit', 'test', 'start'];
    const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name]) => name as string);
    expect(named.filter((name) => !(name in scripts) && !own.includes(name))).toEqual([]);
    expect(Object.keys(scripts).filter((name) => !named.includes(name))).toEqual([]);
  });

  test('links to files and headings that exist', () => {
    const targets = [...readme.matchAll(/\]\(([^)]+)\)/g)]
      .map(([, target]) => target as string)
      .filter((target) => !target.startsWith('http'));
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(
      ([, heading]) => `#${heading?.toLowerCase().replace(/ /g, '-')}`,
    );
    const missing = targets.filter((target) =>
      target.startsWith('#')
        ? !headings.includes(target)
        : !existsSync(path.join(ROOT, target.split('#')[0]!)),
    );
    expect(missing).toEqual([]);
  });

  test('has a film and three pictures, which open at once on a slow line', () => {
    const sizes = [...readme.matchAll(/!\[[^\]]+\]\((docs\/[^)]+)\)/g)].map(([, file]): [string, number] => [
      file as string,
      statSync(path.join(ROOT, file as string)).size,
    ]);
    expect(sizes.map(([file]) => file)).toEqual([
      'docs/film.png',
      'docs/get-from-shopify.png',
      'docs/choose-what-to-send.png',
      'docs/metafields.png',
    ]);
    const most = (file: string) => (file === 'docs/film.png' ? 3_000_000 : 150_000);
    expect(sizes.filter(([file, size]) => size > most(file))).toEqual([]);
  });

  test('describes every folder of the source', () => {
    const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/${name}`);
    expect(folders.filter((folder) => !folded.includes(`\`${folder}\``))).toEqual([]);
  });
});

/** The headers in the first two cells of the tables that compare the product CSV's two generations. */
function namedColumns(): string[] {
  const lines = folded.split('\n');
  const starts = lines.flatMap((line, index) => (line.startsWith('| classic header') ? [index + 2] : []));
  return starts
    .flatMap((start) => {
      const end = lines.findIndex((line, index) => index >= start && !line.startsWith('|'));
      return lines.slice(start, end);
    })
    .flatMap((line) => line.split('|').slice(1, 3))
    .flatMap((cell) => cell.split(',').flatMap((names) => spelledOut(names.trim())))
    .filter(Boolean);
}

/** `option1 name … option3 name` names three. */
function spelledOut(names: string): string[] {
  return names.includes('…') ? [1, 2, 3].map((n) => names.split(' … ')[0]!.replace('1', String(n))) : [names];
}
