import { csvOf } from '../../support/csv';
import { answered, rowsOf, said, sync, undoLast } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { moveProduct } from '../refresh/moving';

const header = ['Handle', 'Title', 'Price', 'Inventory tracker', 'Inventory quantity'];
const CATALOG = csvOf([
  header,
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, name, '20.00', 'shopify', '9']),
]);

function type(bench: Workbench, row: number, column: string, text: string): void {
  const rows = rowsOf(bench);
  rows[row - 1]![rows[0]!.indexOf(column)] = text;
}

/** A shop in which each row has something to say that is no matter of prices. */
function begin(): Workbench {
  const bench = openWorkbench();
  bench.sync({ Products: CATALOG });
  bench.clock.advance(120_000);
  type(bench, 2, 'Title', 'undone');
  sync(bench);
  undoLast(bench);
  type(bench, 3, 'Title', 'mine');
  moveProduct(bench, 'b', { title: 'theirs' });
  moveProduct(bench, 'c', { title: 'moved' });
  type(bench, 5, 'Inventory quantity', '90000');
  bench.call('previewSync');
  sync(bench);
  return bench;
}

const SAYS = [/^Held Undone: Title/, /^Changed in both Title/, /^Differs Title/, /^Held Inventory quantity/];

describe.each([
  ['a person’s sync of prices', (bench: Workbench) => bench.runtime.run('syncPrices', [], { kind: 'menu' })],
  [
    'a sync of prices on a schedule',
    (bench: Workbench) => {
      answered(bench.call('saveSchedule', { rhythm: { every: 'hours', hours: 1 }, groups: ['prices'] }));
      bench.clock.advance(3_700_000);
      const [{ id } = { id: '' }] = bench.runtime.state.triggers;
      return bench.runtime.run('onScheduledSync', [{ triggerUid: id }], { kind: 'trigger' });
    },
  ],
])('%s', (_, run) => {
  test('leaves what waits in other columns said', () => {
    const bench = begin();
    run(bench);
    for (const [index, says] of SAYS.entries()) expect(said(bench, index + 2)).toMatch(says);
  });

  test('says of a row that it changes what else of it waits', () => {
    const bench = begin();
    for (const row of [2, 3, 4, 5, 6]) type(bench, row, 'Price', '21.00');
    type(bench, 6, 'Title', 'typed');
    run(bench);
    const told = [2, 3, 4, 5, 6, 7].map((row) => said(bench, row));
    expect(told[0]).toMatch(
      /^Held .*Price 20.00 → 21.00.*Undone: Title|^Held .*Undone: Title.*Price 20.00 → 21.00/,
    );
    expect(told[1]).toMatch(/^Updated Price 20.00 → 21.00\. What else changed in this row was not sent/);
    expect(told[2]).toMatch(/^Updated Price 20.00 → 21.00\. Title: Shopify has moved, the sheet c/);
    expect(told[3]).toMatch(/What else changed in this row was not sent/);
    expect(told[4]).toMatch(/What else changed in this row was not sent/);
    expect(told[5]).toMatch(/^No change to send/);
  });
});
