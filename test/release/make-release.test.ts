import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { launchBrowser } from '../../local/browser';
import { makeRelease } from '../../local/release/make-release';
import { ROOT } from '../bundle/built';
import { testInFull } from '../support/sampled';

const folder = mkdtempSync(path.join(os.tmpdir(), 'release-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A checkout with the present sources in one commit. */
function checkout(): string {
  const root = path.join(folder, 'checkout');
  for (const name of [
    'src',
    'build.mjs',
    'package.json',
    'package-lock.json',
    'appsscript.json',
    'tsconfig.json',
  ])
    cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
  writeFileSync(path.join(root, 'CHANGELOG.md'), '# Changelog\n\n## [Unreleased]\n\n- A new thing.\n');
  writeFileSync(path.join(root, '.gitignore'), 'node_modules\n');
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd: root,
    });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'All');
  return root;
}

test('a release has the built files in an archive and on a page, with their checksums', () => {
  const root = checkout();
  const outdir = path.join(folder, 'out');
  const released = makeRelease({ root, version: '0.2.0', day: '2026-11-28', outdir, isTrial: false });
  const read = (name: string) => readFileSync(path.join(outdir, name));

  const packed = unzipSync(read('sync-to-shopify-0.2.0.zip'));
  expect(Object.keys(packed)).toEqual([
    'Code.js',
    'Sidebar.html',
    'Help.html',
    'appsscript.json',
    ...['de', 'es', 'fr', 'it', 'ja', 'nl', 'pt-BR'].map((language) => `Words-${language}.html`),
  ]);
  expect(String(read('install.html'))).toContain(
    'Words-pt-BR (<span lang="pt-BR">português (Brasil)</span>)',
  );
  const texts = Object.fromEntries(
    Object.entries(packed).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
  expect(texts['Code.js']).toContain('0.2.0');
  expect(texts['appsscript.json']).toBe(readFileSync(path.join(ROOT, 'appsscript.json'), 'utf8'));

  const sums = Object.fromEntries(
    String(read('checksums.txt'))
      .trim()
      .split('\n')
      .map((line) => line.split('  ').reverse()),
  );
  const sumOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
  expect(sums['sync-to-shopify-0.2.0.zip']).toBe(sumOf(read('sync-to-shopify-0.2.0.zip')));
  for (const [name, text] of Object.entries(texts)) expect(sums[name]).toBe(sumOf(text));

  expect(released.notes).toBe('- A new thing.');
  expect(String(read('notes.md'))).toMatch(/^- A new thing\.\n\nWhat it remembers .* version 1\.0; .*\.\n$/);
  expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version).toBe('0.2.0');
  expect(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8')).toContain(
    '## [0.2.0] - 2026-11-28\n\n- A new',
  );

  const again = { root, version: '0.3.0', day: '2026-11-29', outdir, isTrial: true };
  expect(() => makeRelease(again)).toThrow(/not committed/);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root });
  git('checkout', '--quiet', '.');
  for (const change of [
    () => writeFileSync(path.join(root, 'src', 'new.ts'), ''),
    () => git('add', '--all'),
    () => git('rm', '--quiet', '-f', 'src/new.ts', 'tsconfig.json'),
  ]) {
    change();
    expect(() => makeRelease(again)).toThrow(/not committed/);
  }
}, 60_000);

testInFull(
  'each button of the page copies its file to the letter, and the page asks no server',
  async () => {
    const outdir = path.join(folder, 'out');
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const address = `file://${path.join(outdir, 'install.html')}`;
      await page.goto(address);
      const packed = unzipSync(readFileSync(path.join(outdir, 'sync-to-shopify-0.2.0.zip')));
      for (const [name, bytes] of Object.entries(packed)) {
        await page.locator(`button[data-file="${name}"]`).click();
        await page.locator(`.copy:has(button[data-file="${name}"]) output`, { hasText: 'Copied' }).waitFor();
        expect(await page.evaluate('navigator.clipboard.readText()')).toBe(new TextDecoder().decode(bytes));
      }
      expect(asked).toEqual([address]);
    } finally {
      await browser.close();
    }
  },
  60_000,
);
