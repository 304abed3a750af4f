import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { keepPlayed, loadPlayed } from './record';

const folder = mkdtempSync(path.join(os.tmpdir(), 'record-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('an interrupted campaign knows what passed, and plays again what failed or was cut off', () => {
  const file = path.join(folder, 'deep', 'record.jsonl');
  expect(loadPlayed(file).size).toBe(0);
  const played = (seed: number, failure: string) => ({
    seed,
    failure,
    happened: { 'a change is sent': seed },
  });
  for (const [seed, failure] of [
    [1, ''],
    [2, 'a promise is broken'],
    [3, ''],
  ] as const)
    keepPlayed(file, played(seed, failure));
  appendFileSync(file, `\n${JSON.stringify(played(4, '')).slice(0, 30)}`);
  const known = loadPlayed(file);
  const left = [1, 2, 3, 4, 5].filter((seed) => known.get(seed)?.failure !== '');
  expect(left).toEqual([2, 4, 5]);
  // Once it is mended, the later line counts.
  keepPlayed(file, played(2, ''));
  expect(loadPlayed(file).get(2)?.failure).toBe('');
});
