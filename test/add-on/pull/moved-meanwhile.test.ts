import type { PullView } from '../../../src/answers/pull';
import { answered, sheetOf } from '../../support/running';
import { sampleOf } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { choiceOf, openConnected } from './pulling';

const SET = `mutation ($input: ProductSetInput!) {
  productSet(input: $input, synchronous: true) { product { id } userErrors { field message } } }`;
const PRODUCTS = 9;
const IMAGES = 250;
const BLOCK = 2_000;

/** Products with so many images each that eight of them make a block, and the last comes in the next. */
function savedShop(): string {
  const bench = openConnected();
  for (let number = 0; number < PRODUCTS; number += 1) {
    const files = Array.from({ length: IMAGES }, (_, index) => ({
      originalSource: `https://images.example.com/${number}-${index}.jpg`,
      contentType: 'IMAGE',
    }));
    const input = { title: `Hat ${number}`, handle: `hat-${number}`, files };
    bench.store.execute({ query: SET, variables: { input } });
  }
  bench.clock.advance(600_000);
  bench.store.searchIndex.catchUp();
  return bench.save();
}

const saved = savedShop();
const ownOf = (bench: Workbench) => sheetOf(bench, 'Products');

interface Act {
  readonly act: (bench: Workbench) => void;
  readonly ends: 'finished' | 'failed';
  /** Text of the person's own that must be there in the end. */
  readonly own?: string;
  readonly without?: number;
}

const ACTS: Readonly<Record<string, Act>> = {
  'inserts a row': {
    act(bench) {
      const own = ownOf(bench);
      own.maxRows += 1;
      own.rows.splice(4, 0, []);
    },
    ends: 'finished',
  },
  'deletes a row': { act: (bench) => ownOf(bench).rows.splice(9, 1), ends: 'finished', without: 1 },
  'types below the last row': {
    act: (bench) => ownOf(bench).rows.push(['my own note']),
    ends: 'finished',
    own: 'my own note',
  },
  'inserts a column': {
    act(bench) {
      const own = ownOf(bench);
      own.maxColumns += 1;
      for (const row of own.rows) row.splice(2, 0, 'my own');
    },
    ends: 'failed',
    own: 'my own',
  },
};

/** When a person acts: at the next call after the first block is in the tab, or at the last one before the second. */
const MOMENTS: readonly (readonly [act: string, when: string, moment: number | string])[] = [
  ['inserts a row', 'after a block', 1],
  ...Object.keys(ACTS).map((act) => [act, 'right before the next block', 'getDisplayValues'] as const),
];

function startedWhile({ act }: Act, moment: number | string): { bench: Workbench; view: PullView } {
  let since = Number.NEGATIVE_INFINITY;
  const bench: Workbench = openWorkbench({
    saved,
    gate({ service, method, args }) {
      const [rows] = args ?? [];
      if (method === 'setValues' && Array.isArray(rows) && rows.length >= BLOCK) since = 0;
      else if (service === 'Range' || service === 'Sheet') {
        since += 1;
        if (since < 1 || (typeof moment === 'number' ? since !== moment : method !== moment)) return;
        since = Number.NEGATIVE_INFINITY;
        act(bench);
      }
    },
  });
  return { bench, view: answered(bench.call<PullView>('startPull', choiceOf('csv'))) };
}

describe('while a tab is being filled', () => {
  test.each(sampleOf(MOMENTS, 2))(
    'a person %s %s: nothing is overwritten, and each image has its row once',
    (name, _, moment) => {
      const act = ACTS[name] as Act;
      const { bench, view } = startedWhile(act, moment);
      expect(view.outcome).toBe(act.ends);
      const { rows } = ownOf(bench);
      const column = rows[0]?.indexOf('Product image URL') ?? -1;
      const images = rows.slice(1).flatMap((row) => (row[column] ? [row[column]] : []));
      const wanted = (act.ends === 'finished' ? PRODUCTS : PRODUCTS - 1) * IMAGES - (act.without ?? 0);
      expect([images.length, new Set(images).size]).toEqual([wanted, wanted]);
      if (act.own) expect(rows.flat()).toContain(act.own);
      if (act.ends === 'failed')
        expect(`${view.problem?.message} ${view.problem?.nextStep}`).toMatch(
          /columns.*changed.*Delete the tab/,
        );
    },
  );
});
