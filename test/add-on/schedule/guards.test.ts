import { answerOfBusyShop } from '../../support/add-on';
import { HOUR_MS, HOURLY, type Scheduled, scheduled } from '../../support/scheduled-spreadsheet';

const PRODUCTS = 30;
const all = (price: string) => Array<string>(PRODUCTS).fill(price);

/** Thirty prices that the clock found changed at once. */
function crowded(): { readonly sheet: Scheduled; readonly mails: readonly string[] } {
  const sheet = scheduled({ products: PRODUCTS });
  sheet.save(HOURLY);
  sheet.price(...all('11.00'));
  return { sheet, mails: sheet.mails(sheet.pass(2 * HOUR_MS)) };
}

/** Of so many prices all but the first stay. */
const first = (price: string, products = 3) => [price, ...Array<string>(products - 1).fill('10.00')];

describe('steps of a price on the clock', () => {
  test.each([
    ['10 → 10000', 2],
    ['10 → 0.01', 1 / 1.42],
    ['10 × 0.75 five times', 0.75],
    ['10 × 0.71 seven times', 0.71],
  ])('%s, every two hours, end at the second one in a tab of three rows', (_, factor) => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    let price = 10;
    for (let step = 0; step < 10; step += 1) {
      price *= factor;
      sheet.price(...first(price.toFixed(2)));
      sheet.pass(2 * HOUR_MS);
    }
    expect(sheet.prices()).toEqual(first((10 * factor).toFixed(2)));
    expect(sheet.view()?.last?.says).toBe('1 row held');
  });

  test('go on the next day, and a small correction goes at once', () => {
    const sheet = scheduled();
    sheet.save(HOURLY);
    for (const price of ['8.00', '7.50']) {
      sheet.price(...first(price));
      sheet.pass(2 * HOUR_MS);
      expect(sheet.prices()[0]).toBe(price);
    }
    sheet.price(...first('5.50'));
    sheet.pass(2 * HOUR_MS);
    expect(sheet.prices()[0]).toBe('7.50');
    sheet.pass(24 * HOUR_MS);
    expect(sheet.prices()[0]).toBe('5.50');
  });
});

describe('a tab of which a large part changed', () => {
  test.each([
    [6, 24, 6],
    [5, 24, 0],
    [5, 6, 0],
    [6, 6, 6],
  ])('waits also in a small tab: of %d changes in %d rows are held: %d', (changes, products, held) => {
    const sheet = scheduled({ products });
    sheet.save(HOURLY);
    const prices = Array.from({ length: products }, (_, row) => (row < changes ? `11.${10 + row}` : '10.00'));
    sheet.price(...prices);
    sheet.pass(2 * HOUR_MS);
    expect(sheet.prices().filter((price) => price === '10.00')).toHaveLength(products - changes + held);
  });

  test('waits for a person, who is called', () => {
    const { sheet, mails } = crowded();
    expect(new Set(sheet.prices())).toEqual(new Set(['10.00']));
    expect(mails).toEqual(['30 changes are held. Open the sidebar to confirm them, or change the cells.']);
    expect(sheet.view()?.last?.says).toBe('30 rows held');
    const [, row] = sheet.state.workbook.sheets.find(({ name }) => name === 'Prices')?.rows ?? [];
    expect(row?.[3]).toMatch(/^Price 10.00 → 11.00 is held: 30 of 30 rows of this tab change at once/);
  });

  test('is sent once a person has seen it in a preview, because a page that is opened later shows nothing of it', () => {
    const { sheet } = crowded();
    expect(sheet.lastRun()?.held).toEqual({ count: 30, shown: [], more: [] });
    expect(sheet.call('confirmHeld', {})).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    expect(new Set(sheet.prices())).toEqual(new Set(['10.00']));
    sheet.call('previewSync');
    expect(sheet.call('applyPreview')).toMatchObject({ ok: true, value: { outcome: 'finished' } });
    expect(new Set(sheet.prices())).toEqual(new Set(['11.00']));
  });

  test('is sent by a sync by hand', () => {
    const { sheet } = crowded();
    sheet.call('startSync', {});
    expect(new Set(sheet.prices())).toEqual(new Set(['11.00']));
    expect(sheet.mails(sheet.pass(3 * HOUR_MS))).toEqual([]);
  });

  test('does not hold back what a person began and the clock goes on with', () => {
    const sheet = scheduled({ products: PRODUCTS });
    sheet.save(HOURLY);
    sheet.price(...all('11.00'));
    // Everything is slow for a while, so that the run by hand pauses before it has sent anything.
    sheet.shop.interfere = (request) => {
      const answer = sheet.shop.store.send(request);
      return { ...answer, tookMs: 100_000 };
    };
    expect(sheet.call('startSync', {})).toMatchObject({ value: { outcome: 'paused' } });
    sheet.shop.interfere = () => undefined;
    expect(sheet.mails(sheet.pass(2 * HOUR_MS))).toEqual([]);
    expect(new Set(sheet.prices())).toEqual(new Set(['11.00']));
  });
});

test('the clock neither chooses a side nor confirms', () => {
  const sheet = scheduled();
  sheet.save(HOURLY);
  sheet.price('5.00', '11.00');
  sheet.pass(3 * HOUR_MS);
  expect(sheet.prices().slice(0, 2)).toEqual(['10.00', '11.00']);
  expect(sheet.view()?.last?.says).toBe('1 row held');
});

test.each(['bound', 'addon'] as const)(
  'an execution of the clock ends its work after three minutes, and the clock goes on with the rest (%s)',
  (installed) => {
    const sheet = scheduled({ products: 100, runtime: { installed } });
    sheet.price(...Array<string>(15).fill('11.00'), ...Array<string>(85).fill('10.00'));
    sheet.save(HOURLY);
    sheet.shop.interfere = (request) => ({ ...answerOfBusyShop(sheet.shop, request), tookMs: 50_000 });
    const [first] = sheet.advanceTo(sheet.nextTriggerMs() ?? 0);
    expect(sheet.lastRun()).toMatchObject({ outcome: 'paused', problem: null });
    expect(first?.tookMs).toBeLessThan(4 * 60_000);
    sheet.pass(3 * HOUR_MS);
    expect(sheet.lastRun()?.outcome).toBe('finished');
    expect(sheet.prices().filter((price) => price === '11.00')).toHaveLength(15);
  },
);

test('a schedule puts Shopify’s value into the cell where the settings say that it counts', () => {
  const sheet = scheduled();
  sheet.save(HOURLY);
  sheet.call('saveSettings', { onConflict: { products: 'ask', inventory: 'ask', prices: 'shopify' } });
  const { products } = sheet.shop.store.dump();
  sheet.shop.store.execute({
    query: `mutation ($product: ID!, $variant: ID!) {
      productVariantsBulkUpdate(productId: $product, variants: [{ id: $variant, price: "12.00" }]) { userErrors { message } }
    }`,
    variables: { product: products[0]?.id, variant: products[0]?.variants[0]?.id },
  });
  sheet.price('11.00', '10.00', '10.00');
  expect(sheet.mails(sheet.pass(2 * HOUR_MS))).toEqual([]);
  expect(sheet.prices().slice(0, 2)).toEqual(['12.00', '10.00']);
  const rows = sheet.state.workbook.sheets.find(({ name }) => name === 'Prices')?.rows ?? [];
  expect(Number(rows[1]?.[1])).toBe(12);
  expect(rows[1]?.slice(2, 4)).toEqual(['Up to date', 'Price 11.00 → 12.00, from Shopify.']);
});
