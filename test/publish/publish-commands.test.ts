import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fillPages } from '../../local/publish/fill-pages';
import { PICTURES, SCREENSHOTS } from '../../local/publish/needed-pictures';
import { SCENES } from '../../local/publish/scenes';
import { ROOT } from '../bundle/built';
import { testInFull } from '../support/sampled';

const folder = mkdtempSync(path.join(os.tmpdir(), 'publish-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, ...args: readonly string[]) =>
  spawnSync('npm', ['run', '--silent', command, '--', ...args], { cwd: ROOT, encoding: 'utf8' });

test('npm run publish:check says that the kit is in order, and what is still to be filled in', () => {
  const { status, stdout, stderr } = run('publish:check');
  expect([status, stdout, stderr]).toEqual([
    0,
    expect.stringMatching(/^The publishing kit is in order\.\nYours to fill in, .*: legalName, .*\.\n$/),
    '',
  ]);
});

testInFull('npm run publish:check -- --ready fails while something has still to be filled in', () => {
  expect(run('publish:check', '--ready').status).toBe(1);
});

testInFull('npm run publish:check names its options where one is misspelt', () => {
  expect(run('publish:check', '--redy')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Usage: npm run publish:check'),
  });
});

test('the pages come with all that they show, and without a blank that nobody sees', () => {
  const files = fillPages(ROOT, folder).map((file) => path.basename(file));
  for (const page of files.filter((file) => file.endsWith('.html'))) {
    const text = readFileSync(path.join(folder, page), 'utf8');
    expect(text).not.toMatch(/\{\{|undefined/);
    expect(text).toContain('[legalName]');
    const shown = [...text.matchAll(/(?:href|src)="([\w.-]+\.(?:html|css|png))/g)].map(([, name]) => name);
    expect(shown.filter((name) => !files.includes(name ?? ''))).toEqual([]);
  }
});

test('each screenshot has its scene, and each file its own name', () => {
  expect(Object.keys(SCENES)).toEqual(SCREENSHOTS.map(({ file }) => file));
  expect(new Set(PICTURES.map(({ file }) => file)).size).toBe(PICTURES.length);
});
