import { KilledError } from '../../../local/apps-script/runtime';
import { sampled } from '../../support/sampled';
import { openWorkbench } from '../../support/workbench';
import { openConnected, previewOf } from '../pull/pulling';
import { writeStore } from '../tabs/exports/written-store';
import { moveVariant } from './moving';
import { cellOf, pulled, refresh } from './refreshing';

const HANDLE = 'linen-shirt';
const SKU = ['SKU', 'LS-S'] as const;

describe('a refresh that is killed at any call', () => {
  const bench = openConnected();
  writeStore(bench.store);
  bench.clock.advance(60_000);
  const tab = pulled(bench, 'csv');
  moveVariant(bench, HANDLE, 0, { price: '91.50', barcode: '00417' });
  moveVariant(bench, HANDLE, 1, { price: '12.00', compareAtPrice: '15.00' });
  const saved = bench.save();

  /** Kills at this call of Google's services; whether it came to that. */
  function killedAt(call: number, saves: string) {
    let calls = 0;
    const killed = openWorkbench({
      saved: saves,
      gate() {
        calls += 1;
        if (calls === call) throw new KilledError(`at call ${call}`);
      },
    });
    const { outcome } = killed.runtime.run('refreshTabs', [null], { kind: 'sidebar' });
    return { isKilled: outcome === 'killed', saved: killed.save() };
  }

  const calls = Array.from({ length: 300 }, (_, index) => index + 4).filter(
    (_, index) => index % sampled(47, 1) === 0,
  );

  test('is finished by another one: every cell once, and a preview has nothing', () => {
    let kills = 0;
    for (const call of calls) {
      const { isKilled, saved: after } = killedAt(call, saved);
      if (!isKilled) break;
      kills += 1;
      const again = openWorkbench({ saved: after });
      refresh(again);
      expect(cellOf(again, tab, 'Price', SKU)).toBe(91.5);
      expect(cellOf(again, tab, 'Compare-at price', ['SKU', '00123'])).toBe(15);
      expect(previewOf(again).others).toEqual([]);
    }
    expect(kills).toBeGreaterThan(4);
  });

  test('leaves nothing that a sync would send, also where Shopify moves back', () => {
    for (const call of calls) {
      const { isKilled, saved: after } = killedAt(call, saved);
      if (!isKilled) break;
      const again = openWorkbench({ saved: after });
      moveVariant(again, HANDLE, 0, { price: '85.00' });
      const before = again.store.dump();
      again.call('previewSync');
      again.call('startSync', null);
      expect(again.store.dump()).toEqual(before);
      refresh(again);
      expect(cellOf(again, tab, 'Price', SKU)).toBe(85);
    }
  });
});
