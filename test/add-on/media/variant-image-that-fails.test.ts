import { KilledError } from '../../../local/apps-script/runtime';
import { csvOf } from '../../support/csv';
import { sync, undoLast } from '../../support/running';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const SITE = 'https://images.example.com';
const [A, B, C] = ['a', 'b', 'c'].map((name) => `${SITE}/${name}.jpg`) as [string, string, string];
const BROKEN = 'https://images.invalid/d.jpg';
const HEADER = [
  'Handle',
  'Title',
  'Option1 Name',
  'Option1 Value',
  'SKU',
  'Price',
  'Image Src',
  'Variant Image',
];

/** A cap in two sizes; what each says of its image. */
const cap = (small: string, large: string, [first, second, price]: readonly string[] = [A, B, '5.00']) => ({
  Products: csvOf([
    HEADER,
    ['cap', 'Cap', 'Size', 'S', 'C-S', price ?? '5.00', first ?? A, small],
    ['cap', '', '', 'L', 'C-L', '5.00', second ?? B, large],
  ]),
});

/** Name of the file that each variant shows. */
function shown({ store }: Workbench): string[] {
  const query = '{ products(first: 1) { nodes { variants(first: 9) { nodes { image { url } } } } } }';
  const { products } = store.execute({ query }).data as never as {
    products: { nodes: [{ variants: { nodes: readonly { image: { url: string } | null }[] } }] };
  };
  return products.nodes[0].variants.nodes.map(
    ({ image }) => image?.url.replace(/^.*\/|\?.*$/g, '').replace(/_[0-9a-f-]{36}/, '') ?? 'none',
  );
}

const photos = ({ store }: Workbench) => store.dump().products[0]?.media.length;

function opened(): Workbench {
  const bench = openWorkbench();
  for (const _ of [1, 2]) {
    bench.sync(cap(A, B));
    bench.clock.advance(60_000);
  }
  expect(shown(bench)).toEqual(['a.jpg', 'b.jpg']);
  return bench;
}

const FAILED =
  'error Shopify could not fetch this variant’s image (Image could not be downloaded), so a.jpg was not replaced. Open the address in a private window: it must show the image alone. Then change it, or write #again at its end to send it once more.';

describe('a variant keeps its image until Shopify has the new one', () => {
  test('and for good where the new one cannot be fetched, which its row says until the cell changes', () => {
    const bench = opened();
    const said = saidOf(bench.sync(cap(BROKEN, B)));
    expect(said['Products:2']).toBe(FAILED.replace(' (Image could not be downloaded)', ''));
    expect(shown(bench)).toEqual(['a.jpg', 'b.jpg']);
    bench.clock.advance(60_000);
    for (const more of [[], ['--preview'], []])
      expect(saidOf(bench.sync(cap(BROKEN, B), ...more))['Products:2']).toBe(FAILED);
    expect(shown(bench)).toEqual(['a.jpg', 'b.jpg']);
    expect(photos(bench)).toBe(3);
    bench.sync(cap(C, B));
    bench.clock.advance(60_000);
    expect(shown(bench)).toEqual(['c.jpg', 'b.jpg']);
    undoLast(bench);
    expect(shown(bench)).toEqual(['a.jpg', 'b.jpg']);
  });

  test('while its price is sent all the same, and while another variant gets its new image', () => {
    const bench = opened();
    const said = saidOf(bench.sync(cap(BROKEN, C, [A, B, '6.00'])));
    expect(said['Products:2']).toContain('Price 5.00 → 6.00');
    expect(said['Products:2']).toContain('a.jpg was not replaced');
    expect(said['Products:3']).toBe('updated Variant image: c.jpg.');
    expect(shown(bench)).toEqual(['a.jpg', 'c.jpg']);
  });

  test('also where the product lists the new one', () => {
    const bench = opened();
    const said = saidOf(bench.sync(cap(BROKEN, B, [A, BROKEN])));
    expect(shown(bench)).toEqual(['a.jpg', 'b.jpg']);
    expect(said['Products:2']).toContain('a.jpg was not replaced');
    bench.clock.advance(60_000);
    bench.sync(cap(BROKEN, B, [A, BROKEN]));
    expect(shown(bench)).toEqual(['a.jpg', 'b.jpg']);
  });

  test('also where two variants are to show it: it is uploaded once, or kept from both', () => {
    const good = opened();
    const asked = cap(C, C);
    const preview = saidOf(good.sync(asked, '--preview'));
    expect(saidOf(good.sync(asked))).toEqual(preview);
    expect(shown(good)).toEqual(['c.jpg', 'c.jpg']);
    expect(photos(good)).toBe(3);
    for (const said of Object.values(saidOf(good.sync(asked, '--preview')))) expect(said).toBe('unchanged');
    const bad = opened();
    for (const said of Object.values(saidOf(bad.sync(cap(BROKEN, BROKEN)))))
      expect(said).toMatch(/^error .*[ab]\.jpg was not replaced/);
    expect(shown(bad)).toEqual(['a.jpg', 'b.jpg']);
    expect(photos(bad)).toBe(3);
  });

  test('through a kill right after any request, and the new one is uploaded once', () => {
    const saved = opened().save();
    const run = (killedAfter: number) => {
      let requests = 0;
      const bench = openWorkbench({
        saved,
        gate: ({ service, method }) => {
          if (requests === killedAfter) {
            requests = Number.POSITIVE_INFINITY;
            throw new KilledError(`Killed after request ${killedAfter}`);
          }
          if (service === 'UrlFetchApp' && /^fetch/.test(method)) requests += 1;
        },
      });
      bench.paste(cap(C, B));
      const first = bench.runtime.run('startSync', [{}], { kind: 'sidebar' });
      expect(shown(bench)[0]).toMatch(/^[ac]\.jpg$/);
      const again = openWorkbench({ saved: bench.save() });
      again.clock.advance(400_000);
      for (let times = 0; times < 3; times += 1) {
        sync(again);
        again.clock.advance(60_000);
      }
      expect(shown(again)).toEqual(['c.jpg', 'b.jpg']);
      expect(photos(again)).toBe(3);
      return first.outcome;
    };
    const outcomes = [1, 2, 3, 4, 5, 6, 7, 8].map(run);
    expect(outcomes).toContain('killed');
    expect(outcomes).toContain('returned');
  });

  test('and one that shows none is told so, as ever', () => {
    const bench = openWorkbench();
    bench.sync(cap('', B));
    bench.clock.advance(60_000);
    bench.sync(cap(BROKEN, B));
    bench.clock.advance(60_000);
    expect(saidOf(bench.sync(cap(BROKEN, B)))['Products:2']).toContain('the variant shows none of its own');
    expect(shown(bench)).toEqual(['none', 'b.jpg']);
  });
});
