import { HOUR_MS, HOURLY, type Scheduled, scheduled } from './scheduled-spreadsheet';

const PRODUCTS = 30;
const all = (price: string) => Array<string>(PRODUCTS).fill(price);

/** Thirty prices that the clock found changed at once. */
function crowded(): { readonly sheet: Scheduled; readonly mails: readonly string[] } {
  const sheet = scheduled({ products: PRODUCTS });
  sheet.save(HOURLY);
  sheet.price(...all('11.00'));
  return { sheet, mails: sheet.mails(sheet.pass(2 * HOUR_MS)) };
}

describe('a tab of which a large part changed', () => {
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
    // Everything is slow for a while, so that the run by hand pauses.
    sheet.shop.interfere = (request) => {
      const answer = sheet.shop.store.send(request);
      return { ...answer, tookMs: 60_000 };
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
    sheet.price(...Array<string>(15).fill('11.00'));
    sheet.save(HOURLY);
    sheet.shop.interfere = (request) => ({ ...sheet.shop.store.send(request), tookMs: 44_000 });
    const [first] = sheet.advanceTo(sheet.nextTriggerMs() ?? 0);
    expect(sheet.lastRun()).toMatchObject({ outcome: 'paused', problem: null });
    expect(first?.tookMs).toBeLessThan(4 * 60_000);
    sheet.pass(3 * HOUR_MS);
    expect(sheet.lastRun()?.outcome).toBe('finished');
    expect(sheet.prices().filter((price) => price === '11.00')).toHaveLength(15);
  },
);
