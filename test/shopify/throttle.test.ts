import fc from 'fast-check';
import { availableAt, type Bucket, learn, spend, unknownBucket, waitMs } from '../../src/shopify/throttle';

const report = (currentlyAvailable: number, maximumAvailable = 2000, restoreRate = 100) => ({
  requestedQueryCost: 10,
  actualQueryCost: 10,
  throttleStatus: { currentlyAvailable, maximumAvailable, restoreRate },
});
const bucket = (available: number): Bucket => learn(unknownBucket(0), [report(available)], 0);

const points = fc.integer({ min: 0, max: 2000 });
const duration = fc.integer({ min: 0, max: 600_000 });

describe('the estimate of the bucket', () => {
  test('never holds more than the bucket, however long it rests', () => {
    fc.assert(
      fc.property(points, duration, (available, restMs) => {
        expect(availableAt(bucket(available), restMs)).toBeLessThanOrEqual(2000);
        expect(availableAt(bucket(available), restMs)).toBeGreaterThanOrEqual(available);
      }),
    );
  });

  test('never runs ahead of Shopify’s own bucket, whatever is sent and when', () => {
    const steps = fc.array(fc.record({ restMs: duration, cost: fc.integer({ min: 1, max: 1000 }) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(points, steps, (start, sent) => {
        let nowMs = 0;
        let ours = bucket(start);
        let shopifys = start;
        for (const { restMs, cost } of sent) {
          const pauseMs = restMs + waitMs(ours, cost, nowMs + restMs);
          nowMs += pauseMs;
          shopifys = Math.min(2000, shopifys + pauseMs / 10);
          expect(shopifys).toBeGreaterThanOrEqual(cost);
          ours = spend(ours, cost, nowMs);
          shopifys -= cost;
          expect(availableAt(ours, nowMs)).toBeLessThanOrEqual(shopifys + 1e-6);
        }
      }),
    );
  });

  test('is what the lowest of several answers says', () => {
    const learnt = learn(unknownBucket(0), [report(900), report(700), report(800)], 1000);
    expect(availableAt(learnt, 1000)).toBe(700);
  });

  test('stays where no answer says anything', () => {
    expect(learn(bucket(50), [], 1000)).toEqual(bucket(50));
  });
});

describe('the wait for points', () => {
  test('is none where they are there', () => {
    expect(waitMs(bucket(100), 100, 0)).toBe(0);
  });

  test('is as long as the missing ones take, and a breath', () => {
    expect(waitMs(bucket(100), 150, 0)).toBe(520);
  });

  test('ends even for more points than the bucket ever holds', () => {
    expect(waitMs(bucket(0), 100_000, 0)).toBe(20_020);
  });
});
