import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkPictures } from '../../local/publish/check-pictures';
import { SCREENSHOTS } from '../../local/publish/needed-pictures';
import { ROOT } from '../bundle/built';
import { sampleOf, testInFull } from '../support/sampled';

describe('npm run publish:pictures', () => {
  testInFull('makes the pictures that Google asks for again, from the add-on as it is now', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pictures-'));
    const taken = sampleOf(SCREENSHOTS, 2).map(({ file }) => file);
    try {
      const only = taken.flatMap((file) => ['--only', file]);
      const args = ['run', '--silent', 'publish:pictures', '--', '--out', folder, ...only];
      const { status, stderr } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
      const made = names.map((name) => [name, readFileSync(path.join(folder, name))] as const);
      const left = SCREENSHOTS.map(({ file }) => file).filter((file) => !taken.includes(file));
      const problems = checkPictures(Object.fromEntries(made));
      expect(problems.filter((problem) => !left.some((file) => problem.includes(file)))).toEqual([]);
      expect(names).toEqual(expect.arrayContaining(taken));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('npm run film', () => {
  testInFull('plays the film of the README again, from the add-on as it is now', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'film-'));
    const file = path.join(folder, 'film.png');
    try {
      const args = ['run', '--silent', 'film', '--', '--out', file];
      const { status, stderr } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      const film = readFileSync(file);
      expect(film.length).toBeLessThan(3_000_000);
      // The head of a PNG says its size, and the first chunk of an animated one how many pictures it has.
      expect([film.readUInt32BE(16), film.readUInt32BE(20)]).toEqual([900, 560]);
      expect(film.readUInt32BE(film.indexOf('acTL') + 4)).toBeGreaterThan(10);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
