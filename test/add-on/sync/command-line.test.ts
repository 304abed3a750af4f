import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Report } from '../../../local/cli/report';
import { ROOT } from '../../bundle/built';
import { sampleOf } from '../../support/sampled';

const folder = mkdtempSync(path.join(os.tmpdir(), 'command-line-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

/** `npm start --silent -- …` without npm, which takes half a second of its own. */
function start(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join(ROOT, 'local/cli.ts'), ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('the command', () => {
  test('syncs a file, saves the store, and goes on with it the next time', () => {
    writeFileSync(at('Catalog.csv'), 'Handle,Title,Price\nhat,Hat,5\n');
    const args = ['--json', '--state', at('state.json'), '--dump', at('dump.json'), at('Catalog.csv')];
    const first = start(...args);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(JSON.parse(first.stdout)).toMatchObject({
      outcome: 'finished',
      tabs: [{ name: 'Catalog', kind: 'products', rows: [{ row: 2, status: 'created' }] }],
      totals: { created: 1 },
      requests: { byOperation: { productSet: 1 }, throttled: 0 },
    });
    expect(JSON.parse(readFileSync(at('dump.json'), 'utf8'))).toMatchObject({
      products: [{ handle: 'hat' }],
    });
    const { totals, requests } = JSON.parse(start(...args).stdout) as Report;
    expect(totals).toMatchObject({ created: 0, 'not-compared': 1 });
    expect(requests.byOperation.productSet).toBeUndefined();
  });

  test('counts a change such as +5 % once, though its file says so at each sync', () => {
    writeFileSync(at('Raise.csv'), 'Handle,Title,SKU,Price\nhat,Hat,H,10\n');
    const args = ['--json', '--state', at('raise.json'), '--dump', at('raised.json'), at('Raise.csv')];
    start(...args);
    writeFileSync(at('Raise.csv'), 'Handle,Title,SKU,Price\nhat,Hat,H,+5 %\n');
    const [raised, again] = [start(...args), start(...args)].map(
      ({ stdout }) => JSON.parse(stdout) as Report,
    );
    expect(raised).toMatchObject({ totals: { updated: 1 }, tabs: [{}] });
    expect(again).toMatchObject({
      totals: { updated: 0 },
      tabs: [{ counted: expect.stringContaining('not again') }],
    });
    expect(JSON.parse(readFileSync(at('raised.json'), 'utf8'))).toMatchObject({
      products: [{ variants: [{ price: '10.50' }] }],
    });
  });

  test('gets the catalog of a saved store into a new tab and a file, and counts before', () => {
    writeFileSync(at('Hats.csv'), 'Handle,Title,Price\nhat,Hat,5\ncap,=Cap,6\n');
    start('--json', '--state', at('hats.json'), at('Hats.csv'));
    const args = [
      '--json',
      '--state',
      at('hats.json'),
      '--pull',
      '--form',
      'classic',
      '--columns',
      'basics,prices',
    ];
    const { status, stdout } = start(...args, '--filter', 'title:Cap', '--out', at('got.csv'));
    expect([status, JSON.parse(stdout)]).toMatchObject([
      0,
      {
        outcome: 'finished',
        pull: {
          form: 'classic',
          products: 1,
          rows: 1,
          estimate: expect.stringMatching(/^1 product, 1 row × \d+/),
        },
      },
    ]);
    expect(readFileSync(at('got.csv'), 'utf8')).toMatch(/^Handle,Title,.*\r\ncap,=Cap,/s);
    const refused = start(...args, '--filter', 'titel:Cap');
    expect([refused.status, JSON.parse(refused.stdout)]).toMatchObject([
      1,
      { outcome: 'failed', problem: { kind: 'invalid-input' } },
    ]);
  });

  test('refreshes with --refresh what nobody edited, and ends with 1 where something changed in both', () => {
    const file = (price: string, title = 'Cap') => `Handle,Title,Price\ncap,${title},${price}\n`;
    const other = ['--json', '--state', at('other.json')];
    const one = ['--json', '--state', at('one.json')];
    writeFileSync(at('Caps.csv'), file('5.00'));
    expect(start(...one, at('Caps.csv')).status).toBe(0);
    // Another spreadsheet of the same store changes the price.
    const state = JSON.parse(readFileSync(at('one.json'), 'utf8'));
    writeFileSync(at('other.json'), JSON.stringify(state));
    writeFileSync(at('Caps.csv'), file('6.00'));
    expect(start(...other, at('Caps.csv')).status).toBe(0);
    const moved = JSON.parse(readFileSync(at('other.json'), 'utf8'));
    const refreshed = (text: string) => {
      writeFileSync(at('one.json'), JSON.stringify({ ...state, store: moved.store, nowMs: moved.nowMs }));
      writeFileSync(at('Caps.csv'), text);
      const { status, stdout } = start(...one, '--refresh', at('Caps.csv'));
      return [status, JSON.parse(stdout)];
    };
    expect(refreshed(file('5.00'))).toMatchObject([
      0,
      { outcome: 'finished', refresh: { cells: 1, conflicts: 0, words: '1 cell took Shopify’s value.' } },
    ]);
    expect(refreshed(file('7.00'))).toMatchObject([
      1,
      { outcome: 'finished', refresh: { cells: 0, conflicts: 1 } },
    ]);
  });

  test('ends with 1 where a row is in error', () => {
    writeFileSync(at('Bad.csv'), 'Handle,Title,Price\nhat,Hat,free\n');
    const { status, stdout } = start('--json', at('Bad.csv'));
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ totals: { error: 1 } });
  });

  test.each(
    sampleOf(
      [
        ['an option that it does not know', ['--colour'], /--colour.*--help/],
        ['a file that is not there', [at('none.csv')], /none\.csv/],
        ['a group that it does not know', ['--only', 'hats'], /hats.*none of them/],
        ['a form that it does not know', ['--pull', '--form', 'xlsx'], /xlsx.*none of them/],
        ['a pack that it does not know', ['--pull', '--columns', 'all'], /all.*none of them/],
        ['what says how to pull, without --pull', ['--out', 'x.csv'], /Add --pull/],
        ['a side that it does not know', ['--on-conflict', 'mine'], /mine/],
      ] as const,
      3,
    ),
  )('ends with 2 and one sentence for %s', (_, args, sentence) => {
    const { status, stdout, stderr } = start(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(sentence);
  });

  test('ends with 2 for what is not a CSV', () => {
    writeFileSync(at('Workbook.csv'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1]));
    const { status, stderr } = start('--json', at('Workbook.csv'));
    expect(status).toBe(2);
    expect(stderr).toContain('This is not a CSV file');
  });
});
