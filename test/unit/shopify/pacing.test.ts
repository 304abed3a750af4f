import fc from 'fast-check';
import { createVirtualClock } from '../../../local/apps-script/runtime/clock';
import { plans } from '../../../local/store/http/throttle/plans';
import { createRandom } from '../../../local/store/random';
import { succeed } from '../../../src/ports/problem';
import { createAdminClient } from '../../../src/shopify/client/admin-client';
import { sampled } from '../../support/sampled';
import { modelledShopify, type RealCost } from './modelled-shopify';
import { openPacedStore, sendAll, tenPoints } from './paced-store';

const thousand = Array.from({ length: 1000 }, (_, index) => tenPoints(index));
const FLOOR_SECONDS = 80;

describe('1,000 requests of 10 points on a standard plan, from a full bucket', () => {
  test.each([10, 50])(
    'take no more than 2 %% over the 80 s that it allows, in waves of at most %d',
    (kMax) => {
      const store = openPacedStore();
      const seconds = sendAll(store, store.client({ kMax }), thousand);
      expect(store.counts).toMatchObject({ requests: 1000, throttled: 0 });
      expect(seconds).toBeGreaterThan(FLOOR_SECONDS - 1);
      expect(seconds).toBeLessThan(FLOOR_SECONDS * 1.02);
    },
  );

  test('take no more than 5 % over their floor while another client takes 30 points a second', () => {
    const otherClients = { kind: 'steady', pointsPerSecond: 30 } as const;
    const store = openPacedStore({ otherClients });
    const seconds = sendAll(store, store.client(), thousand);
    expect(store.counts.throttled).toBeLessThan(10);
    expect(seconds).toBeLessThan(114.3 * 1.05);
  });

  test('are hardly refused while another client takes 90 points at a time', () => {
    const otherClients = { kind: 'bursts', points: 90, everyMs: 3000, seed: 3 } as const;
    const store = openPacedStore({ otherClients });
    sendAll(store, store.client(), thousand);
    expect(store.counts.throttled).toBeLessThan(10);
  });
});

describe('any requests, at any pace of Shopify’s', () => {
  const situation = fc.record({
    plan: fc.constantFrom(...Object.values(plans)),
    seed: fc.integer(),
    dearest: fc.integer({ min: 2, max: 300 }),
    /** Of what is charged at first, what is given back. */
    refunded: fc.double({ min: 0, max: 0.8, noNaN: true }),
    latencyMs: fc.integer({ min: 50, max: 900 }),
    othersTake: fc.constantFrom(0, 0.1, 0.3, 0.6),
  });
  const pace = ({ plan, seed, dearest, refunded, latencyMs, othersTake }: Situation) => {
    const chance = createRandom(seed);
    const clock = createVirtualClock(Date.UTC(2026, 10, 22));
    const others = { kind: 'steady', pointsPerSecond: plan.restoreRate * othersTake } as const;
    const { http, counts } = modelledShopify(
      clock,
      () => ({ limit: plan, others }),
      () => Math.round(latencyMs * (0.5 + chance())),
    );
    // As many as make the bucket and not the way there the bottleneck.
    const kMax = Math.ceil((6 * plan.restoreRate * latencyMs) / 1000 / (dearest / 2)) + 1;
    const client = createAdminClient({
      shop: 'hats.myshopify.com',
      auth: { accessToken: () => succeed('fake-token'), replaceToken: () => succeed('fake-token') },
      http,
      clock: { now: clock.now, sleep: clock.advance },
      kMax,
    });
    const costs = Array.from({ length: 400 }, (): RealCost => {
      const requested = 1 + Math.floor(chance() * dearest);
      return { requested, actual: Math.ceil(requested * (1 - refunded)) };
    });
    const requests = costs.map((cost) => ({
      document: 'query Modelled { shop { name } }',
      variables: { ...cost },
      cost: cost.requested,
      repeatable: true,
    }));
    const seconds = sendAll({ clock }, client, requests);
    const spent = costs.reduce((sum, { actual }) => sum + actual, 0);
    const perSecond = plan.restoreRate * (1 - othersTake);
    const floor = Math.max(0, (spent - plan.maximumAvailable) / perSecond);
    return { seconds, floor, throttled: counts.throttled, perSecond, waves: Math.ceil(400 / kMax) };
  };
  type Situation = typeof situation extends fc.Arbitrary<infer Value> ? Value : never;

  test('are never refused where nobody else spends, and hardly where somebody does', () => {
    fc.assert(
      fc.property(situation, (each) => {
        expect(pace(each).throttled).toBeLessThanOrEqual(each.othersTake === 0 ? 0 : 8);
      }),
      { numRuns: sampled(20, 600) },
    );
  });

  test('are not kept back much longer than Shopify’s pace asks', () => {
    fc.assert(
      fc.property(situation, (each) => {
        const { seconds, floor, perSecond, waves } = pace(each);
        const last = (2 * each.dearest) / perSecond + ((waves + 4) * 1.5 * each.latencyMs) / 1000;
        expect(seconds).toBeLessThan(floor * 1.05 + last);
      }),
      { numRuns: sampled(20, 600) },
    );
  });
});
