import fc from 'fast-check';
import { csvOf } from '../../support/csv';
import { sampled } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { anyJson } from './any-json';

const synced = openWorkbench();
const SHEET = csvOf([
  ['Handle', 'Title', 'SKU', 'Price', 'Inventory tracker', 'Inventory quantity'],
  ['hat', 'Hat', 'H-1', '5.00', 'shopify', '3'],
]);
synced.sync({ Products: SHEET });
synced.call('saveSchedule', { rhythm: { every: 'day', hour: 3 }, groups: ['products'] });
synced.call('saveSettings', { keepStock: true });
synced.call('filterProblems', { onlyProblems: true });
synced.call('getOverview');
const saved = synced.save();

type Store = 'documentProperties' | 'userProperties' | 'documentCache' | 'scriptCache';

function storedIn({ runtime: { state } }: Workbench, store: Store): Record<string, unknown> {
  return store === 'userProperties'
    ? (Object.values(state.userProperties)[0] as Record<string, unknown>)
    : (state[store] as Record<string, unknown>);
}

function put(bench: Workbench, store: Store, key: string, text: string): void {
  const values = storedIn(bench, store);
  values[key] = /Cache/.test(store) ? { ...(values[key] as object), value: text } : text;
}

const MORE_KEYS = [
  'cancelled-run',
  'unknown-base',
  'look-up',
  'bulk-unreadable',
  'keep-stock-next',
  'state-revision',
];
const KEYS = (['documentProperties', 'userProperties', 'documentCache', 'scriptCache'] as const).flatMap(
  (store) =>
    [
      ...new Set([
        ...Object.keys(storedIn(synced, store)),
        ...(store === 'documentProperties' ? MORE_KEYS : []),
      ]),
    ].map((key): [Store, string] => [store, key]),
);

/** Parts of what really stands there, with something else in their place. */
const anyText = (known: string | undefined) => {
  const value: unknown = known?.startsWith('{') || known?.startsWith('[') ? JSON.parse(known) : undefined;
  const text = fc.oneof(
    anyJson.map((json) => JSON.stringify(json)),
    fc.string(),
    fc.constant('{"a":'),
  );
  if (typeof value !== 'object' || value === null) return text;
  const bent = fc
    .tuple(fc.constantFrom(...Object.keys(value), '__proto__'), anyJson)
    .map(([name, json]) => JSON.stringify({ ...value, [name]: json }));
  return fc.oneof(text, bent);
};

describe('whatever stands in a stored value', () => {
  test.each(KEYS)(
    'in %s, under %s: the overview, a preview, a run and the clock come to an answer',
    (store, key) => {
      const held = storedIn(synced, store)[key];
      const known = typeof held === 'string' ? held : (held as { value?: string } | undefined)?.value;
      fc.assert(
        fc.property(anyText(known), (text) => {
          const bench = openWorkbench({ saved });
          put(bench, store, key, text);
          const before = bench.store.dump();
          for (const name of [
            'getOverview',
            'listRuns',
            'previewSync',
            'startSync',
            'continueSync',
            'getProgress',
          ]) {
            const answered = bench.call(name);
            if (!answered.ok && answered.problem.kind === 'unexpected')
              throw new Error(`${name}: ${JSON.stringify(answered)}`);
          }
          const { outcome } = bench.runtime.run('onScheduledSync', [{ triggerUid: '1' }], {
            kind: 'trigger',
          });
          expect(outcome).toBe('returned');
          expect(bench.store.dump()).toEqual(before);
        }),
        { numRuns: sampled(2, 100), seed: 11 },
      );
    },
  );
});
