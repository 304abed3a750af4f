import { APP } from '../auth/add-on';
import { DAY_MS, HOUR_MS, HOURLY, scheduled } from './scheduled-spreadsheet';

describe('a schedule', () => {
  test('sends a week of edits by itself, and says what it did and when it comes next', () => {
    const sheet = scheduled();
    expect(sheet.save(HOURLY)).toMatchObject({ ok: true, value: { isMine: true, last: null } });
    let runs = 0;
    for (let day = 1; day <= 7; day += 1) {
      const price = `1${day}.00`;
      sheet.price(price, '10.00', price);
      const results = sheet.pass(DAY_MS);
      runs += results.length;
      expect(sheet.mails(results)).toEqual([]);
      expect(sheet.prices()).toEqual([price, '10.00', price]);
    }
    expect(runs).toBeGreaterThanOrEqual(166);
    const view = sheet.view();
    expect(view?.last?.says).toBe('nothing had changed');
    expect(view?.nextAtMs).toBe((view?.last?.atMs ?? 0) + HOUR_MS);
    expect(view?.trouble).toBeNull();
    const history = sheet.state.workbook.sheets.find(({ name }) => name === 'Sync history');
    expect(history?.rows.slice(2).map((row) => row[2])).toEqual(Array(7).fill('Scheduled sync'));
  });

  test('renews the token of a day by itself', () => {
    const sheet = scheduled({ typed: APP });
    sheet.save(HOURLY);
    for (let day = 1; day <= 4; day += 1) {
      sheet.price(`1${day}.00`);
      expect(sheet.mails(sheet.pass(DAY_MS))).toEqual([]);
      expect(sheet.prices()[0]).toBe(`1${day}.00`);
    }
  });
});

test('once a day the clock compares every row, though nothing changed in the sheet', () => {
  const sheet = scheduled();
  sheet.save(HOURLY);
  const variants = sheet.shop.store.state.variants;
  const [first] = variants.all();
  if (first) variants.put({ ...first, price: '11.00' });
  const status = () => sheet.state.workbook.sheets.find(({ id }) => id === 7)?.rows[1]?.join(' ');
  sheet.pass(3 * HOUR_MS);
  expect(status()).toContain('No change to send');
  sheet.pass(DAY_MS);
  expect(status()).toContain('Differs');
  expect(status()).toContain('Shopify has 11.00, the sheet 10.00.');
});

describe('where the comparison of every row does not fit into a run of the clock', () => {
  const EVERY_TWELVE_HOURS = { ...HOURLY, rhythm: { every: 'hours', hours: 12 } };

  /** Due for its comparison at the next run; the second price was changed in Shopify, the first in the sheet. */
  function dueSheet() {
    const sheet = scheduled({ products: 30 });
    sheet.save(EVERY_TWELVE_HOURS);
    sheet.pass(13 * HOUR_MS);
    const { variants } = sheet.shop.store.state;
    const moved = variants.all()[1];
    if (moved) variants.put({ ...moved, price: '11.00' });
    const rows = () => sheet.state.workbook.sheets.find(({ id }) => id === 7)?.rows ?? [];
    sheet.price(
      '12.00',
      ...rows()
        .slice(2)
        .map(([, price]) => String(price)),
    );
    return { sheet, statusOf: (row: number) => rows()[row - 1]?.slice(2, 4).join(': ') };
  }

  /** A look-up of many rows is not answered in the time that the clock has for it; one of few is. */
  function slowDown({ sheet }: ReturnType<typeof dueSheet>): void {
    sheet.shop.interfere = ({ body }) => {
      const asksFor = String(body).match(/gid:\/\/shopify\/ProductVariant/g)?.length ?? 0;
      return asksFor > 20 ? { failure: 'timeout', tookMs: 60_000 } : undefined;
    };
  }

  test('what was changed is sent all the same, and a later run compares them', () => {
    const due = dueSheet();
    slowDown(due);
    expect(due.sheet.mails(due.sheet.pass(12 * HOUR_MS))).toEqual([]);
    expect(due.sheet.prices()[0]).toBe('12.00');
    expect(due.statusOf(3)).toMatch(/^No change to send/);
    due.sheet.shop.interfere = () => undefined;
    due.sheet.pass(12 * HOUR_MS);
    expect(due.statusOf(3)).toBe('Differs: Price: Shopify has 11.00, the sheet 10.00.');
  });

  test('with Google’s requests of the day used up nothing is sent, and the next day sends and compares', () => {
    const due = dueSheet();
    const spent = { sinceMs: due.sheet.clock.now(), urlFetchCalls: 18_999, propertyCalls: 0, clockMs: 0 };
    due.sheet.state.userProperties['owner@example.com']!['day-use'] = JSON.stringify(spent);
    due.sheet.pass(12 * HOUR_MS);
    expect(due.sheet.view()?.last?.says).toMatch(/Google allows this account 20,000 requests a day/);
    expect(due.statusOf(3)).not.toMatch(/^Up to date/);
    due.sheet.pass(2 * DAY_MS);
    expect(due.sheet.prices()[0]).toBe('12.00');
    expect(due.statusOf(3)).toBe('Differs: Price: Shopify has 11.00, the sheet 10.00.');
  });
});
