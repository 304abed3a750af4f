import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { openWorkbench } from '../../support/workbench';

const sheet = (price: string) => ({
  Products: csvOf([
    ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'],
    ['hat', 'Hat', 'H-1', price, 'shopify', '3'],
  ]),
});

describe('once Shopify has retired the version of its API that the add-on speaks', () => {
  const synced = openWorkbench();
  synced.sync(sheet('5.00'));
  const open = () => openWorkbench({ saved: synced.save(), store: { oldestApiVersion: '2027-01' } });

  test('nothing is sent, and the person is told to install the newest release', () => {
    const bench = open();
    bench.paste(sheet('6.00'));
    const before = bench.store.dump();
    const told = {
      kind: 'outdated',
      message: 'This copy of the add-on speaks version 2026-10 of Shopify’s API, which Shopify has retired.',
      nextStep: 'Install the newest release over it, then sync again. Nothing is sent until then.',
    };
    const answer = bench.call<RunSummary>('startSync', {});
    expect(answer.ok ? answer.value.problem : answer.problem).toEqual(told);
    expect(bench.store.dump()).toEqual(before);
    expect(bench.wire.some((text) => text.startsWith('{"query":"mutation'))).toBe(false);
    const previewed = bench.call<RunSummary>('previewSync');
    expect(previewed.ok ? previewed.value.problem : previewed.problem).toEqual(told);
  });
});
