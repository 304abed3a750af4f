import { FORESEEN_WORDS, STATUS_WORDS } from '../../../../src/catalog/tab/status-block';
import {
  describeConnection,
  describeEstimate,
  PREVIEW_WORDS,
  RUN_WORDS,
  rowsToLookAt,
  shownTotals,
} from '../../../../src/sidebar/parts/words';
import { OVERVIEW, previewOf, summaryOf } from '../fixtures';

describe('the words of the sidebar', () => {
  test('are those that stand beside the rows in the sheet', () => {
    expect(RUN_WORDS).toEqual(STATUS_WORDS);
    expect(PREVIEW_WORDS).toEqual(FORESEEN_WORDS);
  });

  test('name the store, its currency, its products and its locations', () => {
    expect(describeConnection(OVERVIEW.connection!, false)).toBe('Acme · EUR · 1,204 products · 2 locations');
    expect(describeConnection(OVERVIEW.connection!, true)).toBe('Acme · EUR · 2 locations');
    const unread = { ...OVERVIEW.connection!, productCount: null, locationCount: 0 };
    expect(describeConnection(unread, false)).toBe('Acme · EUR');
  });

  test('leave out what did not happen, and say of a preview what would', () => {
    const { totals } = summaryOf();
    expect(shownTotals(totals, RUN_WORDS).map(({ word, count }) => `${word} ${count}`)).toEqual([
      'Updated 3',
      'Up to date 4',
    ]);
    expect(shownTotals(totals, PREVIEW_WORDS)[0]?.word).toBe('To update');
  });

  test('count the rows that wait for a person', () => {
    expect(rowsToLookAt({ ...summaryOf().totals, error: 1, conflict: 2, skipped: 4 })).toBe(7);
  });

  test('say how long sending takes only where it takes long', () => {
    const told = (estimatedSeconds: number | null) => describeEstimate(previewOf({ estimatedSeconds }));
    expect([told(null), told(5), told(40), told(600)]).toEqual([
      '',
      '',
      'Sending takes about 1 minute.',
      'Sending takes about 10 minutes.',
    ]);
  });
});
