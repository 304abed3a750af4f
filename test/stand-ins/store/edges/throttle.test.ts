import fc from 'fast-check';
import {
  type Bucket,
  bucketAt,
  charge,
  type Flow,
  fullBucket,
  refundAt,
} from '../../../../local/store/http/throttle/bucket';
import { burstsBetween, type OtherClients } from '../../../../local/store/http/throttle/other-clients';
import { plans } from '../../../../local/store/http/throttle/plans';
import { throttleStatus } from '../../../../local/store/http/throttle/throttle-status';

const nobody: OtherClients = { kind: 'none' };
const standard: Flow = { limit: plans.standard, others: nobody };
const left = (bucket: Bucket) => throttleStatus(bucket, plans.standard).currentlyAvailable;
const paid = (bucket: Bucket, points: number): Bucket => {
  const charged = charge(bucket, points);
  if (!charged) throw new Error(`${points} points are not there.`);
  return charged;
};

describe('the bucket', () => {
  test.each([
    ['standard', 2000, 100],
    ['advanced', 4000, 200],
    ['plus', 20_000, 1000],
    ['enterprise', 40_000, 2000],
  ] as const)('of the %s plan holds %d points and restores %d a second', (plan, holds, perSecond) => {
    const flow = { limit: plans[plan], others: nobody };
    const empty = paid(fullBucket(flow.limit, 0), holds);
    expect(bucketAt(empty, flow, 1000).available).toBe(perSecond);
    expect(bucketAt(empty, flow, 60_000).available).toBe(holds);
  });

  test('refuses what it cannot pay and stays as it was', () => {
    const bucket = paid(fullBucket(plans.standard, 0), 1995);
    expect(charge(bucket, 6)).toBeUndefined();
    expect(charge(bucket, 5)?.available).toBe(0);
  });

  test('shows a refund to its own answer at once and to others when the request ends', () => {
    const charged = paid(fullBucket(plans.standard, 0), 20);
    expect(throttleStatus(charged, plans.standard, 6).currentlyAvailable).toBe(1986);
    const waiting = refundAt(charged, 6, 120);
    expect(left(bucketAt(waiting, standard, 0))).toBe(1980);
    expect(left(bucketAt(waiting, standard, 120))).toBe(1980 + 12 + 6);
  });

  test('drains as fast as other clients spend, down to nothing', () => {
    const flow: Flow = { limit: plans.standard, others: { kind: 'steady', pointsPerSecond: 150 } };
    expect(bucketAt(fullBucket(plans.standard, 0), flow, 10_000).available).toBe(1500);
    expect(bucketAt(fullBucket(plans.standard, 0), flow, 60_000).available).toBe(0);
  });

  test('loses a burst where it falls', () => {
    const others: OtherClients = { kind: 'bursts', points: 400, everyMs: 5000, seed: 7 };
    const [burst] = burstsBetween(others, 0, 5000);
    if (!burst) throw new Error('Every period has a burst.');
    const flow: Flow = { limit: plans.standard, others };
    expect(bucketAt(fullBucket(plans.standard, 0), flow, burst.atMs).available).toBeCloseTo(
      2000 - burst.points,
    );
  });

  test('does not care how often it is looked at', () => {
    const flows = fc.constantFrom<OtherClients>(
      nobody,
      { kind: 'steady', pointsPerSecond: 130 },
      { kind: 'bursts', points: 300, everyMs: 2000, seed: 3 },
    );
    const looks = fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(flows, looks, (others, moments) => {
        const flow = { limit: plans.standard, others };
        const start = refundAt(paid(fullBucket(plans.standard, 0), 1900), 40, 700);
        const often = [...moments]
          .sort((a, b) => a - b)
          .reduce((bucket, at) => bucketAt(bucket, flow, at), start);
        expect(bucketAt(often, flow, 30_000).available).toBeCloseTo(
          bucketAt(start, flow, 30_000).available,
          6,
        );
      }),
    );
  });

  test('never holds less than nothing or more than its maximum', () => {
    const steps = fc.array(fc.record({ afterMs: fc.nat(3000), points: fc.nat(1000), refund: fc.nat(500) }));
    fc.assert(
      fc.property(steps, (requests) => {
        let bucket = fullBucket(plans.standard, 0);
        for (const { afterMs, points, refund } of requests) {
          bucket = bucketAt(bucket, standard, bucket.asOfMs + afterMs);
          const charged = charge(bucket, points);
          if (charged) bucket = refundAt(charged, Math.min(refund, points), bucket.asOfMs + 100);
          expect(bucket.available).toBeGreaterThanOrEqual(0);
          expect(bucket.available).toBeLessThanOrEqual(2000);
        }
      }),
    );
  });
});
