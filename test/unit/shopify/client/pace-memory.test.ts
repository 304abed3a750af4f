import { unknownBucket } from '../../../../src/shopify/client/bucket';
import { loadBucket, saveBucket } from '../../../../src/shopify/client/pace-memory';
import { openPacedStore, sendAll, tenPoints } from '../paced-store';

function memory() {
  const kept = new Map<string, string>();
  const calls = { loads: 0, saves: 0 };
  const cache = {
    load: (key: string) => {
      calls.loads += 1;
      return kept.get(key);
    },
    save: (key: string, value: string) => {
      calls.saves += 1;
      kept.set(key, value);
    },
  };
  return { memory: { cache, key: 'pace:hats' }, kept, calls };
}

const requests = Array.from({ length: 300 }, (_, index) => tenPoints(index));

describe('what executions tell each other of the bucket', () => {
  test('spares the second one a refusal', () => {
    const store = openPacedStore();
    const { memory: shared } = memory();
    for (let execution = 1; execution <= 3; execution += 1) {
      sendAll(store, store.client({ kMax: 50, memory: shared }), requests);
    }
    expect(store.counts.throttled).toBe(0);
    expect(store.counts.requests).toBe(900);
  });

  test('is read when the first request is due, and saved about once a second', () => {
    const store = openPacedStore();
    const { memory: shared, calls } = memory();
    const client = store.client({ memory: shared });
    expect(calls).toEqual({ loads: 0, saves: 0 });
    const seconds = sendAll(store, client, requests);
    expect(calls.loads).toBe(1);
    expect(calls.saves).toBeGreaterThan(1);
    expect(calls.saves).toBeLessThan(seconds + 2);
  });

  test.each(['', 'no JSON', 'null', '7', '{}', '{"available":-5}', '{"available":"many"}'])(
    'counts for nothing where it is damaged: %s',
    (text) => {
      const { memory: shared, kept } = memory();
      kept.set('pace:hats', text);
      expect(loadBucket(shared, 0)).toBeUndefined();
    },
  );

  test('is not taken from the future, where the clock went back', () => {
    const { memory: shared } = memory();
    saveBucket(shared, unknownBucket(9_000_000));
    expect(loadBucket(shared, 5_000)?.atMs).toBe(5_000);
  });
});
