import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'];
const sheet = (quantity: string) => ({
  Products: csvOf([HEADER, ['mug', 'Mug', 'M-1', '5.00', 'shopify', quantity]]),
});

/** What every request asked a level to become. */
const asked = (wire: readonly string[]) =>
  wire.flatMap((body) =>
    [...body.matchAll(/"quantity":(\d+),"changeFromQuantity"/g)].map(([, number]) => Number(number)),
  );

test.each(['403', '402', '423', '404'])(
  'stock that Shopify plainly refused (%s) is not sent again once its cell asks for something else',
  (status) => {
    const bench = openWorkbench();
    bench.sync(sheet('5'));
    const refused = openWorkbench({
      saved: bench.save(),
      store: { faults: `inventorySetQuantities: ${status}` },
    });
    refused.sync(sheet('7'));
    const later = openWorkbench({ saved: refused.save() });
    const said = saidOf(later.sync(sheet('5')))['Products:2'];
    expect(asked(later.wire)).toEqual([]);
    expect(said).toMatch(/^not-compared /);
    expect(saidOf(later.sync(sheet('6')))['Products:2']).toMatch(/5 → 6\.$/);
    expect(asked(later.wire)).toEqual([6]);
  },
);

test('stock whose answer was lost is read again before anything else, whatever its cell asks by then', () => {
  const bench = openWorkbench();
  bench.sync(sheet('5'));
  const lost = openWorkbench({
    saved: bench.save(),
    store: { faults: 'inventorySetQuantities: timeout-after' },
  });
  lost.sync(sheet('7'));
  const later = openWorkbench({ saved: lost.save() });
  later.sync(sheet('5'));
  expect(asked(later.wire)[0]).toBe(7);
});
