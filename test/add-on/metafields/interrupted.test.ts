import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';
import { change, metafieldsIn, sheetOf, shopWith } from './shop';

const HEADERS = [
  'Metafield: custom.material [single_line_text_field]',
  'Variant Metafield: custom.size [number_integer]',
  'Metafield: custom.deposit [money]',
];
const SHEET = { Products: sheetOf(HEADERS, ['hat', 'Wool', '7', '5']) };
const ALL = [
  'hat custom.deposit {"amount":"5.00","currency_code":"USD"}',
  'hat custom.material Wool',
  'hat-1 custom.size 7',
];

/** A bench whose answers to a mutation are lost as long as `isLost`. */
function losing(name: string): { readonly bench: Workbench; end(): void } {
  let isLost = true;
  const bench = openWorkbench({
    answering: (request, answer) =>
      isLost && String(request.body).includes(`mutation ${name}`)
        ? { failure: 'timeout', tookMs: 1_000 }
        : answer,
  });
  return {
    bench,
    end() {
      isLost = false;
    },
  };
}

describe('values of a new product', () => {
  test('whose answer is lost are there once, and the next sync finds them in step', () => {
    const { bench, end } = losing('SetValues');
    bench.sync(SHEET);
    end();
    bench.clock.advance(600_000);
    expect(saidOf(bench.sync(SHEET))['Products:2']).not.toMatch(/^(error|conflict|skipped|differs)/);
    expect(metafieldsIn(bench)).toEqual(ALL);
    expect(saidOf(bench.sync(SHEET, '--preview'))['Products:2']).toMatch(/^unchanged/);
  });

  test('follow with the next sync where the answer to its creation was lost', () => {
    const { bench, end } = losing('CreateProduct');
    bench.sync(SHEET);
    end();
    bench.clock.advance(600_000);
    bench.sync(SHEET);
    bench.sync(SHEET);
    expect(metafieldsIn(bench)).toEqual(ALL);
    expect(saidOf(bench.sync(SHEET, '--preview'))['Products:2']).toMatch(/^unchanged/);
  });
});

test('a cell that nobody edited takes what Shopify has in a refresh, in the words of its type', () => {
  const bench = shopWith();
  bench.sync(SHEET);
  change(bench, 'hat', 'deposit', '{"amount":"8.5","currency_code":"USD"}');
  change(bench, 'hat', 'material', 'Felt');
  const answer = bench.call('refreshTabs', { groups: ['products', 'prices', 'inventory'] });
  expect(answer.ok).toBe(true);
  const tab = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Products');
  expect(tab?.rows[1]?.slice(4, 7).map(String)).toEqual(['Felt', '7', '8.5 USD']);
});
