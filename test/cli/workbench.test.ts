import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { blockOf } from '../../local/workbench/clipboard';
import { ROOT } from '../bundle/built';
import { testInFull } from '../support/sampled';

const folder = mkdtempSync(path.join(os.tmpdir(), 'own-files-'));
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const PRICES = path.join(folder, 'Autumn prices.csv');
const PRODUCTS = path.join(folder, 'Autumn.csv');
const STATE = path.join(folder, 'shop.json');
writeFileSync(PRICES, 'SKU,Price\nBAG-1,19.90\n');
writeFileSync(
  PRODUCTS,
  [
    'Handle,Title,Variant SKU,Variant Price',
    ...numbered(40, (n) => `bag-${n},Bag ${n},BAG-${n},${n}.90`),
  ].join('\n'),
);

function numbered(count: number, line: (n: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => line(index + 1));
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

/** As a person starts it, npm and its shell in between. */
async function start(...args: readonly string[]): Promise<Running> {
  const child = spawn('npm', ['run', '--silent', 'workbench', '--', '--port', '0', ...args], { cwd: ROOT });
  started.push(child);
  let text = '';
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => {
        text += part;
        const found = /http:\/\/[\w.:]+/.exec(text)?.[0];
        if (found) resolve(found);
      });
    }
    child.once('exit', () => reject(new Error(text)));
  });
  return { child, url };
}

async function post<Value>({ url }: Running, at: string, body: unknown): Promise<Value> {
  const response = await fetch(`${url}${at}`, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as Value;
}

interface Called {
  readonly ok: boolean;
  readonly value: { readonly ok: boolean; readonly value: Record<string, unknown> | null };
}

const call = (running: Running, name: string, ...args: unknown[]) =>
  post<Called>(running, '/call', { name, args });

interface Seen {
  readonly tabs: readonly {
    readonly id: number;
    readonly name: string;
    readonly cells: { text: string }[][];
  }[];
}

const view = async ({ url }: Running) => (await (await fetch(`${url}/view`)).json()) as Seen;

testInFull(
  'npm run workbench opens own files, shows a run while it goes on, stops it, keeps all in a file, and ends with npm',
  async () => {
    const first = await start(PRICES, PRODUCTS, '--state', STATE);
    const { tabs } = await view(first);
    expect(tabs.map(({ name }) => name)).toEqual(['Autumn prices', 'Autumn']);
    const { credentials } = (await view(first)) as Seen & {
      credentials: { shop: string; accessToken: string };
    };
    const connection = { method: 'permanent-token', shop: credentials.shop, connectedBy: 'Anna' };
    await call(first, 'saveConnection', { ...connection, accessToken: credentials.accessToken });
    await call(first, 'chooseTabs', { sheetIds: [tabs[1]?.id] });
    expect(await call(first, 'previewSync')).toMatchObject({ ok: true, value: { ok: true } });

    // The run is in its thread; the page asks meanwhile, and is answered before the run ends.
    let isOver = false;
    const run = call(first, 'startSync').finally(() => {
      isOver = true;
    });
    let seen: Called['value']['value'] = null;
    while (!isOver && seen === null) seen = (await call(first, 'getProgress')).value.value;
    expect([isOver, seen]).toEqual([false, expect.anything()]);
    await call(first, 'cancelSync');
    expect(isOver).toBe(false);
    expect(JSON.stringify(await run)).toContain('stopped');

    await post(first, '/cell', { sheetId: tabs[0]?.id, row: 2, column: 2, text: '21' });
    await until(async () => existsSync(STATE) && readFileSync(STATE, 'utf8').includes('"BAG-1","21"'));
    // Nobody is left behind to end what npm started.
    first.child.kill('SIGKILL');
    await until(async () => !(await isThere(first.url)));

    const second = await start('--state', STATE);
    const again = (await view(second)).tabs.find(({ name }) => name === 'Autumn prices');
    expect(again?.cells[1]?.map(({ text }) => text).slice(0, 2)).toEqual(['BAG-1', '21']);
    second.child.kill('SIGTERM');
    await until(async () => !(await isThere(second.url)));
  },
  120_000,
);

testInFull(
  'npm run workbench says in a sentence which file is not there',
  async () => {
    await expect(start(path.join(folder, 'none.csv'))).rejects.toThrow(/There is no file .*none\.csv/);
  },
  60_000,
);

test('a block from the clipboard is read as spreadsheets write it', () => {
  expect(blockOf('one cell')).toBeUndefined();
  expect(blockOf('a\tb\r\nc\t\r\n')).toEqual([
    ['a', 'b'],
    ['c', ''],
  ]);
  expect(blockOf('"two\nlines"\t"say ""hi"""\n')).toEqual([['two\nlines', 'say "hi"']]);
  expect(blockOf('5" pipe\tx')).toEqual([['5" pipe', 'x']]);
});

async function isThere(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

/** Fails after half a minute, so that nothing goes on behind a test that failed. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let left = 300; !(await isSo()); left -= 1) {
    if (left === 0) throw new Error('It did not happen.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
