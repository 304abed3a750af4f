import { LIMIT_BOUNDS, USUAL_LIMITS } from '../../../../src/plan/model/policy';
import { LIMITS, limitChange, withLimit } from '../../../../src/sidebar/parts/limits';

describe('the limits that a person sets', () => {
  test('are all that the script knows, with its usual numbers and bounds', () => {
    const shown = LIMITS.map(({ key, usual, least, most }) => [key, { usual, bounds: [least, most] }]);
    const known = Object.entries(USUAL_LIMITS).map(([key, usual]) => [
      key,
      { usual, bounds: LIMIT_BOUNDS[key as keyof typeof LIMIT_BOUNDS] },
    ]);
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(known));
  });

  test('are changed one by one, for all tabs or for one, and taken back by an empty field', () => {
    const all = withLimit(undefined, { sheetId: null, key: 'priceDown', value: 50 });
    expect(all).toEqual({ all: { priceDown: 50 }, tabs: [] });
    const own = withLimit(all, { sheetId: 7, key: 'priceDown', value: 10 });
    expect(own).toEqual({ all: { priceDown: 50 }, tabs: [{ sheetId: 7, limits: { priceDown: 10 } }] });
    expect(withLimit(own, { sheetId: 7, key: 'priceDown', value: undefined })).toEqual(all);
    expect(withLimit(all, { sheetId: null, key: 'priceDown', value: undefined })).toEqual({
      all: {},
      tabs: [],
    });
  });

  test('are sent one by one, so that those which another sidebar set stay', () => {
    expect(limitChange({ sheetId: null, key: 'priceDown', value: 50 })).toEqual({ all: { priceDown: 50 } });
    expect(limitChange({ sheetId: 7, key: 'priceDown', value: undefined })).toEqual({
      tabs: [{ sheetId: 7, limits: { priceDown: null } }],
    });
  });
});
