import type { Batch } from '../../../../../src/plan/model/batch';
import { buildBase } from '../../../../../src/plan/model/build-base';
import { type PendingOperation, pendingLog } from '../../../../../src/sync/execution/bulk/pending-operations';
import type { OpenRun } from '../../../../../src/sync/execution/execution';
import { journalOf } from '../../../../support/journal';
import { ownSigner } from '../../own-signer';

const ME = ownSigner('me');

const FILE = { mark: 'mark-1', path: 'tmp/1/bulk/lines.jsonl', run: 7, isUndo: false };

/** An operation with these lines, as it is saved. */
function operationOf(batches: readonly Batch[], file = FILE): PendingOperation {
  return { file: { ...file, lines: batches.length }, lines: batches.length, batches: () => batches };
}

/** The same as plain values. */
const shown = (operations: readonly PendingOperation[]) =>
  operations.map(({ batches, ...operation }) => ({ ...operation, batches: batches() }));

function price(row: number): Batch {
  const ref = { sheetId: 1, tab: 'Prices', row };
  const change = { key: 'price', from: '1.00', to: '2.00', sheet: '2.00', ref, column: 'Price' } as const;
  const id = `gid://shopify/ProductVariant/${row}` as const;
  const productId = `gid://shopify/Product/${row}` as const;
  const variants = [{ id, ref, changes: [change] }];
  return { kind: 'update-variants', action: { kind: 'update-variants', productId, variants } };
}

const rowsIn = ({ batches }: PendingOperation) =>
  batches().map((batch) => {
    const [variant] = batch.kind === 'update-variants' ? batch.action.variants : [];
    return [variant?.id, variant?.ref.sheetId, variant?.changes[0]?.ref.row];
  });

/** A memory in which every operation is under way. */
const state = {
  base: { ...buildBase([]), operations: () => Object.assign(new Set<string>(), { has: () => true }) },
  remember: () => undefined,
};

/** The hidden tab in memory, beside a tab whose rows mean these. */
function open(
  meanings: readonly string[],
  rows: string[][] = [],
  domain = 'acme.myshopify.com',
  signer = ME,
) {
  const identities = new Map(meanings.map((meaning, index) => [index + 2, meaning]));
  const tabs = [{ sheetId: 1, identities }] as unknown as OpenRun['tabs'];
  const journals = { open: () => journalOf(rows) };
  return { rows, log: pendingLog(journals, { shop: { domain }, tabs, signer, state }) };
}

const LINES = [price(2), price(3)];
const operation = operationOf(LINES);

test('what was saved is loaded, with the operation that was started for it', () => {
  const { rows, log } = open(['a', 'b']);
  log.save([operation]);
  expect(shown(open(['a', 'b'], rows).log.load())).toEqual(shown([operation]));
  const started = { ...operation.file, id: 'gid://shopify/BulkOperation/1' } as const;
  log.noteStarted([started]);
  expect(shown(open(['a', 'b'], rows).log.load())).toEqual(shown([{ ...operation, file: started }]));
});

test('lines that a release with another form of batches wrote count as unknown', () => {
  const { rows, log } = open(['a', 'b']);
  log.save([operation]);
  const lines = rows.find(([, , kind]) => kind === 'lines') as string[];
  const text = ME.read('mark-1 lines', lines[3] as string).text;
  const resigned = (changed: string) => ME.sign('mark-1 lines', changed);
  const isRead = (changed: string) => {
    lines[3] = resigned(changed);
    return open(['a', 'b'], rows).log.load()[0]?.batches().length;
  };
  expect(isRead(text)).toBe(2);
  expect(isRead(text.replace('"form":1,', ''))).toBe(2);
  expect(isRead(text.replace('"form":1,', '"form":2,'))).toBe(0);
});

test('what is done is not loaded again, and after clearing there is nothing', () => {
  const { rows, log } = open(['a', 'b']);
  log.save([operation, operationOf([price(3)], { ...FILE, mark: 'mark-2' })]);
  log.noteDone(FILE);
  expect(log.load().map(({ file }) => file.mark)).toEqual(['mark-2']);
  log.clear();
  expect(rows).toEqual([]);
});

test('what a former release wrote to be done is not loaded either', () => {
  const { rows, log } = open(['a', 'b']);
  log.save([operation]);
  rows.push(['acme.myshopify.com', FILE.mark, 'landed', ME.sign(`${FILE.mark} landed`, '')]);
  expect(log.load()).toEqual([]);
});

test('rows are found again where they stand today', () => {
  const { rows, log } = open(['a', 'b']);
  log.save([operation]);
  const [loaded] = open(['b', 'new', 'a'], rows).log.load();
  expect(loaded && rowsIn(loaded)).toEqual([
    ['gid://shopify/ProductVariant/2', 1, 4],
    ['gid://shopify/ProductVariant/3', 1, 2],
  ]);
});

test('a row that is gone answers for none that stands in its place', () => {
  const { rows, log } = open(['a', 'b']);
  log.save([operation]);
  const [loaded] = open(['x', 'b'], rows).log.load();
  expect(loaded && rowsIn(loaded)).toEqual([
    ['gid://shopify/ProductVariant/2', null, 2],
    ['gid://shopify/ProductVariant/3', 1, 3],
  ]);
});

test('another shop’s operations are not ours to wait for', () => {
  const { rows, log } = open(['a', 'b']);
  log.save([operation]);
  expect(open(['a', 'b'], rows, 'other.myshopify.com').log.load()).toEqual([]);
});

test('no cell is longer than a cell may be, and no row wider than it has to be', () => {
  const { rows, log } = open(Array.from({ length: 2_000 }, (_, index) => `SKU-${index}`));
  log.save([operationOf(Array.from({ length: 2_000 }, (_, index) => price(index + 2)))]);
  expect(Math.max(...rows.flat().map((cell) => cell.length))).toBeLessThanOrEqual(50_000);
  expect(Math.max(...rows.map((row) => row.length))).toBe(4);
  expect(log.load()[0]?.batches()).toHaveLength(2_000);
});

describe('an operation that somebody else wrote into the hidden tab', () => {
  const COLLEAGUE = ownSigner('colleague');
  const started = { ...operation.file, id: 'gid://shopify/BulkOperation/1' } as const;
  const seenBy = (signer: typeof ME, rows: string[][]) =>
    open(['a', 'b'], rows, 'acme.myshopify.com', signer).log.load();

  test('is waited for, and nothing else of it is believed', () => {
    const { rows, log } = open(['a', 'b']);
    log.save([operation]);
    log.noteStarted([started]);
    expect(shown(seenBy(COLLEAGUE, rows))).toEqual([
      { file: started, lines: 2, batches: [], isForeign: true },
    ]);
  });

  test('adds no line to an operation of this user’s, ends none and leads to no other', () => {
    const { rows, log } = open(['a', 'b']);
    log.save([operation]);
    log.noteStarted([started]);
    const other = open(['a', 'b'], rows, 'acme.myshopify.com', COLLEAGUE).log;
    other.save([operationOf([price(3)], { ...FILE, run: 8, isUndo: true })]);
    other.noteStarted([{ ...FILE, id: 'gid://shopify/BulkOperation/666' }]);
    other.noteDone(FILE);
    expect(shown(seenBy(ME, rows))).toEqual(shown([{ ...operation, file: started }]));
  });

  test('is looked up among the latest few alone, however many there are, and takes none of this user’s away', () => {
    const { rows, log } = open(['a', 'b']);
    log.save([operation]);
    const other = open(['a', 'b'], rows, 'acme.myshopify.com', COLLEAGUE).log;
    const marks = Array.from({ length: 3_000 }, (_, index) => `forged-${index}`);
    other.save(marks.map((mark) => operationOf([], { ...FILE, mark })));
    expect(seenBy(ME, rows).map(({ file }) => file.mark)).toEqual([FILE.mark, ...marks.slice(-5)]);
  });

  test.each([
    ['edited', (cell: string) => cell.replace('"to":"2.00"', '"to":"0.00"')],
    ['damaged', (cell: string) => cell.replace('"batches"', '"batch')],
  ])('or that was %s since has no lines', (_, edit) => {
    const { rows, log } = open(['a', 'b']);
    log.save([operation]);
    const edited = rows.map((row) => row.map(edit));
    expect(shown(seenBy(ME, edited))).toEqual([{ file: operation.file, lines: 2, batches: [] }]);
  });

  test.each(['5', '[]', '{"mark":"","path":5}', '{"mark":"mark-1","path":"x","run":-1,"isUndo":0}', 'x'])(
    'is as if absent where it is no operation: %s',
    (text) => {
      expect(seenBy(ME, [['acme.myshopify.com', 'mark-1', 'file', text]])).toEqual([]);
    },
  );
});

test('lines that fill many cells are loaded in their order', () => {
  const numbers = Array.from({ length: 1_000 }, (_, index) => index + 2);
  const meanings = numbers.map((row) => `item ${row}`);
  const { rows, log } = open(meanings);
  log.save([operationOf(numbers.map(price))]);
  expect(rows.length).toBeGreaterThan(5);
  expect(open(meanings, rows).log.load().flatMap(rowsIn)).toEqual(
    numbers.map((row) => [`gid://shopify/ProductVariant/${row}`, 1, row]),
  );
});

describe('Shopify answers lines by their numbers, so an operation counts as unknown', () => {
  const numbers = Array.from({ length: 1_000 }, (_, index) => index + 2);
  const meanings = numbers.map((row) => `item ${row}`);
  const saved = () => {
    const { rows, log } = open(meanings);
    log.save([operationOf(numbers.map(price))]);
    return rows;
  };
  const linesOf = (rows: string[][]) => open(meanings, rows).log.load()[0]?.batches().length;

  test('not as long as its cells stand as they were written', () => {
    expect(linesOf(saved())).toBe(1_000);
  });

  test.each<[string, (rows: string[][]) => unknown]>([
    ['was deleted', (rows) => rows.splice(2, 1)],
    ['was deleted at the end', (rows) => rows.splice(-1, 1)],
    ['was edited', (rows) => rows[2]?.splice(3, 1, 'x')],
    ['stands twice', (rows) => rows.push(rows[2] as string[])],
    ['was moved', (rows) => rows.push(...rows.splice(2, 1))],
  ])('where one of its cells %s', (_, damage) => {
    const rows = saved();
    damage(rows);
    expect(linesOf(rows)).toBe(0);
  });

  test('where the cells of an earlier release, which have no numbers, are not all readable', () => {
    const rows = saved();
    for (const row of rows) {
      const place = `mark-1 ${row[2]}`;
      const { text } = ME.read(place, row[3] as string);
      row[3] = ME.sign(place, text.replace(/"first":\d+,/, '').replace(/"lines":\d+,/, ''));
    }
    expect(linesOf(rows)).toBe(1_000);
    rows[2]?.splice(3, 1, 'x');
    expect(linesOf(rows)).toBe(0);
  });
});

test('no row of a large tab is looked at where nothing is under way', () => {
  const identities = new (class extends Map<number, string> {
    override keys(): never {
      throw new Error('The rows were looked at.');
    }
  })();
  const tabs = [{ sheetId: 1, identities }] as unknown as OpenRun['tabs'];
  const load = (rows: string[][]) =>
    pendingLog(
      { open: () => journalOf(rows) },
      { shop: { domain: 'acme.myshopify.com' }, tabs, signer: ME, state },
    ).load();
  const { rows, log } = open(['a', 'b']);
  log.save([operation]);
  expect(() => shown(load(rows))).toThrow('The rows were looked at.');
  log.clear();
  expect(load(rows)).toEqual([]);
});
