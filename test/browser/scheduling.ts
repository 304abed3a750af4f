import { fakeAccessToken } from '../../local/store/embedded-store';
import { testInFull } from '../support/sampled';
import { connectWithToken, openWorkbench } from './open-workbench';
import { holdBack, REFUSAL } from './slow-down';
import { openSynced } from './synced';

const HOUR_MS = 3_600_000;

describe('a schedule', () => {
  test('is started, seen at work, moved to an hour of the day, given a second rhythm and quiet hours, and ended', async () => {
    const bench = await openSynced();
    const { sidebar, keep } = bench;
    await sidebar.getByText('Nothing is synced by itself.').waitFor();
    await sidebar.getByRole('button', { name: 'Sync on a schedule…' }).click();
    await sidebar.getByLabel('How often').waitFor();
    await keep('50-schedule-form');
    await sidebar.getByRole('button', { name: 'Save schedule' }).click();
    await sidebar.getByText('Every hour: inventory and prices.').waitFor();
    await sidebar.getByText('Next: within 2 hours.').waitFor();

    const { runtime, type } = bench.bench;
    type(runtime.state.workbook.sheets.find(({ name }) => name === 'Prices')!.id, 2, 2, '17.25');
    bench.bench.wait(2 * HOUR_MS);
    await sidebar.getByRole('button', { name: 'Reload the list' }).click();
    await sidebar.getByText(/^Last: .*, 1 row updated\.$/).waitFor();
    await sidebar.getByText(/^Next: about /).waitFor();
    // What the clock did stands in place of what a person did before.
    await sidebar.getByRole('heading', { name: /^Synced Nov 23, 10:/ }).waitFor();
    await keep('51-schedule');

    await sidebar.getByRole('button', { name: 'Change schedule…' }).click();
    await sidebar.getByLabel('How often').selectOption('Once a day');
    await sidebar.getByLabel('Within the hour after').selectOption('7');
    await sidebar.getByRole('checkbox', { name: 'Products' }).last().check();
    await keep('52-schedule-daily');
    await sidebar.getByRole('button', { name: 'Save schedule' }).click();
    await sidebar
      .getByText(/^Daily between 07:00 AM and 08:00 AM: products, inventory and prices\./)
      .waitFor();

    await sidebar.getByRole('button', { name: 'Change schedule…' }).click();
    await sidebar.getByRole('button', { name: 'Another rhythm for some of it…' }).click();
    const second = sidebar.getByRole('group', { name: 'Another rhythm' });
    await second.getByLabel('How often').selectOption('Every hour');
    await second.getByLabel('On', { exact: true }).selectOption('Monday to Friday');
    await second.getByRole('checkbox', { name: 'Inventory' }).check();
    await sidebar.getByRole('checkbox', { name: 'Begin nothing at some hours of the day' }).check();
    await keep('56-schedule-of-two-rhythms');
    await sidebar.getByRole('button', { name: 'Save schedule' }).click();
    await sidebar.getByText(/^Daily between 07:00 AM and 08:00 AM: products and prices\./).waitFor();
    await sidebar.getByText('Every hour, Monday to Friday: inventory.').waitFor();
    await sidebar.getByText('No run from 10:00 PM to 06:00 AM.').waitFor();
    await keep('57-schedule-with-quiet-hours');
    await sidebar.getByRole('button', { name: 'End schedule' }).click();
    await sidebar.getByText('Nothing is synced by itself.').waitFor();
    expect(runtime.state.triggers).toEqual([]);
  });

  testInFull(
    'is told as it stands until the answer is there, and a refusal leaves what was chosen',
    async () => {
      const { sidebar, page, keep } = await openSynced();
      const often = sidebar.getByLabel('How often');
      await sidebar.getByRole('button', { name: 'Sync on a schedule…' }).click();
      await often.selectOption('Every 4 hours');
      let answer = await holdBack(page, 'saveSchedule');
      await sidebar.getByRole('button', { name: 'Save schedule' }).click();
      await sidebar.getByText('Waiting for Google…').waitFor();
      expect(await sidebar.getByText('Nothing is synced by itself.').count()).toBe(0);
      await sidebar.getByRole('button', { name: 'Cancel' }).click({ force: true });
      expect(await often.inputValue()).toBe('4');
      await keep('58-schedule-on-its-way');
      answer(REFUSAL);
      await sidebar.locator('.schedule-form').getByRole('alert').waitFor();
      expect(await sidebar.getByRole('alert').count()).toBe(1);
      expect(await often.inputValue()).toBe('4');
      await keep('58-schedule-refused');

      answer = await holdBack(page, 'saveSchedule');
      await sidebar.getByRole('button', { name: 'Save schedule' }).click();
      await sidebar.getByRole('alert').waitFor({ state: 'detached' });
      answer();
      await sidebar.getByText('Every 4 hours: inventory and prices.').waitFor();

      answer = await holdBack(page, 'saveSchedule');
      await sidebar.getByRole('button', { name: 'End schedule' }).click();
      await sidebar.getByText('Waiting for Google…').waitFor();
      await sidebar.getByText('Every 4 hours: inventory and prices.').waitFor();
      answer(REFUSAL);
      await sidebar.getByRole('alert').waitFor();
      await sidebar.getByText('Every 4 hours: inventory and prices.').waitFor();
      await keep('58-schedule-not-ended');
    },
  );

  testInFull(
    'of a colleague is seen without access, with a note for a sync, and taken over with it',
    async () => {
      const bench = await openWorkbench({}, ({ callFromSidebar, runtime, sitDown, store, wait }) => {
        callFromSidebar('saveConnection', [
          {
            method: 'permanent-token',
            shop: store.shop,
            accessToken: fakeAccessToken,
            connectedBy: 'Anna',
          },
        ]);
        const { id } = runtime.state.workbook.sheets.find(({ name }) => name === 'Prices')!;
        callFromSidebar('chooseTabs', [{ sheetIds: [id] }]);
        callFromSidebar('saveSchedule', [{ rhythm: { every: 'hours', hours: 4 }, groups: ['prices'] }]);
        wait(5 * HOUR_MS);
        sitDown('colleague@example.com');
      });
      const { sidebar, keep } = bench;
      await sidebar.getByText('Anna has this spreadsheet synced:').waitFor();
      await sidebar.getByText('Every 4 hours: prices.').waitFor();
      await sidebar.getByText(/^Next: about /).waitFor();
      await keep('53-schedule-of-colleague');

      await sidebar.getByRole('button', { name: 'Show what is not synced yet' }).click();
      await sidebar.getByText(/edited since the last sync\./).waitFor();
      await sidebar.getByLabel('Your name').fill('Bob');
      await sidebar.getByLabel('What for').fill('The new prices are in.');
      await sidebar.getByRole('button', { name: 'Leave a note' }).click();
      await sidebar.getByText('1 note waiting for Anna.').waitFor();
      await keep('53-edits-and-note-of-colleague');
      bench.bench.sitDown('owner@example.com');
      await bench.page.reload();
      await sidebar.getByText('A colleague asks for a sync').waitFor();
      await sidebar.getByText('The new prices are in.').waitFor();
      await keep('53-note-seen-by-the-owner');
      bench.bench.sitDown('colleague@example.com');
      await bench.page.reload();
      await sidebar.getByRole('button', { name: 'Connect with your own access…' }).click();
      await connectWithToken(bench);
      await sidebar.getByRole('button', { name: 'Take over…' }).click();
      await sidebar.getByText('Tell them: nobody else does.').waitFor();
      await keep('54-take-over');
      const answer = await holdBack(bench.page, 'takeOverSchedule');
      await sidebar.getByRole('button', { name: 'Take over', exact: true }).click();
      await sidebar.getByText('Waiting for Google…').waitFor();
      await sidebar.getByRole('button', { name: 'Leave it' }).click({ force: true });
      answer(REFUSAL);
      await sidebar.getByRole('alert').waitFor();
      await sidebar.getByText('Anna has this spreadsheet synced:').waitFor();
      await keep('54-take-over-refused');
      await sidebar.getByRole('button', { name: 'Take over', exact: true }).click();
      await sidebar.getByRole('button', { name: 'End schedule' }).waitFor();
      expect(await sidebar.getByText('has this spreadsheet synced').count()).toBe(0);
    },
  );

  testInFull('that Google stopped is said to be started again', async () => {
    const bench = await openSynced();
    const { sidebar, keep } = bench;
    await sidebar.getByRole('button', { name: 'Sync on a schedule…' }).click();
    await sidebar.getByRole('button', { name: 'Save schedule' }).click();
    await sidebar.getByText(/Next: within 2 hours/).waitFor();
    bench.bench.wait(2 * HOUR_MS);
    bench.bench.runtime.state.triggers[0]!.nextAtMs = null;
    bench.bench.wait(24 * HOUR_MS);
    await sidebar.getByRole('button', { name: 'Reload the list' }).click();
    await sidebar.getByText('Google had stopped it. It was started again just now.').waitFor();
    await keep('55-schedule-restarted');
  });
});
