import { seedCatalog } from '../../../local/store/seed-catalog';
import type { Answer, RunSummary } from '../../../src/answers/answers';
import { APP, OFFLINE, shopify, spreadsheet, TOKEN } from '../../support/add-on';
import { sampleOf } from '../../support/sampled';
import { HOUR_MS } from './ways';

const priceOn = (day: number): string => (10 + day / 10).toFixed(2);

/** A store with products at 10.00 and a spreadsheet that says so too, synced once. */
function catalog(typed: typeof TOKEN, products: number) {
  const shop = shopify();
  const names = Array.from({ length: products }, (_, index) => `SKU-${index + 1}`);
  seedCatalog(shop.store, {
    products: names.map((sku) => ({
      title: sku,
      handle: sku.toLowerCase(),
      variants: [{ sku, price: priceOn(0) }],
    })),
  });
  const sheet = spreadsheet(shop, {}, shop);
  sheet.connect(typed);
  sheet.call('chooseTabs', { sheetIds: [7] });
  const setAll = (price: string) => sheet.price(...names.map(() => price));
  setAll(priceOn(0));
  sheet.call('previewSync');
  const prices = () =>
    shop.store.dump().products.flatMap(({ variants }) => variants.map(({ price }) => price));
  return { shop, sheet, setAll, prices };
}

function summaryOf(answer: Answer<RunSummary>): RunSummary {
  if (!answer.ok) throw new Error(answer.problem.message);
  return answer.value;
}

describe.each(sampleOf([APP, OFFLINE, TOKEN], 2))('without a hand, connected by $method', (typed) => {
  test('an hourly sync goes on for three days', () => {
    const { shop, sheet, setAll, prices } = catalog(typed, 10);
    for (let hour = 1; hour <= 72; hour += 1) {
      if (hour % 24 === 0) setAll(priceOn(hour / 24));
      expect(summaryOf(sheet.call('startSync', {}))).toMatchObject({ outcome: 'finished', problem: null });
      shop.clock.advance(HOUR_MS);
    }
    expect(new Set(prices())).toEqual(new Set([priceOn(3)]));
  });

  test('one sync of several executions spans three days', () => {
    const { shop, sheet, setAll, prices } = catalog(typed, 450);
    let summary = summaryOf(sheet.call('startSync', {}));
    setAll(priceOn(1));
    shop.store.edge.latencyMs = 25_000;
    const startedMs = shop.clock.now();
    summary = summaryOf(sheet.call('startSync', {}));
    let executions = 1;
    while (summary.outcome === 'paused') {
      shop.clock.advance(73 * HOUR_MS);
      summary = summaryOf(sheet.call('continueSync'));
      expect(summary.problem).toBeNull();
      executions += 1;
    }
    expect(summary).toMatchObject({ outcome: 'finished', problem: null });
    expect(executions).toBeGreaterThan(1);
    expect(shop.clock.now() - startedMs).toBeGreaterThan(72 * HOUR_MS);
    expect(new Set(prices())).toEqual(new Set([priceOn(1)]));
  });
});
