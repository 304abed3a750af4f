import { APP } from '../../support/add-on';
import { sampled } from '../../support/sampled';
import { DAY_MS, HOUR_MS, HOURLY, scheduled } from '../../support/scheduled-spreadsheet';

const DAYS = sampled(3, 7);

describe('a schedule', () => {
  test('sends the edits of each day by itself, and says what it did and when it comes next', () => {
    const sheet = scheduled();
    expect(sheet.save(HOURLY)).toMatchObject({ ok: true, value: { isMine: true, last: null } });
    let runs = 0;
    for (let day = 1; day <= DAYS; day += 1) {
      const price = `1${day}.00`;
      sheet.price(price, '10.00', price);
      const results = sheet.pass(DAY_MS);
      runs += results.length;
      expect(sheet.mails(results)).toEqual([]);
      expect(sheet.prices()).toEqual([price, '10.00', price]);
    }
    expect(runs).toBeGreaterThanOrEqual(24 * DAYS - 2);
    const view = sheet.view();
    expect(view?.last?.says).toBe('nothing had changed');
    expect(view?.nextAtMs).toBe((view?.last?.atMs ?? 0) + HOUR_MS);
    expect(view?.trouble).toBeNull();
    const history = sheet.state.workbook.sheets.find(({ name }) => name === 'Sync history');
    expect(history?.rows.slice(2).map((row) => row[2])).toEqual(Array(DAYS).fill('Scheduled sync'));
  });

  test('renews the token of a day by itself', () => {
    const sheet = scheduled({ typed: APP });
    sheet.save(HOURLY);
    for (let day = 1; day <= sampled(2, 4); day += 1) {
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
