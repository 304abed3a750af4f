import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkPictures } from '../../local/publish/check-pictures';
import { ROOT } from '../bundle/built';

describe('npm run publish:pictures', () => {
  test('makes every picture that Google asks for again, from the add-on as it is now', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pictures-'));
    try {
      const args = ['run', '--silent', 'publish:pictures', '--', '--out', folder];
      const { status, stderr } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      const names = readdirSync(folder).filter((name) => name.endsWith('.png'));
      const made = names.map((name) => [name, readFileSync(path.join(folder, name))] as const);
      expect(checkPictures(Object.fromEntries(made))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
