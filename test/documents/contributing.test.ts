import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../bundle/built';

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const contributing = read('CONTRIBUTING.md');

/** Pages of the project that a page links to. */
function linkedFrom(page: string): readonly string[] {
  return [...read(page).matchAll(/\]\(([^)#\s]+\.md)[^)]*\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => path.posix.join(path.posix.dirname(page), link));
}

test('every page of docs/, and what a contributor needs, is found from the README', () => {
  const seen = new Set(['README.md']);
  for (const page of seen)
    for (const link of linkedFrom(page)) if (existsSync(path.join(ROOT, link))) seen.add(link);
  const pages = readdirSync(path.join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  const needed = ['CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...pages.map((name) => `docs/${name}`)];
  expect(needed.filter((page) => !seen.has(page))).toEqual([]);
  expect(linkedFrom('README.md')).toEqual(
    expect.arrayContaining([
      'CONTRIBUTING.md',
      'SECURITY.md',
      'docs/architecture.md',
      'docs/recipes.md',
      'docs/words.md',
    ]),
  );
});

test('CONTRIBUTING names every folder of tests', () => {
  const folders = readdirSync(path.join(ROOT, 'test'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `test/${name}`);
  const own = ['test/fixtures', 'test/support'];
  const unnamed = folders.filter(
    (folder) => !own.includes(folder) && !contributing.includes(`\`${folder}\``),
  );
  expect(unnamed).toEqual([]);
});

test('what CONTRIBUTING says of seeds, pictures and browsers is so', () => {
  const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Record<string, string> };
  expect(read('test/campaign/campaign.test.ts')).toContain('SEED');
  expect(read('test/browser/open-workbench.ts')).toContain('artifacts/screenshots');
  expect(read('local/browser.ts')).toContain('CHROMIUM_PATH');
  expect(read('test/interleavings/seeded-schedules.test.ts')).toContain('ENDED_BADLY');
  const [, option = ''] = /interleavings -- --option ([\w-]+)/.exec(contributing) ?? [];
  expect(read('test/interleavings/platforms.ts')).toContain(`'${option}'`);
  expect(scripts['test:quick']).not.toContain('add-on');
});

test('editors are told to format as Biome does', () => {
  const { formatter } = JSON.parse(read('biome.json')) as {
    readonly formatter: {
      readonly indentStyle: string;
      readonly indentWidth: number;
      readonly lineWidth: number;
    };
  };
  const [, everyFile = ''] = read('.editorconfig').split('\n\n');
  expect(everyFile).toContain(`indent_style = ${formatter.indentStyle}`);
  expect(everyFile).toContain(`indent_size = ${formatter.indentWidth}`);
  expect(everyFile).toContain(`max_line_length = ${formatter.lineWidth}`);
});

test('each push and pull request runs what .ci/run runs', () => {
  const workflow = read('.github/workflows/ci.yml');
  expect(workflow).toContain('run: bash .ci/run');
  expect(workflow).toMatch(/^ {2}push:$/m);
  expect(workflow).toMatch(/^ {2}pull_request:$/m);
});

test('SECURITY names every address that the script may call, and where tokens are kept', () => {
  const security = read('SECURITY.md');
  const { urlFetchWhitelist } = JSON.parse(read('appsscript.json')) as {
    readonly urlFetchWhitelist: readonly string[];
  };
  for (const address of urlFetchWhitelist)
    expect(security).toContain(new URL(address.replace('*.', '')).host);
  expect(security).toContain('user properties');
});
