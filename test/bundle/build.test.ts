import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Build, ROOT, runBuild } from './built';

const roots: string[] = [];
const builds: Build[] = [];

afterAll(() => {
  for (const built of builds) built.remove();
  for (const root of roots) fs.rmSync(root, { recursive: true, force: true });
});

/** A small project with the real build and the real sidebar, but its own main.ts and list of entry points. */
function buildOf(main: string, entryPoints: object): Build {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'project-'));
  roots.push(root);
  for (const file of [
    'build.mjs',
    'package.json',
    'appsscript.json',
    'tsconfig.json',
    'src/sidebar',
    'src/help',
    'src/language',
    'src/languages',
  ]) {
    fs.cpSync(path.join(ROOT, file), path.join(root, file), { recursive: true });
  }
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  fs.writeFileSync(path.join(root, 'src/main.ts'), main);
  fs.writeFileSync(path.join(root, 'src/entry-points.json'), JSON.stringify(entryPoints));
  const built = runBuild(root);
  builds.push(built);
  return built;
}

const LANGUAGES = ['de', 'es', 'fr', 'it', 'ja', 'nl', 'pt-BR'];

const TWO = 'export function onOpen(): void {}\nexport function syncNow(): number { return 1; }\n';

describe('the build', () => {
  test('writes the script, both pages, the words of each language and the manifest, and nothing to stdout', () => {
    const built = buildOf(TWO, { google: ['onOpen'], menu: ['syncNow'] });
    expect(built).toMatchObject({ exitCode: 0, stdout: '' });
    expect(fs.readdirSync(built.folder).sort()).toEqual([
      'Code.js',
      'Help.html',
      'Sidebar.html',
      ...LANGUAGES.map((language) => `Words-${language}.html`),
      'appsscript.json',
    ]);
    expect(built.read('appsscript.json')).toBe(fs.readFileSync(path.join(ROOT, 'appsscript.json'), 'utf8'));
    expect(built.stderr).toMatch(/Code\.js +[\d.]+ kB\n/);
  });

  test('refuses an export that is not listed, because a page could call it', () => {
    const built = buildOf(TWO, { google: ['onOpen'] });
    expect(built).toMatchObject({ exitCode: 1, stdout: '' });
    expect(built.stderr).toContain('src/main.ts exports syncNow, which src/entry-points.json does not list.');
    expect(fs.existsSync(built.folder)).toBe(false);
  });

  test('refuses a listed function that is not there, because a menu would call it', () => {
    const built = buildOf(TWO, { google: ['onOpen'], menu: ['syncNow', 'syncPrices'] });
    expect(built.exitCode).toBe(1);
    expect(built.stderr).toContain('src/main.ts does not export syncPrices');
  });

  test('refuses source that does not parse', () => {
    const built = buildOf('export function onOpen( {', { google: ['onOpen'] });
    expect(built.exitCode).toBe(1);
    expect(built.stderr).toContain('src/main.ts:1');
  });
});
