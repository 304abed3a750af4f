import { KilledError } from '../../../local/apps-script/runtime';
import { sampled } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { choiceOf, openConnected } from '../pull/pulling';
import { moveVariant } from '../refresh/moving';
import { cellOf, pulled } from '../refresh/refreshing';
import { writeStore } from '../tabs/exports/written-store';
import { call, hiddenTabs, play, runOn } from './damaging';

const HANDLE = 'linen-shirt';
const SKU = ['SKU', 'LS-S'] as const;

/** Kills the entry point when it is about to write cells for this time. */
function killedAt(saved: string, name: string, argument: unknown, writing: number): Workbench {
  let writes = 0;
  const bench = openWorkbench({
    saved,
    gate({ method }) {
      if (!/^setValues?$/.test(method)) return;
      writes += 1;
      if (writes === writing) throw new KilledError('Killed by the test');
    },
  });
  expect(bench.runtime.run(name, [argument], { kind: 'sidebar' }).outcome).toBe('killed');
  const after = openWorkbench({ saved: bench.save() });
  after.clock.advance(20 * 60_000);
  return after;
}

/** A preview, and a sync that has nothing to send: Shopify is as it was. */
function sendsNothing(bench: Workbench): void {
  const before = bench.store.dump();
  for (let again = 0; again < 2; again += 1) {
    bench.call('previewSync');
    const { problem, sent } = runOn(bench, call(bench, 'startSync', null));
    expect(sent).toBe(0);
    // Where getting it could not go on, no tab takes part yet.
    expect([undefined, 'restored', 'no-tabs']).toContain(problem?.kind);
    expect(bench.store.dump()).toEqual(before);
    bench.call('compareRestored');
  }
}

function filled() {
  const bench = openConnected();
  writeStore(bench.store);
  bench.clock.advance(60_000);
  const unpulled = bench.save();
  const tab = pulled(bench, 'csv');
  return { bench, tab, unpulled };
}

describe.each(sampled([2], [1, 2, 3, 4]))('killed before it writes, call %s', (writing) => {
  test('a refresh leaves nothing that a sync would send, whatever somebody does to a hidden tab', () => {
    const { bench, tab } = filled();
    const older = hiddenTabs(bench);
    moveVariant(bench, HANDLE, 0, { price: '91.50', barcode: '00417' });
    moveVariant(bench, HANDLE, 1, { price: '12.00', compareAtPrice: '15.00' });
    const killed = killedAt(bench.save(), 'refreshTabs', null, writing);
    const wrong = play({
      bench: killed,
      older,
      count: 6,
      goOn(damaged) {
        moveVariant(damaged, HANDLE, 0, { price: '85.00' });
        sendsNothing(damaged);
        damaged.call('refreshTabs', null);
        expect([85, 91.5, 19.5, '85.00', '91.50', '19.50', 24.9, '24.90']).toContain(
          cellOf(damaged, tab, 'Price', SKU),
        );
        sendsNothing(damaged);
      },
    });
    expect(wrong).toEqual([]);
  });

  test('getting a catalog leaves nothing that a sync would send, whatever somebody does to a hidden tab', () => {
    const { unpulled, bench } = filled();
    const killed = killedAt(unpulled, 'startPull', choiceOf('csv'), writing);
    const wrong = play({
      bench: killed,
      older: hiddenTabs(bench),
      count: 6,
      goOn(damaged) {
        damaged.call('continuePull');
        moveVariant(damaged, HANDLE, 0, { price: '85.00' });
        sendsNothing(damaged);
      },
    });
    expect(wrong).toEqual([]);
  });
});
