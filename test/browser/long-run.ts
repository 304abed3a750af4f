import { testInFull } from '../support/sampled';
import { connectWithToken, openWorkbench } from './open-workbench';
import { slowDown } from './slow-down';
import { previewed } from './synced';

describe('a run that takes long', () => {
  test('shows how far it is, and ends where a person stops it', async () => {
    const bench = await openWorkbench();
    const { sidebar, page, keep } = bench;
    await connectWithToken(bench);
    await previewed(bench);
    const slow = await slowDown(page);
    await sidebar.getByRole('button', { name: 'Send changes' }).click();
    await sidebar.getByText('Comparing the sheet with Shopify…').waitFor();
    await keep('63-comparing');
    slow.progress = { sent: 3, total: 14 };
    await sidebar.getByText('Sending: 21 %').waitFor();
    expect(await sidebar.getByRole('progressbar').getAttribute('value')).toBe('3');
    await keep('64-sending');

    // The bench has one thread: what the person does now happens while a slow Shopify is at the second change.
    const { runtime, callFromSidebar } = bench.bench;
    let changes = 0;
    bench.bench.interfere = ({ body }) => {
      if (!String(body).includes('mutation')) return undefined;
      runtime.clock.advance(1_500);
      changes += 1;
      if (changes === 2) callFromSidebar('cancelSync', []);
      return undefined;
    };
    await sidebar.getByRole('button', { name: 'Stop' }).click();
    await sidebar.getByRole('button', { name: 'Stopping…' }).waitFor();
    await keep('65-stopping');
    slow.go();
    await sidebar.getByRole('heading', { name: /^Stopped/ }).waitFor();
    await sidebar.getByText('What was sent until then stays.').waitFor();
    expect(await sidebar.getByRole('alert').count()).toBe(0);
    await keep('66-stopped');
    const sent = changes;
    bench.bench.interfere = ({ body }) => {
      if (String(body).includes('mutation')) changes += 1;
      return undefined;
    };
    await sidebar.getByRole('button', { name: 'Sync now' }).click();
    await sidebar.getByRole('heading', { name: /^Synced/ }).waitFor();
    expect(changes).toBeGreaterThan(sent);
  });

  testInFull('that lost Shopify on its way is paused, and goes on', async () => {
    const bench = await openWorkbench();
    const { sidebar, keep } = bench;
    await connectWithToken(bench);
    await previewed(bench);
    let changes = 0;
    bench.bench.interfere = ({ body }) => {
      if (String(body).includes('mutation')) changes += 1;
      return changes > 3 ? { failure: 'unknown-host', tookMs: 10 } : undefined;
    };
    await sidebar.getByRole('button', { name: 'Send changes' }).click();
    await sidebar.getByRole('heading', { name: /^Paused/ }).waitFor();
    await sidebar.getByRole('alert').getByText('Shopify could not be reached').waitFor();
    await keep('67-paused');
    bench.bench.interfere = () => undefined;
    await sidebar.getByRole('button', { name: 'Go on' }).click();
    await sidebar.getByRole('heading', { name: /^Synced/ }).waitFor();
    expect(await sidebar.getByRole('alert').count()).toBe(0);
  });
});
