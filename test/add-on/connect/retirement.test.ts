import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Overview, ReleaseView } from '../../../src/answers/answers';
import { API_VERSION, retiresAtMs } from '../../../src/shopify/client/graphql';
import { ROOT } from '../../bundle/built';
import { openWorkbench } from '../../support/workbench';

const DAY_MS = 86_400_000;

function releaseAt(timeMs: number): ReleaseView | undefined {
  const bench = openWorkbench();
  bench.clock.advance(timeMs - bench.clock.now());
  const answer = bench.call<Overview>('getOverview');
  return answer.ok ? answer.value.release : undefined;
}

test.each([
  ['2026-10', Date.UTC(2027, 9, 1)],
  ['2027-01', Date.UTC(2028, 0, 1)],
])('version %s of Shopify’s API retires a year after it came out', (version, endMs) => {
  expect(retiresAtMs(version)).toBe(endMs);
});

describe('the sidebar says that this copy’s version of Shopify’s API retires', () => {
  const endMs = retiresAtMs(API_VERSION);
  const end = new Date(endMs);
  const beginMs = Date.UTC(end.getUTCFullYear(), end.getUTCMonth() - 3, 1);

  test('not before three months are left', () => {
    expect(releaseAt(beginMs - DAY_MS)).toMatchObject({ retires: null });
  });

  test('with the day, while there is time', () => {
    expect(releaseAt(beginMs)).toMatchObject({ retires: { atMs: endMs, isOver: false } });
    expect(releaseAt(endMs - DAY_MS)).toMatchObject({ retires: { atMs: endMs, isOver: false } });
  });

  test('and that it is over, from that day on', () => {
    expect(releaseAt(endMs)).toMatchObject({ retires: { atMs: endMs, isOver: true } });
  });
});

describe('where new releases stand', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'release-page-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const build = (page: string) =>
    spawnSync(process.execPath, ['build.mjs', '--outdir', path.join(folder, 'dist')], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, RELEASES_URL: page },
    });

  test('is not said by a build that was not told', () => {
    expect(releaseAt(Date.UTC(2026, 11, 1))).toEqual({ page: null, retires: null });
  });

  test('is in a build that was told, and nothing but an address is taken for one', () => {
    expect(build('https://code.example/shop/releases').status).toBe(0);
    // Long lines of a string are broken.
    const code = readFileSync(path.join(folder, 'dist', 'Code.js'), 'utf8').replace(/\\\n/g, '');
    expect(code.includes('"https://code.example/shop/releases"')).toBe(true);
    expect(build('code.example').stderr).toContain('RELEASES_URL must be an address');
  });
});
