import fc from 'fast-check';
import {
  availableAt,
  type Bucket,
  type BucketReport,
  learn,
  unknownBucket,
  waitMs,
} from '../../../../src/shopify/client/bucket';

const told = (available: number, more: Partial<BucketReport> = {}): BucketReport => ({
  available,
  maximum: 2000,
  restorePerSecond: 100,
  charged: 10,
  refunded: 0,
  ...more,
});
const bucket = (available: number, atMs = 0): Bucket => ({ ...unknownBucket(atMs), available });
const answered = (leftMs: number, ...answers: readonly BucketReport[]) => ({
  leftMs,
  tookMs: 0,
  cost: 10 * answers.length,
  reports: answers,
});

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
    const steps = fc.array(
      fc.record({ restMs: duration, cost: fc.integer({ min: 1, max: 1000 }), isAnswered: fc.boolean() }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(points, steps, (start, sent) => {
        let nowMs = 0;
        let ours = bucket(start);
        let shopifys = start;
        for (const { restMs, cost, isAnswered } of sent) {
          const pauseMs = restMs + waitMs(ours, cost, nowMs + restMs);
          nowMs += pauseMs;
          shopifys = Math.min(2000, shopifys + pauseMs / 10);
          expect(shopifys).toBeGreaterThanOrEqual(cost);
          shopifys -= cost;
          const answers = isAnswered ? [told(Math.floor(shopifys), { charged: cost })] : [];
          ours = learn(ours, { leftMs: nowMs, tookMs: 0, cost, reports: answers });
          expect(availableAt(ours, nowMs)).toBeLessThanOrEqual(shopifys + 1e-6);
        }
      }),
    );
  });

  test('is what the lowest of several answers says', () => {
    const learnt = learn(bucket(730), answered(0, told(720), told(700), told(710)));
    expect(availableAt(learnt, 0)).toBe(700);
  });

  test('counts what the other requests of a wave give back', () => {
    const gives = { charged: 30, refunded: 20 };
    const learnt = learn(bucket(1000), answered(0, told(990, gives), told(960, gives)));
    expect(availableAt(learnt, 0)).toBe(980);
  });

  test('counts nothing twice where Shopify’s level already holds what was given back', () => {
    const gives = { charged: 30, refunded: 20 };
    const learnt = learn(bucket(1000), answered(0, told(990, gives), told(980, gives)));
    expect(availableAt(learnt, 0)).toBe(980);
  });

  test('takes a wave for charged where no answer says anything', () => {
    expect(availableAt(learn(bucket(50), { ...answered(0), cost: 30 }), 0)).toBe(20);
  });

  test('keeps back what others take while a wave is on its way', () => {
    let ours = bucket(1000);
    let shopifys = 1000;
    for (let second = 1; second <= 60; second += 1) {
      shopifys += 100 - 30 - 80;
      ours = learn(ours, { ...answered(second * 1000, told(shopifys, { charged: 80 })), tookMs: 500 });
    }
    expect(ours.drainPerSecond).toBeGreaterThan(29);
    expect(ours.drainPerSecond).toBeLessThan(31);
    expect(availableAt(ours, 60_500)).toBeLessThan(shopifys - 500 * 0.03);
  });

  test('keeps a burst of others in mind for a while', () => {
    const burst = learn(bucket(1000), answered(1000, told(1100 - 10 - 150)));
    expect(availableAt(burst, 1000)).toBe(940 - 150);
    let later = burst;
    for (let second = 2; second <= 200; second += 1) later = learn(later, answered(second * 1000, told(940)));
    expect(availableAt(later, 200_000)).toBeGreaterThan(935);
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

  test('has no end where none come back', () => {
    expect(waitMs({ ...bucket(0), restorePerSecond: 0 }, 1, 0)).toBe(Number.POSITIVE_INFINITY);
  });

  test('ends even where others take all that comes back', () => {
    expect(waitMs({ ...bucket(0), drainPerSecond: 500 }, 10, 0)).toBe(520);
  });
});
