import type { RunView } from '../../../src/answers/answers';
import type { OldValues } from '../../../src/answers/waiting';
import { csvOf } from '../../support/csv';
import { foreseenRows } from '../../support/foreseen';
import { answered, rowsOf, said, sync, undoLast } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

const SITE = 'https://shop.example';
const HEADER = ['Handle', 'Title', 'Size', 'SKU', 'Price', 'Image Src', 'Variant Image'];
const COLUMN = HEADER.indexOf('Variant Image');

/** A cap in two sizes, each with an image of its own; what the second row says of images. */
const file = (image = `${SITE}/b.jpg`, ofVariant = image) =>
  csvOf([
    HEADER.map((name) => (name === 'Size' ? 'Option1 Value' : name)).concat('Option1 Name'),
    ['cap', 'Cap', 'S', 'C-S', '5.00', `${SITE}/a.jpg`, `${SITE}/a.jpg`, 'Size'],
    ['cap', '', 'L', 'C-L', '5.00', image, ofVariant, ''],
  ]);

function shown({ store }: Workbench): string {
  const variant = store.state.variants
    .all()
    .find(({ inventoryItemId }) => store.state.inventoryItems.get(inventoryItemId)?.sku === 'C-L');
  const { data } = store.execute({
    query: 'query ($id: ID!) { productVariant(id: $id) { image { url } } }',
    variables: { id: variant?.id },
  }) as unknown as { data: { productVariant: { image: { url: string } | null } } };
  return data.productVariant.image?.url.replace(/^.*\/|\?.*$/g, '') ?? 'none';
}

const CASES: Readonly<Record<string, [edited: string, says: string, offered: readonly string[]]>> = {
  'was another of its product': [
    file(`${SITE}/b.jpg`, `${SITE}/a.jpg`),
    'Differs Variant Image: Shopify has b.jpg, the sheet a.jpg.',
    ['Variant Image 3'],
  ],
  'was taken off': [
    file(`${SITE}/b.jpg`, '[clear]'),
    'Differs Variant Image: Shopify has b.jpg, the sheet [clear].',
    ['Variant Image 3'],
  ],
  'was replaced on its product too': [
    file(`${SITE}/c.jpg`),
    'Differs Variant Image: Shopify has b.jpg, the sheet c.jpg.',
    ['Image Src 3', 'Variant Image 3'],
  ],
};

describe('the image of a variant that', () => {
  test.each(Object.entries(CASES))(
    '%s is not sent again after an undo, and each sync says so',
    (_, values) => {
      const [edited, says, wanted] = values;
      const bench = openWorkbench();
      for (const text of [file(), file(), edited]) {
        bench.sync({ Products: text });
        bench.clock.advance(120_000);
      }
      expect(shown(bench)).not.toBe('b.jpg');
      undoLast(bench);
      expect(shown(bench)).toBe('b.jpg');
      expect(said(bench, 3)).toMatch(/^Held .*Undone: /);
      for (const _time of [1, 2]) {
        bench.clock.advance(120_000);
        sync(bench);
        expect(said(bench, 3)).toBe(says);
        expect(shown(bench)).toBe('b.jpg');
      }
      expect(foreseenRows(bench)[1]?.slice(2).join(' ')).toBe(says);

      const undo = answered(bench.call<readonly RunView[]>('listRuns'))[0]?.number;
      const offered = answered(bench.call<OldValues>('putBack', { undo })).shown;
      expect(offered.map(({ column, row }) => `${column} ${row}`)).toEqual(wanted);
      answered(bench.call('putBack', { undo, keys: offered.map(({ key }) => key) }));
      for (const column of [COLUMN - 1, COLUMN]) expect(rowsOf(bench)[2]?.[column]).toBe(`${SITE}/b.jpg`);
      sync(bench);
      expect(foreseenRows(bench)[1]?.slice(2)).toEqual(['Up to date']);
      expect(shown(bench)).toBe('b.jpg');
    },
  );
});
