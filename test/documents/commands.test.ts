import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkLock } from '../../local/release/check-tree';
import { ROOT } from '../bundle/built';
import { builtFolder } from '../support/built-once';
import { testInFull } from '../support/sampled';

/** Nobody is logged in anywhere, and nothing is written into anybody's folder. */
const home = mkdtempSync(path.join(os.tmpdir(), 'home-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Record<string, string> };

function run(command: string, ...args: readonly string[]) {
  const env = { ...process.env, HOME: home, USERPROFILE: home, npm_config_update_notifier: 'false' };
  return spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', env });
}

const clasp = (...args: readonly string[]) => run('npx', 'clasp', ...args);

/**
 * How each command that a page names is run by a test: here, by another test that holds a text, or by CI itself. A
 * command that a page names anew has to be given its line.
 */
const RUN_BY: Readonly<Record<string, string | readonly [file: string, text: string]>> = {
  'npm ci': ['.ci/run', 'npm cit'],
  'npm cit': ['.ci/run', 'npm cit'],
  'npm start': ['test/add-on/sync/command-line.test.ts', 'local/cli.ts'],
  'npm test': ['.ci/run', 'npm cit'],
  'npm run build': ['test/bundle/build.test.ts', 'runBuild'],
  'npm run check': ['package.json', '"test": "npm run check && jest"'],
  'npm run test:quick': ['package.json', '"test:quick": "npm run check && jest'],
  'npm run test:full': ['test/support/sampled.ts', 'TESTS'],
  'npm run test:published': ['.ci/run', 'test:published'],
  'npm run test:beside': ['.ci/run', 'test:beside'],
  'npm run format': ['package.json', 'biome check .'],
  'npm run campaign': ['test/campaign/campaign.test.ts', 'keepPlayed'],
  'npm run interleavings': ['test/interleavings/seeded-schedules.test.ts', 'SCHEDULES'],
  'npm run trace': ['test/trace/map-stack.test.ts', 'mapStack'],
  'npm run codegen': ['package.json', 'codegen -- --check'],
  'npm run docs': ['test/documents/columns-page.test.ts', 'columnsPage'],
  'npm run publish:check': ['test/publish/publish-commands.test.ts', "run('publish:check')"],
  'npm run publish:pages': ['test/publish/publish-commands.test.ts', 'fillPages'],
  'npm run publish:pictures': ['test/browser/publishing-pictures.ts', 'publish:pictures'],
  'npm run live:shopify': ['test/live/shopify.test.ts', 'live/shopify.ts'],
  'npm run live:take': ['test/live/take.test.ts', 'live/take.ts'],
  'npm run release': ['test/release/make-release.test.ts', 'makeRelease'],
  'npm run store': ['test/stand-ins/store/edges/store-server.test.ts', 'local/store-server.ts'],
  'npm run workbench': 'here',
  'npm run film': ['test/browser/publishing-pictures.ts', "'film'"],
  'npm run bench': 'here',
  'npm run push': 'here',
  'npx clasp': 'here',
  'npx jest': ['.ci/run', 'npm cit'],
};

const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md'],
  ...['docs', 'publish'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder)).map((name) => `${folder}/${name}`),
  ),
].filter((name) => name.endsWith('.md'));

test('every command that a page names is run by a test', () => {
  const named = PAGES.flatMap((page) =>
    [...read(page).matchAll(/\b(npm run [a-z:]+|npm (?:ci|cit|start|test)\b|npx [a-z]+)/g)].map(
      ([command]) => command as string,
    ),
  );
  expect([...new Set(named)].filter((command) => !RUN_BY[command])).toEqual([]);
  for (const by of Object.values(RUN_BY)) if (typeof by !== 'string') expect(read(by[0])).toContain(by[1]);
});

test('every script of package.json has its line too', () => {
  const own = Object.keys(scripts).map((name) =>
    ['test', 'start'].includes(name) ? `npm ${name}` : `npm run ${name}`,
  );
  expect(own.filter((command) => !RUN_BY[command])).toEqual([]);
});

test('the tests that need what lies beside are all named by npm run test:beside', () => {
  const needing = testFiles(path.join(ROOT, 'test')).filter((file) =>
    readFileSync(file, 'utf8').includes('describeBeside('),
  );
  const patterns = (scripts['test:beside'] ?? '').replace('jest ', '').split(' ');
  const own = needing.filter((file) => !file.endsWith('commands.test.ts') && file.endsWith('.test.ts'));
  expect(own.length).toBeGreaterThan(4);
  expect(own.filter((file) => !patterns.some((pattern) => file.includes(pattern)))).toEqual([]);
});

function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? testFiles(file) : [file];
  });
}

describe('clasp', () => {
  testInFull('starts', () => {
    expect(clasp('--version')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });

  test('would push exactly the files that Apps Script wants', () => {
    const folder = mkdtempSync(path.join(home, 'project-'));
    cpSync(path.join(ROOT, '.clasp.json'), path.join(folder, '.clasp.json'));
    cpSync(builtFolder(), path.join(folder, 'dist'), { recursive: true });
    const { stdout } = clasp('status', '--json', '--project', path.join(folder, '.clasp.json'));
    const { filesToPush } = JSON.parse(stdout) as { readonly filesToPush: readonly string[] };
    expect(filesToPush.map((file) => path.basename(file)).sort()).toEqual([
      'Code.js',
      'Help.html',
      'Sidebar.html',
      ...['de', 'es', 'fr', 'it', 'ja', 'nl', 'pt-BR'].map((language) => `Words-${language}.html`),
      'appsscript.json',
    ]);
  });
});

test('npm run push ends in one sentence, before any test, where no Google account is logged in', () => {
  const { status, stdout, stderr } = run('npm', 'run', '--silent', 'push');
  expect([status, stdout, stderr]).toEqual([
    1,
    '',
    'No Google account is logged in. Run npx clasp login, then npm run push again.\n',
  ]);
});

testInFull(
  'npm run bench says how it is used, and measures a small case',
  () => {
    expect(run('npm', 'run', '--silent', 'bench', '--', '--help').stdout).toContain('Usage: npm run bench');
    const { status, stdout } = run(
      'npm',
      'run',
      '--silent',
      'bench',
      '--',
      '--rows',
      '100',
      '--only',
      'no-change',
    );
    expect([status, stdout]).toEqual([0, expect.stringContaining('100')]);
  },
  60_000,
);

test('npm run workbench serves the sidebar until it is ended, and ends what it began', async () => {
  const args = ['--import', 'tsx', path.join(ROOT, 'local/workbench.ts'), '--port', '0'];
  const child = spawn(process.execPath, args, { cwd: ROOT });
  try {
    const address = await firstLine(child, /http:\/\/[\w.:]+/);
    expect((await fetch(address)).status).toBe(200);
  } finally {
    child.kill('SIGTERM');
  }
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
}, 60_000);

function firstLine(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (part) => {
      text += part;
      const found = wanted.exec(text)?.[0];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${text}`)));
  });
}

test('package-lock.json names no registry, and what package.json asks for', () => {
  const lock = read('package-lock.json');
  expect(lock).not.toMatch(/"resolved": "http/);
  expect(() => checkLock(JSON.parse(read('package.json')), JSON.parse(lock))).not.toThrow();
  expect(existsSync(path.join(ROOT, 'node_modules/@google/clasp'))).toBe(true);
});

interface Locked {
  readonly name?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

test('no package but the one it was meant for gets an empty package in place of what it needs', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { readonly packages: Record<string, Locked> };
  const found = (needing: string, name: string): Locked | undefined => {
    const own = packages[`${needing}/node_modules/${name}`];
    const above = needing.lastIndexOf('/node_modules/');
    if (own || above < 0) return own ?? packages[`node_modules/${name}`];
    return found(needing.slice(0, above), name);
  };
  const emptied = Object.entries(packages).flatMap(([needing, { dependencies }]) =>
    Object.keys(dependencies ?? {})
      .filter((name) => found(needing, name)?.name === 'empty-npm-package')
      .map((name) => `${needing} needs ${name}`),
  );
  expect(emptied.length).toBeGreaterThan(0);
  expect(emptied.filter((need) => !need.startsWith('node_modules/@shopify/dev-mcp needs '))).toEqual([]);
});
