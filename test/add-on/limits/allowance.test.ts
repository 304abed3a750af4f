import { CREDENTIALS } from '../../../local/cli/session';
import type { RunSummary } from '../../../src/answers/answers';
import { openWorkbench, type Workbench } from '../../support/workbench';

const SHEET = {
  Products: [
    'Handle,Title,Variant Price',
    ...Array.from({ length: 40 }, (_, index) => `item-${index},Item ${index},10.00`),
  ].join('\n'),
};

const userOf = ({ runtime }: Workbench) => Object.keys(runtime.state.quotas)[0] ?? '';

function dayUse(bench: Workbench): Record<string, number> {
  return JSON.parse(bench.runtime.state.userProperties[userOf(bench)]?.['day-use'] ?? '{}');
}

describe("Google's allowance for a day", () => {
  test('is counted as Google counts it', () => {
    const bench = openWorkbench();
    bench.sync(SHEET);
    const google = bench.runtime.state.quotas[userOf(bench)];
    const { urlFetchCalls = 0, propertyCalls = 0 } = dayUse(bench);
    expect(urlFetchCalls).toBeGreaterThanOrEqual(40);
    // Opening the sidebar, connecting and previewing are left to what is kept back.
    expect((google?.urlFetchCalls ?? 0) - urlFetchCalls).toBeLessThan(20);
    expect((google?.propertiesReadWrites ?? 0) - propertyCalls).toBeLessThan(60);
  });

  test('pauses a run before it is gone, and the next day the run goes on', () => {
    const bench = openWorkbench();
    bench.sync({ Products: SHEET.Products.split('\n').slice(0, 2).join('\n') });
    const properties = bench.runtime.state.userProperties[userOf(bench)] ?? {};
    properties['day-use'] = JSON.stringify({ ...dayUse(bench), urlFetchCalls: 18_990 });
    const report = bench.sync(SHEET);
    expect(report).toMatchObject({
      outcome: 'paused',
      problem: {
        kind: 'quota',
        message: 'Google allows this account 20,000 requests a day, and they are nearly used up.',
      },
    });
    const sent = bench.store.dump().products.length;
    expect(sent).toBeGreaterThan(1);
    expect(sent).toBeLessThan(40);
    bench.clock.advance(24 * 3_600_000);
    expect(bench.call<RunSummary>('continueSync')).toMatchObject({ value: { outcome: 'finished' } });
    expect(bench.store.dump().products).toHaveLength(40);
  });

  test('is answered in words where Google refuses first', () => {
    const bench = openWorkbench();
    bench.sync(SHEET);
    const google = bench.runtime.state.quotas[userOf(bench)];
    if (google) google.propertiesReadWrites = 50_000;
    expect(bench.call('startSync')).toEqual({
      ok: false,
      problem: {
        kind: 'quota',
        message: 'Your Google account has done as much as Google allows for now.',
        nextStep:
          'Wait a while, at most until tomorrow, and choose Sync now again. It goes on where it stopped.',
      },
    });
  });
});

describe('what one property of 9 KB holds', () => {
  test('is enough for the history of a person with a long name', () => {
    const bench = openWorkbench();
    const priced = (price: number) => ({ Products: `Handle,Title,Variant Price\nhat,Hat,${price}.00` });
    bench.sync(priced(20));
    const connectedBy = 'Ä'.repeat(300);
    bench.call('saveConnection', {
      method: 'permanent-token',
      ...CREDENTIALS,
      shop: bench.store.shop,
      connectedBy,
    });
    for (let run = 0; run < 22; run += 1) {
      bench.paste(priced(21 + (run % 2)));
      expect(bench.call('startSync')).toMatchObject({ ok: true, value: { outcome: 'finished' } });
    }
    expect(bench.call('listRuns')).toMatchObject({ ok: true, value: { length: 20 } });
  });
});
