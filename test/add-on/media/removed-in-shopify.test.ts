import { csvOf } from '../../support/csv';
import { inAdmin } from '../../support/in-admin';
import { rowsOf, said, sheetOf, sync } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

const IMAGE = 'https://images.example.com/large.jpg';
const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Price', 'Variant Image'];
const REMOVE =
  'mutation ($files: [FileUpdateInput!]!) { fileUpdate(files: $files) { userErrors { message } } }';
const NOT_SENT = 'This image was removed in Shopify, and is not sent again.';

/** A cap in two sizes, of which the second showed an image that somebody removed in Shopify. */
function withoutItsImage(): Workbench {
  const bench = openWorkbench();
  bench.sync({
    Products: csvOf([
      HEADER,
      ['cap', 'Cap', 'Size', 'S', 'C-S', '5.00', ''],
      ['cap', '', '', 'L', 'C-L', '5.00', IMAGE],
    ]),
  });
  bench.clock.advance(120_000);
  sync(bench);
  const { id } = bench.store.dump().products[0] ?? {};
  const [file] = bench.store.state.files.all();
  inAdmin(bench, REMOVE, { files: [{ id: file?.id, referencesToRemove: [id] }] });
  bench.clock.advance(120_000);
  return bench;
}

const images = ({ store }: Workbench) => store.dump().products[0]?.media.length;

describe('an image that was removed in Shopify is not sent again', () => {
  test('where another variant is to show it', () => {
    const bench = withoutItsImage();
    rowsOf(bench)[1]![6] = IMAGE;
    for (const _time of [1, 2]) {
      sync(bench);
      expect(said(bench, 2)).toBe(`Not synced ${NOT_SENT}`);
      expect(images(bench)).toBe(0);
      bench.clock.advance(120_000);
    }
  });

  test('with a new variant', () => {
    const bench = withoutItsImage();
    rowsOf(bench).push(['cap', '', '', 'XL', 'C-XL', '6.00', IMAGE]);
    sheetOf(bench, 'Products').maxRows += 1;
    sync(bench);
    expect(said(bench, 4)).toBe(`Created ${NOT_SENT}`);
    bench.clock.advance(120_000);
    sync(bench);
    expect(said(bench, 4)).toBe(`Not synced ${NOT_SENT}`);
    expect(images(bench)).toBe(0);
  });
});
