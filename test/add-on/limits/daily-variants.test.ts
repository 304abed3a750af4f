import type { WireAnswer, WireRequest } from '../../../local/store/wire';
import { csvOf } from '../../support/csv';
import { mutationsIn, openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const HEADER = ['Handle', 'Title', 'SKU', 'Price'];
const rows = (count: number, price: string) =>
  Array.from({ length: count }, (_, n) => [`item-${n}`, `Item ${n}`, `S-${n}`, price]);
const sheet = (count: number, price = '5.00') => ({ Products: csvOf([HEADER, ...rows(count, price)]) });
const DAY_MS = 24 * 60 * 60 * 1000;

/** As many requests as needed to see that not each product was tried. */
const COUNT = 60;
const LIMIT = 20;

function withSmallBucket(_: WireRequest, answer: WireAnswer): WireAnswer {
  if ('failure' in answer) return answer;
  const level = '"throttleStatus":{"maximumAvailable":300,"currentlyAvailable":300,"restoreRate":5}';
  return { ...answer, body: answer.body.replace(/"throttleStatus":\{[^}]*\}/, level) };
}

const handles = ({ store }: Workbench) => store.dump().products.length;

describe('a store that takes no more new variants today', () => {
  test.each([
    ['one by one', undefined],
    ['in bulk', withSmallBucket],
  ])(
    'ends the creations with a sentence that says when to go on, sends the rest, and goes on the next day: %s',
    (_, answering) => {
      const bench = openWorkbench({
        store: { dailyVariants: { perDay: LIMIT, above: 0 } },
        ...(answering && { answering }),
      });
      const first = bench.sync(sheet(5), '--hold');
      bench.clock.advance(1000);
      const second = bench.sync(
        { Products: csvOf([HEADER, ...rows(5, '6.00'), ...rows(COUNT, '5.00').slice(5)]) },
        '--hold',
      );
      expect(handles(bench)).toBeLessThanOrEqual(LIMIT);
      expect(second).toMatchObject({ outcome: 'paused', problem: { kind: 'quota' } });
      expect(JSON.stringify(second.problem)).toMatch(/today’s are used up.*Sync again in 24 hours/);
      expect(saidOf(second)['Products:2']).toBe('updated Price 5.00 → 6.00.');
      // No more than the wave in which it was met.
      if (!answering) expect(mutationsIn(second, first).productSet).toBeLessThanOrEqual(LIMIT - 5 + 10);
      for (let day = 0; handles(bench) < COUNT && day < 5; day += 1) {
        bench.clock.advance(DAY_MS + 60_000);
        bench.sync(sheet(COUNT), '--hold');
      }
      expect(handles(bench)).toBe(COUNT);
    },
  );
});
