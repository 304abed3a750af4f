import type { RowStatus } from '../../../../src/catalog/tab/status-block';
import { rowResult } from '../../../../src/plan/model/row-outcome';

const ref = { sheetId: 0, tab: 'Products', row: 2 };
const said = (...outcomes: readonly (readonly [RowStatus, string])[]) =>
  rowResult(
    ref,
    outcomes.map(([status, message]) => ({ ref, status, message })),
  );

test('the gravest status is the row’s, and the message names each', () => {
  expect(said(['updated', 'Price 1.00 → 2.00.'], ['skipped', 'Title is held. Confirm it.'])).toMatchObject({
    status: 'skipped',
    message: 'Title is held. Confirm it. Price 1.00 → 2.00.',
  });
});

test('what to do next is said once of several things in a row', () => {
  const { message } = said(
    ['conflict', 'Title: you changed it. Choose a side in the sidebar.'],
    ['conflict', 'Price: you changed it. Choose a side in the sidebar.'],
    ['skipped', 'Stock is held. Confirm it.'],
  );
  expect(message).toBe(
    'Title: you changed it. Price: you changed it. Choose a side in the sidebar. Stock is held. Confirm it.',
  );
});

test('a value that ends like a sentence is never taken for one', () => {
  const { message } = said(['updated', 'Title A → No. 5.'], ['updated', 'SEO Title B → No. 5.']);
  expect(message).toBe('Title A → No. 5. SEO Title B → No. 5.');
});
