import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { COLUMNS } from '../../src/catalog/columns';
import { STATUS_HEADERS, STATUS_WORDS } from '../../src/catalog/status-block';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const readme = read('README.md');
const folded = readme.toLowerCase();

describe('the README', () => {
  test.each(COLUMNS.flatMap(({ headers }) => headers).filter((header) => !/^Option[123] /.test(header)))(
    'names the column %s',
    (header) => expect(cellsOfTables()).toContain(header.toLowerCase()),
  );

  test.each(Object.values(STATUS_WORDS))('explains the status %s', (word) => {
    expect(readme).toContain(`| ${word} |`);
  });

  test.each(STATUS_HEADERS)('names the status column %s', (header) => {
    expect(readme).toContain(`*${header}*`);
  });

  test('names every command, and none that is not there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Record<string, string> };
    const own = ['ci', 'cit', 'test', 'start'];
    const named = [...readme.matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name]) => name as string);
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
      target.startsWith('#') ? !headings.includes(target) : !existsSync(path.join(ROOT, target)),
    );
    expect(missing).toEqual([]);
  });

  test('describes every folder of the source', () => {
    const folders = readdirSync(path.join(ROOT, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `src/${name}`);
    expect(folders.filter((folder) => !folded.includes(`\`${folder}\``))).toEqual([]);
  });
});

/** The texts of all table cells, and the names that stand in one cell separated by commas. */
function cellsOfTables(): readonly string[] {
  return folded
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap((cell) => [cell, ...cell.split(',').map((part) => part.trim())]);
}
