import type { WireAnswer, WireRequest } from '../../../local/store/wire';
import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf } from '../../support/workbench';
import { fixedPricesIn, pricesTab, shopWith as shopOfCatalogs } from '../markets/shop';
import { metafieldsIn } from './shop';

/** A bucket so small that even these few are sent sooner in bulk. */
function answering(_: WireRequest, answer: WireAnswer): WireAnswer {
  if ('failure' in answer) return answer;
  const level = '"throttleStatus":{"maximumAvailable":300,"currentlyAvailable":300,"restoreRate":5}';
  return { ...answer, body: answer.body.replace(/"throttleStatus":\{[^}]*\}/, level) };
}

describe('what Shopify keeps apart from its items', () => {
  test('goes in one bulk operation where it is much: of 25 values in a line, a bad one stops no other', () => {
    const handles = Array.from({ length: 60 }, (_, index) => `item-${index}`);
    const keys = Array.from({ length: 24 }, (_, index) => `key-${index}`);
    const headers = keys.map((key) => `Metafield: custom.${key} [number_integer]`);
    const tab = (value: number, reference: string) =>
      csvOf([
        ['Handle', 'Title', ...headers, 'Metafield: custom.next [product_reference]'],
        ...handles.map((handle, row) => [
          ...[handle, handle, ...keys.map(() => `${value}`)],
          row === 7 ? reference : '',
        ]),
      ]);
    const first = openWorkbench();
    first.sync({ Items: tab(1, '') });
    const bench = openWorkbench({ saved: first.save(), answering });
    const before = bench.requests.counts().byOperation;
    const [files = 0, direct = 0] = [before.bulkOperationRunMutation, before.metafieldsSet];
    const report = bench.sync({ Items: tab(2, '987654321') });
    const after = report.requests.byOperation;
    expect((after.bulkOperationRunMutation ?? 0) - files).toBe(1);
    // The line with the bad one is sent again without it.
    expect((after.metafieldsSet ?? 0) - direct).toBeLessThanOrEqual(2);
    const said = saidOf(report);
    expect(said['Items:9']).toMatch(/^error .*custom\.next.*Shopify refused/);
    expect(Object.values(said).filter((each) => each.startsWith('updated'))).toHaveLength(59);
    expect(metafieldsIn(bench).filter((each) => each.endsWith(' 2'))).toHaveLength(60 * 24);
  });

  test('so do fixed prices of many lists, and a preview right after finds them in step', () => {
    const titles = Array.from({ length: 45 }, (_, index) => `List ${index}`);
    const bench = shopOfCatalogs(
      titles.map((title) => ({ title, currency: 'EUR' })),
      { answering },
    );
    const headers = titles.map((title) => `Price / ${title}`);
    const tab = (price: string) => pricesTab(headers, ['A', ...titles.map(() => price)]);
    const report = bench.sync({ Prices: tab('9') }, '--confirm-held');
    expect(report.requests.byOperation.bulkOperationRunMutation).toBe(1);
    expect(report.requests.byOperation.priceListFixedPricesUpdate).toBeUndefined();
    expect(fixedPricesIn(bench)).toHaveLength(45);
    expect(saidOf(bench.sync({ Prices: tab('9') }, '--preview'))['Prices:2']).toBe('unchanged');
  });
});
