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
