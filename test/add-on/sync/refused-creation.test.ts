import type { WireAnswer, WireRequest } from '../../../local/store/wire';
import { csvOf } from '../../support/csv';
import { type BenchOptions, openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'SKU', 'Price', 'Cost per item'];
const mug = (price: string, cost = '') => ['mug', 'Mug', 'M-1', price, cost];
const TOO_LARGE = '1000000000000000000';
const sheet = (...rows: readonly (readonly string[])[]) => ({ Products: csvOf([HEADER, ...rows]) });

const CREATE_BY_HAND = `mutation ByHand($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) { product { id } userErrors { message } }
}`;

/** A person makes the product in Shopify admin, for 50.00. */
function makeByHand({ store }: Workbench): void {
  const input = {
    title: 'Mug',
    handle: 'mug',
    productOptions: [{ name: 'Title', values: [{ name: 'Default Title' }] }],
    variants: [{ price: '50.00', optionValues: [{ optionName: 'Title', name: 'Default Title' }] }],
  };
  const { data } = store.execute({ query: CREATE_BY_HAND, variables: { input } });
  expect(data).toMatchObject({ productSet: { userErrors: [] } });
}

const MANY = Array.from({ length: 60 }, (_, n) => [`item-${n}`, `Item ${n}`, `I-${n}`, '5.00', '']);

/** A bucket so small that even these few are sent sooner in bulk. */
function withSmallBucket(_: WireRequest, answer: WireAnswer): WireAnswer {
  if ('failure' in answer) return answer;
  const level = '"throttleStatus":{"maximumAvailable":300,"currentlyAvailable":300,"restoreRate":5}';
  return { ...answer, body: answer.body.replace(/"throttleStatus":\{[^}]*\}/, level) };
}

const priceOf = ({ store }: Workbench) =>
  store.dump().products.find(({ handle }) => handle === 'mug')?.variants[0]?.price;

const isCreation = ({ body }: WireRequest) => String(body).includes('mutation CreateProduct');

/** The first creation meets this in place of Shopify. */
function atFirst(answer: (request: WireRequest, stored: WireAnswer) => WireAnswer): BenchOptions {
  let isFirst = true;
  return {
    answering(request, stored) {
      if (!isFirst || !isCreation(request)) return stored;
      isFirst = false;
      return answer(request, stored);
    },
  };
}

interface Refusal {
  readonly how: string;
  readonly options?: BenchOptions;
  readonly rows: readonly (readonly string[])[];
}

const REFUSALS: readonly Refusal[] = [
  { how: 'for a value', rows: [mug('45.00', TOO_LARGE)] },
  {
    how: 'beside another that was created',
    rows: [mug('45.00', TOO_LARGE), ['cap', 'Cap', 'C-1', '9.00', '']],
  },
  { how: 'in bulk', options: { answering: withSmallBucket }, rows: [mug('45.00', TOO_LARGE), ...MANY] },
  { how: 'with the app’s access', options: { store: { faults: 'productSet: 403' } }, rows: [mug('45.00')] },
  {
    how: 'by errors alone',
    options: {
      store: { faults: 'productSet: 503' },
      ...atFirst((_, stored) => ({
        ...(stored as Exclude<WireAnswer, { failure: string }>),
        status: 200,
        body: JSON.stringify({ errors: [{ message: 'No', extensions: { code: 'BAD_REQUEST' } }] }),
      })),
    },
    rows: [mug('45.00')],
  },
];

describe('a product that Shopify refused to create, and that a person then made by hand, is held as somebody else’s', () => {
  test.each(REFUSALS)('where it was refused $how', ({ options, rows }) => {
    const bench = openWorkbench(options);
    bench.sync(sheet(...rows), '--hold');
    expect(priceOf(bench)).toBeUndefined();
    makeByHand(bench);
    const said = saidOf(bench.sync(sheet(mug('45.00')), '--hold'))['Products:2'];
    expect(said).toMatch(/^skipped .*Price: Shopify has 50\.00, the sheet 45\.00/);
    expect(priceOf(bench)).toBe('50.00');
  });

  test('and a creation of which nobody knew any more whether it arrived ends with the look that finds nothing', () => {
    const bench = openWorkbench({ store: { faults: 'productSet: timeout' } });
    bench.sync(sheet(mug('45.00')), '--hold');
    bench.sync(sheet(mug('free')), '--hold');
    makeByHand(bench);
    expect(saidOf(bench.sync(sheet(mug('45.00')), '--hold'))['Products:2']).toMatch(
      /^skipped .*Choose in the sidebar/,
    );
  });
});

test('a creation whose answer was lost stays ours, and is told as created', () => {
  const bench = openWorkbench({ store: { faults: 'productSet#1: timeout-after' } });
  expect(saidOf(bench.sync(sheet(mug('45.00')), '--hold'))['Products:2']).toMatch(/^created/);
  expect(priceOf(bench)).toBe('45.00');
});
