import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CliOptions, parseOptions, wantsColours } from '../../local/cli/options';
import { printReport } from '../../local/cli/print';
import type { Report, RowReport } from '../../local/cli/report';
import { watchFiles } from '../../local/cli/watch';
import { NO_ROWS } from '../../src/catalog/tab/status-block';

function optionsOf(...args: string[]): CliOptions {
  return parseOptions(args) as CliOptions;
}

function reportOf(rows: readonly RowReport[], changes: Partial<Report> = {}): Report {
  const totals = { ...NO_ROWS };
  for (const { status } of rows) totals[status] += 1;
  return {
    outcome: 'finished',
    tabs: [
      { name: 'Prices', kind: 'prices', unknownColumns: ['Pirce'], unsyncedColumns: ['Tax code'], rows },
    ],
    totals,
    requests: { total: 3, byOperation: { shop: 1, nodes: 2 }, throttled: 0 },
    cost: { points: 12 },
    time: { virtualSeconds: 2.5, wallSeconds: 0.3 },
    executions: 1,
    ...changes,
  };
}

const labelsOf = () => (row: number) => `SKU-${row}`;

function print(rows: readonly RowReport[], options = optionsOf(), changes: Partial<Report> = {}): string {
  return printReport(reportOf(rows, changes), labelsOf, options, 80);
}

const unchanged = (row: number): RowReport => ({ row, status: 'unchanged', message: '' });

describe('the report in a terminal', () => {
  test('counts the rows that nothing happened to instead of listing them', () => {
    const text = print([unchanged(2), unchanged(3)]);
    expect(text).toContain('Prices  2 rows: 2 up to date');
    expect(text).not.toContain('SKU-2');
  });

  test('does not list rows in which nothing changed, and lists those that differ from Shopify', () => {
    const text = print([
      { row: 2, status: 'not-compared', message: 'Last compared with Shopify on 2026-11-28 at 09:00.' },
      { row: 3, status: 'differs', message: 'Price: Shopify has 79.00, the sheet 89.00.' },
    ]);
    expect(text).toContain('Prices  2 rows: 1 differs, 1 no change to send');
    expect(text).toContain('SKU-3  Differs          Price: Shopify has 79.00, the sheet 89.00.');
    expect(text).not.toContain('SKU-2');
  });

  test('names a row by its own cells', () => {
    expect(print([{ row: 4, status: 'updated', message: 'Price 1.00 → 2.00.' }])).toContain(
      '  4  SKU-4  Updated          Price 1.00 → 2.00.',
    );
  });

  test('says in a preview what is to be done, and leaves what it costs to --json', () => {
    const text = print([{ row: 2, status: 'created', message: '' }], optionsOf('--preview'));
    expect(text).toContain('Prices  1 row: 1 to create');
    expect(text).toContain('SKU-2  To create');
    expect(text).not.toMatch(/created|points/i);
  });

  test('shows rows that wait for a person before all others, in the order of the tab', () => {
    const rows: RowReport[] = Array.from({ length: 40 }, (_, index) => ({
      row: index + 2,
      status: index === 39 ? 'error' : 'updated',
      message: index === 39 ? 'Type a price.' : '',
    }));
    const text = print(rows);
    expect(text).toContain('41  SKU-41  Error            Type a price.');
    expect(text).toContain('and 20 more rows');
  });

  test('goes on below itself where a message is longer than the line', () => {
    const message = 'Shopify has no variant with the SKU “A”. Check the SKU, or create the product first.';
    const text = print([{ row: 2, status: 'error', message }]);
    expect(text.replace(/\s+/g, ' ')).toContain(message);
    for (const line of text.split('\n').slice(0, 4)) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('says why a file is ignored once, and does not send anyone to a sidebar that is not there', () => {
    const text = print([], optionsOf('notes.csv'), {
      outcome: 'failed',
      tabs: [
        {
          name: 'notes',
          kind: 'ignored',
          message: 'No header row found.',
          unknownColumns: [],
          unsyncedColumns: [],
          rows: [],
        },
      ],
      problem: { kind: 'no-tabs', message: 'No tab is chosen.', nextStep: 'Open the sidebar.' },
    });
    expect(text).toContain('notes was ignored\n  No header row found.');
    expect(text).not.toContain('sidebar');
  });

  test('names the columns that it does not know, with what may be meant, and those that it does not sync', () => {
    const text = print([unchanged(2)]);
    expect(text).toContain('Columns that are not known: Pirce (did you mean Price?)');
    expect(text).toContain('Columns that are not synced: Tax code');
  });
});

describe('what to try next', () => {
  test('is to keep the store in a file where nothing was kept', () => {
    expect(print([unchanged(2)], optionsOf('my prices.csv'))).toContain(
      'npm start --silent -- --state shop.json "my prices.csv"',
    );
  });

  test('is to mend the rows where some are in error', () => {
    expect(print([{ row: 2, status: 'error', message: 'Type a price.' }])).toContain('mend what is named');
  });

  test('is to choose a side where a cell changed on both', () => {
    expect(print([{ row: 2, status: 'conflict', message: 'Both changed.' }])).toContain('--on-conflict');
  });

  test('is to confirm what is held where nobody was there to do it', () => {
    const held: RowReport = { row: 2, status: 'skipped', message: 'Price 19.00 → 2.00 is held.' };
    expect(print([held], optionsOf('--hold'))).toContain('with --confirm-held');
  });

  test('is to change a cell where the store is kept', () => {
    expect(print([unchanged(2)], optionsOf('--state', 's.json'))).toContain('only that row is sent');
  });
});

describe('what a person asks of the terminal', () => {
  test('--all shows every row, also those in which nothing changed', () => {
    const rows = Array.from({ length: 40 }, (_, index) => unchanged(index + 2));
    const text = print(rows, optionsOf('--all'));
    for (const { row } of rows) expect(text).toContain(`SKU-${row} `);
    expect(text).not.toContain('more row');
  });

  test('colours are for a terminal alone, and none where NO_COLOR is set', () => {
    expect([wantsColours(true, undefined), wantsColours(true, ''), wantsColours(false, undefined)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(wantsColours(true, '1')).toBe(false);
    const rows: RowReport[] = [{ row: 2, status: 'error', message: 'Type a price.' }];
    const plain = print(rows, { ...optionsOf(), hasColours: false });
    const coloured = print(rows, { ...optionsOf(), hasColours: true });
    expect(plain).not.toContain('\x1b');
    expect(coloured).toContain('\x1b[31mError\x1b[0m');
    expect(coloured.replace('\x1b[31m', '').replace('\x1b[0m', '')).toBe(plain);
  });

  test('--watch waits for a file, and for a sync', () => {
    expect(() => optionsOf('--watch')).toThrow('Name the file.');
    expect(() => optionsOf('--watch', '--pull', 'a.csv')).toThrow('nothing to wait for');
    expect(optionsOf('--watch', 'a.csv')).toMatchObject({ watch: true, files: ['a.csv'] });
  });

  test('a file that is saved in place, or replaced by a new one, is synced again, and no other is', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'watched-'));
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const file = path.join(folder, 'prices.csv');
    writeFileSync(file, 'a');
    let times = 0;
    let woken = () => {};
    const synced = () => new Promise<void>((resolve) => (woken = resolve));
    let stop = () => {};
    const ended = watchFiles(
      [file],
      () => {
        times += 1;
        woken();
        return times;
      },
      (end) => (stop = end),
    );
    let next = synced();
    writeFileSync(file, 'b');
    await next;
    next = synced();
    writeFileSync(path.join(folder, 'new'), 'c');
    renameSync(path.join(folder, 'new'), file);
    await next;
    writeFileSync(path.join(folder, 'other.csv'), 'd');
    stop();
    expect([await ended, times]).toEqual([3, 3]);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('Waiting for a change in'));
    said.mockRestore();
    rmSync(folder, { recursive: true });
  });
});
