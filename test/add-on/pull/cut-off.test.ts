import { KilledError } from '../../../local/apps-script/runtime';
import type { PullView } from '../../../src/answers/pull';
import { sheetOf } from '../../support/running';
import { sampled } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';
import { type AnyProduct, fillStore } from './any-store';
import { choiceOf, openConnected, previewOf, pull } from './pulling';

const SIZES = { Main: 'S', other: 'M' } as const;

const variant = (sku: string): AnyProduct['variants'][number] => ({
  ...{
    sku,
    barcode: undefined,
    price: '5.00',
    compareAtPrice: undefined,
    cost: undefined,
    weight: undefined,
  },
  ...{
    taxable: true,
    inventoryPolicy: 'DENY',
    requiresComponents: false,
    tracked: true,
    requiresShipping: true,
    image: 0,
  },
  ...{ harmonizedSystemCode: undefined, countryCodeOfOrigin: undefined },
  stock: [3, undefined, undefined],
});

/** Of each kind of cell that is written in a way of its own: formulas, apostrophes, numbers, an image. */
const PRODUCTS: readonly AnyProduct[] = ['=1+1', 'Mug', "'quoted'"].map((title, index) => ({
  ...{ title, descriptionHtml: '=SUM(A1)', vendor: "'Acme'", productType: '+x', tags: ['b', 'a'] },
  ...{ status: 'ACTIVE', giftCard: false, seo: { title: undefined, description: undefined } },
  ...{ category: undefined, optionName: 'Size', optionValues: Object.values(SIZES), isPublished: true },
  variants: ['S', 'M', 'L', 'XL'].map((size) => variant(`=${index}-${size}`)),
  images: [{ alt: 'Front', size: false }],
}));

const filled = openConnected({ store: { locations: ['Main'] } });
expect(fillStore(filled.store, PRODUCTS)).toBe(3);
filled.clock.advance(60_000);
const saved = filled.save();
const begin = (options: BenchOptions = {}): Workbench => openWorkbench({ saved, ...options });

/** Where a kill leaves something else than the call before did. */
const changes = ({ method }: { readonly method: string }) =>
  /^(set|insert|delete|flush|create|fetch|put|remove)/.test(method);

function pullUndisturbed() {
  let calls = 0;
  const bench = begin({
    gate: (call) => {
      if (changes(call)) calls += 1;
    },
  });
  const before = calls;
  const view = pull(bench, choiceOf('csv'));
  expect(view.outcome).toBe('finished');
  return { calls: calls - before, rows: sheetOf(bench, 'Products').rows };
}

const undisturbed = pullUndisturbed();

/** A person who sees that it was cut off: goes on, or begins again where nothing is known of it. */
function goOn(bench: Workbench): PullView {
  for (let again = 0; again < 9; again += 1) {
    const answer = bench.call<PullView>('continuePull');
    if (!answer.ok) return pull(bench, choiceOf('csv'));
    if (answer.value.outcome !== 'paused') return answer.value;
  }
  throw new Error('It does not come to an end.');
}

describe('getting the catalog, killed at any call that changes something,', () => {
  test('ends in the same tab when it is gone on with: no row twice, none missing, nothing to ask', () => {
    const bad: string[] = [];
    for (let kill = 1; kill <= undisturbed.calls; kill += sampled(11, 1)) {
      let calls = 0;
      const bench = begin({
        gate: (call) => {
          if (changes(call)) calls += 1;
          if (calls === kill) throw new KilledError(`Killed at call ${kill}`);
        },
      });
      bench.runtime.run('startPull', [choiceOf('csv')], { kind: 'sidebar' });
      calls = Number.NEGATIVE_INFINITY;
      const view = goOn(bench);
      const rows = sheetOf(bench, view.tab).rows;
      const { upToDate, others } = previewOf(bench);
      const isSame = JSON.stringify(rows) === JSON.stringify(undisturbed.rows);
      if (view.outcome !== 'finished' || !isSame || others.length > 0 || upToDate !== view.rows)
        bad.push(`call ${kill}: ${view.outcome}, ${upToDate} of ${view.rows}, ${others.join()}`);
    }
    expect(bad).toEqual([]);
  });
});
