import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCommand } from '../../../local/cli/command';
import type { Report } from '../../../local/cli/report';
import { ROOT } from '../../bundle/built';
import { builtFolder } from '../../support/built-once';

const folder = mkdtempSync(path.join(os.tmpdir(), 'command-line-'));
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => path.join(folder, name);

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm start --silent -- …` without npm, which takes half a second of its own. */
function startProcess(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join(ROOT, 'local/cli.ts'), ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** The same in this process, with the add-on that is built already: a process and a build take ten times as long. */
async function start(...args: readonly string[]): Promise<Ended> {
  const [out, err] = (['log', 'error'] as const).map((to) =>
    jest.spyOn(console, to).mockImplementation(() => undefined),
  );
  const linesOf = (spy: typeof out) => (spy?.mock.calls ?? []).map(([line]) => `${line}\n`).join('');
  try {
    const status = await runCommand(args, (folder) => cpSync(builtFolder(), folder, { recursive: true }));
    return { status, stdout: linesOf(out), stderr: linesOf(err) };
  } finally {
    jest.restoreAllMocks();
  }
}

describe('the command', () => {
  test('syncs a file, saves the store, and goes on with it the next time', async () => {
    writeFileSync(at('Catalog.csv'), 'Handle,Title,Price\nhat,Hat,5\n');
    const args = ['--json', '--state', at('state.json'), '--dump', at('dump.json'), at('Catalog.csv')];
    const first = startProcess(...args);
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
    const { totals, requests } = JSON.parse((await start(...args)).stdout) as Report;
    expect(totals).toMatchObject({ created: 0, 'not-compared': 1 });
    expect(requests.byOperation.productSet).toBeUndefined();
  });

  test('counts a change such as +5 % once, though its file says so at each sync', async () => {
    writeFileSync(at('Raise.csv'), 'Handle,Title,SKU,Price\nhat,Hat,H,10\n');
    const args = ['--json', '--state', at('raise.json'), '--dump', at('raised.json'), at('Raise.csv')];
    await start(...args);
    writeFileSync(at('Raise.csv'), 'Handle,Title,SKU,Price\nhat,Hat,H,+5 %\n');
    const [raised, again] = [await start(...args), await start(...args)].map(
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

  test('gets the catalog of a saved store into a new tab and a file, and counts before', async () => {
    writeFileSync(at('Hats.csv'), 'Handle,Title,Price\nhat,Hat,5\ncap,=Cap,6\n');
    await start('--json', '--state', at('hats.json'), at('Hats.csv'));
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
    const { status, stdout } = await start(...args, '--filter', 'title:Cap', '--out', at('got.csv'));
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
    const refused = await start(...args, '--filter', 'titel:Cap');
    expect([refused.status, JSON.parse(refused.stdout)]).toMatchObject([
      1,
      { outcome: 'failed', problem: { kind: 'invalid-input' } },
    ]);
  });

  test('refreshes with --refresh what nobody edited, and ends with 1 where something changed in both', async () => {
    const file = (price: string, title = 'Cap') => `Handle,Title,Price\ncap,${title},${price}\n`;
    const other = ['--json', '--state', at('other.json')];
    const one = ['--json', '--state', at('one.json')];
    writeFileSync(at('Caps.csv'), file('5.00'));
    expect((await start(...one, at('Caps.csv'))).status).toBe(0);
    // Another spreadsheet of the same store changes the price.
    const state = JSON.parse(readFileSync(at('one.json'), 'utf8'));
    writeFileSync(at('other.json'), JSON.stringify(state));
    writeFileSync(at('Caps.csv'), file('6.00'));
    expect((await start(...other, at('Caps.csv'))).status).toBe(0);
    const moved = JSON.parse(readFileSync(at('other.json'), 'utf8'));
    const refreshed = async (text: string) => {
      writeFileSync(at('one.json'), JSON.stringify({ ...state, store: moved.store, nowMs: moved.nowMs }));
      writeFileSync(at('Caps.csv'), text);
      const { status, stdout } = await start(...one, '--refresh', at('Caps.csv'));
      return [status, JSON.parse(stdout)];
    };
    expect(await refreshed(file('5.00'))).toMatchObject([
      0,
      { outcome: 'finished', refresh: { cells: 1, conflicts: 0, words: '1 cell took Shopify’s value.' } },
    ]);
    expect(await refreshed(file('7.00'))).toMatchObject([
      1,
      { outcome: 'finished', refresh: { cells: 0, conflicts: 1 } },
    ]);
  });

  test('ends with 1 where a row is in error', () => {
    writeFileSync(at('Bad.csv'), 'Handle,Title,Price\nhat,Hat,free\n');
    const { status, stdout } = startProcess('--json', at('Bad.csv'));
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ totals: { error: 1 } });
  });

  test.each([
    ['an option that it does not know', ['--colour'], /--colour.*--help/],
    ['a file that is not there', [at('none.csv')], /none\.csv/],
    ['a group that it does not know', ['--only', 'hats'], /hats.*none of them/],
    ['a form that it does not know', ['--pull', '--form', 'xlsx'], /xlsx.*none of them/],
    ['a pack that it does not know', ['--pull', '--columns', 'all'], /all.*none of them/],
    ['what says how to pull, without --pull', ['--out', 'x.csv'], /Add --pull/],
    ['a side that it does not know', ['--on-conflict', 'mine'], /mine/],
  ] as const)('ends with 2 and one sentence for %s', async (_, args, sentence) => {
    const { status, stdout, stderr } = await start(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(sentence);
  });

  test('ends with 2 for what is not a CSV', async () => {
    writeFileSync(at('Workbook.csv'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1]));
    const { status, stderr } = await start('--json', at('Workbook.csv'));
    expect(status).toBe(2);
    expect(stderr).toContain('This is not a CSV file');
  });
});
