import { KilledError } from '../../../local/apps-script/runtime';
import { csvOf } from '../../support/csv';
import { files, imageAt, mug, openMug, productOf, shown } from '../../support/images-of-mug';
import { sync, undoLast } from '../../support/running';
import { sampleOf } from '../../support/sampled';
import { type BenchOptions, openWorkbench, type Workbench } from '../../support/workbench';

const [A, B, C, D, E] = ['a', 'b', 'c', 'd', 'e'].map(imageAt) as [string, string, string, string, string];
const SIZES = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Delete'];
const tee = (name: string, ...rows: readonly (readonly [string, string, string?])[]) => ({
  Products: csvOf([
    SIZES,
    ...rows.map(([value, sku, word = ''], index) => {
      return ['tee', index ? '' : 'Tee', index ? '' : name, value, sku, word];
    }),
  ]),
});

/** What a merchant sees of the one product: images, options and variants. */
function seen(bench: Workbench): string {
  const query =
    '{ products(first: 3) { nodes { handle options { name optionValues { name } } variants(first: 9) { nodes { title sku } } } } }';
  const media = productOf(bench)?.media.nodes.map(({ alt }) => alt);
  const images = media ? [files(bench), media, shown(bench)] : [];
  return JSON.stringify([bench.store.execute({ query }).data, images]).replace(/_[0-9a-f-]{36}(?=\.)/g, '');
}

const SHIRT = ['Handle', 'Title', 'SKU', 'Option1 Value Order'];
/** A shirt in two sizes and two colours: options are names with the values of each row. */
const shirt = (order: string, ...options: readonly (readonly [string, ...string[]])[]) => ({
  Products: csvOf([
    [...SHIRT, ...options.flatMap((_, at) => [`Option${at + 1} Name`, `Option${at + 1} Value`])],
    ...[0, 1, 2].map((row) => [
      ...['shirt', row ? '' : 'Shirt', `X-${row}`, row ? '' : order],
      ...options.flatMap(([name, ...values]) => [row ? '' : name, values[row] ?? '']),
    ]),
  ]),
});
const SIZE = ['Size', 'S', 'M', 'L'] as const;
const COLOR = ['Color', 'Red', 'Red', 'Blue'] as const;

function openShirt(): Workbench {
  const bench = openWorkbench();
  bench.sync(shirt('', SIZE, COLOR));
  bench.clock.advance(60_000);
  return bench;
}

interface Story {
  readonly open: () => Workbench;
  readonly asked: Record<string, string>;
  /** Says yes to what is held. */
  readonly confirms?: true;
}

function openTee(): Workbench {
  const bench = openWorkbench();
  bench.sync(tee('Size', ['S', 'T-S'], ['M', 'T-M'], ['L', 'T-L']));
  bench.clock.advance(60_000);
  return bench;
}

const STORIES: Readonly<Record<string, Story>> = {
  'another order of images': { open: openMug, asked: mug(C, A, B) },
  'an image that is removed': { open: openMug, asked: mug(A, `[delete] ${B}`, C) },
  'images that are replaced': { open: openMug, asked: mug(D, E, C) },
  'one that is replaced next to one that is removed': { open: openMug, asked: mug(D, C, `[delete] ${B}`) },
  'another name of an option': {
    open: openTee,
    asked: tee('Fit', ['S', 'T-S'], ['M', 'T-M'], ['L', 'T-L']),
    confirms: true,
  },
  'a product that gets an option': {
    open: () => {
      const bench = openWorkbench();
      bench.sync(tee('', ['', 'T-S']));
      bench.clock.advance(60_000);
      return bench;
    },
    asked: tee('Size', ['S', 'T-S'], ['M', 'T-M']),
    confirms: true,
  },
  'another order of options': { open: openShirt, asked: shirt('', COLOR, SIZE), confirms: true },
  'another order of option values': { open: openShirt, asked: shirt('L, S, M', SIZE, COLOR), confirms: true },
  'an option that is added to others': {
    open: openShirt,
    asked: shirt('', SIZE, COLOR, ['Fit', 'Slim', 'Slim', 'Slim']),
    confirms: true,
  },
  'a product that is deleted whole': {
    open: openTee,
    asked: tee('Size', ['S', 'T-S', '[delete]'], ['M', 'T-M', '[delete]'], ['L', 'T-L', '[delete]']),
    confirms: true,
  },
  'a video in the place of an image': {
    open: openMug,
    asked: mug('https://youtu.be/dQw4w9WgXcQ', B, C),
  },
  'a variant that is deleted': {
    open: openTee,
    asked: tee('Size', ['S', 'T-S'], ['M', 'T-M', '[delete]'], ['L', 'T-L']),
    confirms: true,
  },
};

const NAMES = Object.keys(STORIES);

describe.each(Object.entries(STORIES))('%s', (name, { open, asked, confirms }) => {
  const saved = open().save();
  const begin = (options: BenchOptions = {}) => openWorkbench({ saved, ...options });
  const ask = (bench: Workbench) => bench.sync(asked, ...(confirms ? [] : ['--hold']));
  let calls = 0;
  const undisturbed = begin({
    gate: () => {
      calls += 1;
    },
  });
  ask(undisturbed);
  const callsOfOne = calls;
  const half = Math.ceil(callsOfOne / 2);
  const stride = Math.max(1, Math.floor(half / 60));
  const places = Array.from({ length: Math.ceil(half / stride) }, (_, index) => callsOfOne - index * stride);
  // Of each story other places and other faults.
  const from = NAMES.indexOf(name) / NAMES.length;
  undisturbed.clock.advance(60_000);
  // What follows from the first one.
  ask(undisturbed);
  const wanted = seen(undisturbed);

  test('ends in the same store wherever it is killed, nothing doubled and nothing lost', () => {
    expect(wanted).not.toBe(seen(begin()));
    const differing: number[] = [];
    for (const nth of sampleOf(places, 2, from)) {
      let passed = 0;
      let isArmed = true;
      const bench = begin({
        gate: () => {
          passed += 1;
          if (isArmed && passed >= nth) throw new KilledError('Killed by the test');
        },
      });
      try {
        ask(bench);
      } catch {
        // The command line ends with the execution.
      }
      isArmed = false;
      bench.runtime.clock.advance(60_000);
      ask(bench);
      bench.runtime.clock.advance(60_000);
      ask(bench);
      if (seen(bench) !== wanted) differing.push(nth);
    }
    expect(differing).toEqual([]);
  });

  const faults = [
    ...['productUpdate', 'productReorderMedia', 'fileUpdate', 'productVariantsBulkUpdate'],
    ...['productOptionUpdate', 'productOptionsReorder', 'productOptionsCreate', 'productDelete'],
  ].flatMap((root) => ['timeout-after', '502-before', 'truncated'].map((effect) => `${root}#1: ${effect}`));
  test.each(sampleOf(faults, 2, from))('ends in the same store after %s', (fault) => {
    const bench = begin({ store: { faults: fault } });
    for (const _again of [1, 2, 3]) {
      ask(bench);
      bench.runtime.clock.advance(60_000);
    }
    expect(seen(bench)).toBe(wanted);
  });
});

test('images that were replaced come back after a kill in the middle of the undo', () => {
  const bench = openMug();
  bench.sync(mug(D, E, C));
  undoLast(bench);
  expect(files(bench)).toEqual(['a.jpg', 'd.jpg', 'b.jpg', 'e.jpg', 'c.jpg']);
  expect(sync(bench).outcome).toBe('finished');
});
