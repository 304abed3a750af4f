import { KilledError, type ServiceCall } from '../../../local/apps-script/runtime';
import { createRandom } from '../../../local/store/random';
import { csvOf } from '../../support/csv';
import { rowsOf } from '../../support/running';
import { sampled } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';

const START = 20;
const HANDLES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** More than all orders together, so that no level comes to what the sheet says by chance. */
const DELIVERY = 1_000;

/** The first of them are killed somewhere; the others are enough to come to an end among all that goes wrong. */
const EXECUTIONS = 9;
const KILLED_EXECUTIONS = 3;

const productsCsv = (quantityOf: (handle: string) => number | '') =>
  csvOf([
    ['Handle', 'Title', 'SKU', 'Inventory tracker', 'Inventory quantity'],
    ...HANDLES.map((handle) => [handle, handle, `SKU-${handle}`, 'shopify', String(quantityOf(handle))]),
  ]);

const stocked = openWorkbench();
stocked.sync({ Products: productsCsv(() => START) });
const saved = stocked.save();

/** What the sheet asks of each product: another quantity, or something to add. */
interface Asked {
  readonly kind: 'set' | 'adjust';
  readonly delta: number;
}

interface Played {
  readonly bench: Workbench;
  readonly asked: Readonly<Record<string, Asked>>;
  readonly deliveredTo: (handle: string) => number;
}

/**
 * One merchant's edits, synced until they are through, while orders and deliveries come in between any two requests,
 * answers are lost and executions are killed. The same seed plays the same again.
 */
function play(seed: number, onConflict: 'add' | 'ask'): Played {
  const random = createRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const asked = Object.fromEntries(
    HANDLES.map((handle): [string, Asked] => [
      handle,
      { kind: random() < 0.5 ? 'set' : 'adjust', delta: 1 + below(9) },
    ]),
  );
  const delivered = new Map<string, number>();
  let strikeAt = Number.POSITIVE_INFINITY;
  let passed = 0;
  const bench = openWorkbench({
    saved,
    store: {
      seed,
      otherPeople: { percent: 40, kinds: ['order'], seed },
      faults: '8%: timeout-after; 4%: timeout-before; 4%: 429',
    },
    gate: ({ service }: ServiceCall) => {
      passed += 1;
      if (passed === strikeAt) throw new KilledError('Killed by the test');
      if (service === 'UrlFetchApp' && random() < 0.1) deliver(bench, below(HANDLES.length), delivered);
    },
  });
  const sheetIds = bench.paste({
    Products: productsCsv((handle) => (asked[handle]?.kind === 'set' ? START + asked[handle].delta : '')),
    Adjust: csvOf([
      ['SKU', 'Variant Inventory Adjust'],
      ...HANDLES.filter((handle) => asked[handle]?.kind === 'adjust').map((handle) => [
        `SKU-${handle}`,
        String(asked[handle]?.delta),
      ]),
    ]),
  });
  bench.call('chooseTabs', { sheetIds });
  bench.call('saveSettings', { onConflict: { products: 'ask', inventory: onConflict, prices: 'ask' } });
  for (let execution = 0; execution < EXECUTIONS; execution += 1) {
    passed = 0;
    strikeAt = execution < KILLED_EXECUTIONS ? 1 + below(150) : Number.POSITIVE_INFINITY;
    bench.runtime.run('startSync', [{}], { kind: 'sidebar' });
    bench.runtime.clock.advance(60_000);
  }
  return { bench, asked, deliveredTo: (handle) => delivered.get(handle) ?? 0 };
}

function deliver({ store: { state } }: Workbench, index: number, delivered: Map<string, number>): void {
  const product = state.products.all()[index];
  const variant = state.variants.all().find(({ productId }) => productId === product?.id);
  const level = state.inventoryLevels
    .all()
    .find(({ inventoryItemId }) => inventoryItemId === variant?.inventoryItemId);
  if (!product || !level) throw new Error('A delivery came for nothing.');
  const available = level.quantities.available + DELIVERY;
  state.inventoryLevels.put({ ...level, quantities: { ...level.quantities, available } });
  delivered.set(product.handle, (delivered.get(product.handle) ?? 0) + DELIVERY);
}

/** What the sheet has added in the end to what everybody else did. */
function addedBySheet({ bench, deliveredTo }: Played): Record<string, number> {
  const { state } = bench.store;
  return Object.fromEntries(
    state.products.all().map(({ id, handle }) => {
      const variant = state.variants.all().find(({ productId }) => productId === id);
      const level = state.inventoryLevels
        .all()
        .find(({ inventoryItemId }) => inventoryItemId === variant?.inventoryItemId);
      const { available = 0, committed = 0 } = level?.quantities ?? {};
      return [handle, available + committed - START - deliveredTo(handle)];
    }),
  );
}

function isConflict(bench: Workbench, handle: string): boolean {
  const row = rowsOf(bench, 'Adjust').find(([sku]) => sku === `SKU-${handle}`);
  return row?.includes('Changed in both') ?? false;
}

const seeds = Array.from({ length: sampled(3, 1_000) }, (_, index) => index + 1);

describe('while others sell and stock', () => {
  test.each(seeds)('every difference and every adjustment counts exactly once (seed %i)', (seed) => {
    const played = play(seed, 'add');
    const wanted = Object.fromEntries(Object.entries(played.asked).map(([key, { delta }]) => [key, delta]));
    expect(addedBySheet(played)).toEqual(wanted);
  });

  test.each(seeds)(
    'what a person is to decide changes nothing, and nothing of theirs is lost (seed %i)',
    (seed) => {
      const played = play(seed + 10_000, 'ask');
      for (const [handle, added] of Object.entries(addedBySheet(played))) {
        const { kind, delta } = played.asked[handle] as Asked;
        // Of an adjustment that Shopify never answered, nobody can tell whether it counted once others moved the level.
        const isAsked = kind === 'set' || isConflict(played.bench, handle);
        expect(isAsked ? [0, delta] : [delta]).toContain(added);
      }
    },
  );
});
