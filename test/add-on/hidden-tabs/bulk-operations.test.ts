import { csvOf } from '../../support/csv';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';
import { moveVariant } from '../refresh/moving';
import { call, checkIds, hiddenTabs, play, rowsOf, runOn, storeOf, syncOn } from './damaging';

const COUNT = 120;
const HALF = 60;
const numbers = Array.from({ length: COUNT }, (_, number) => number);
const sheet = (cents: number, count = COUNT) =>
  csvOf([
    ['Handle', 'Title', 'SKU', 'Price'],
    ...numbers
      .slice(0, count)
      .map((number) => [
        `item-${number}`,
        `Item ${number}`,
        `SKU-${number}`,
        ((cents + number) / 100).toFixed(2),
      ]),
  ]);

/** A bucket so small that a bulk operation is sooner, which takes longer than an execution. */
const slow: BenchOptions = {
  store: { bulk: { mutationRowsPerSecond: 0.1 } },
  answering(_, answer) {
    if ('failure' in answer) return answer;
    const level = '"throttleStatus":{"maximumAvailable":300,"currentlyAvailable":300,"restoreRate":5}';
    return { ...answer, body: answer.body.replace(/"throttleStatus":\{[^}]*\}/, level) };
  },
};

/** Half of the products are synced; an operation creates the others, and one that changes prices is to follow. */
function paused(): { readonly bench: Workbench; readonly older: ReturnType<typeof hiddenTabs> } {
  const bench = openWorkbench(slow);
  bench.sync({ Products: sheet(1_000, HALF) });
  const older = hiddenTabs(bench);
  bench.paste({ Products: sheet(1_100) });
  expect(call(bench, 'startSync')).toMatchObject({ outcome: 'paused' });
  expect(rowsOf(bench, 'pending').length).toBeGreaterThan(3);
  return { bench, older };
}

test('whatever somebody does to a hidden tab while an operation is under way, each row gets its own item', () => {
  const { bench, older } = paused();
  const wrong = play({
    bench,
    older,
    options: slow,
    count: 6,
    goOn(damaged) {
      syncOn(damaged, () => checkIds(damaged), 'continueSync');
      const { products } = damaged.store.dump();
      expect(products).toHaveLength(COUNT);
      // Where the memory is lost, a price that was not sent yet waits for a choice.
      const strange = products.filter(({ handle, variants: [only] }) => {
        const number = Number(handle.slice('item-'.length));
        const cents = Math.round(Number(only?.price) * 100) - number;
        return cents !== 1_100 && !(cents === 1_000 && number < HALF);
      });
      expect(strange).toEqual([]);
    },
  });
  expect(wrong).toEqual([]);
});

test('an operation whose answers are recorded is not recorded again where its tab is put back later', () => {
  const { bench } = paused();
  const { pending } = hiddenTabs(bench);
  runOn(bench, call(bench, 'continueSync'));
  bench.sync({ Products: sheet(1_200) });
  bench.clock.advance(86_400_000);
  // In Shopify: back to what the operation had sent.
  moveVariant(bench, 'item-100', 0, { price: '12.00' });
  const wanted = storeOf(bench);
  const wrong = play({
    bench,
    older: { ...hiddenTabs(bench), pending },
    count: 0,
    goOn(damaged) {
      syncOn(damaged, () => {
        expect(storeOf(damaged)).toEqual(wanted);
        checkIds(damaged);
      });
    },
  });
  expect(wrong).toEqual([]);
});
