import { csvOf } from '../../support/csv';
import { files, productOf } from '../../support/images-of-mug';
import { rowsOf, said, sync } from '../../support/running';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = [
  'Handle',
  'Title',
  'Image Src',
  'Image Alt Text',
  'Image Position',
  'Variant Image',
  'Delete',
];
const at = (column: string) => HEADER.indexOf(column);
const [FRONT, BACK, OWN] = ['front', 'back', 'own'].map((name) => `https://images.example.com/${name}.jpg`);

/** A mug that was deleted from here and created again by an undo; its rows no longer ask for its end. */
function createdAgain(change: (bench: Workbench) => void = () => undefined, later = 60_000): Workbench {
  const bench = openWorkbench();
  bench.sync({
    Products: csvOf([
      HEADER,
      ['mug', 'Mug', FRONT ?? '', 'Front', '2', OWN ?? '', ''],
      ['mug', '', BACK ?? '', 'Back', '1', '', ''],
      ['mug', '', '', '', '', '', ''],
    ]),
  });
  bench.clock.advance(60_000);
  sync(bench);
  change(bench);
  const [, first = []] = rowsOf(bench);
  first[at('Delete')] = '[delete]';
  const { run, held } = sync(bench);
  const done = sync(bench, 'confirmHeld', { run, keys: held.shown.map(({ key }) => key) });
  expect(productOf(bench)).toBeUndefined();
  sync(bench, 'undoRun', { run: done.run });
  bench.clock.advance(later);
  first[at('Delete')] = '';
  return bench;
}

const alts = (bench: Workbench) => productOf(bench).media.nodes.map(({ alt }) => alt);
const mutations = ({ wire }: Workbench) => wire.filter((text) => text.startsWith('{"query":"mutation'));

describe('a product that an undo creates again', () => {
  test('has its images, which the next sync finds by the addresses of its rows and does not send again', () => {
    const bench = createdAgain();
    const [there, sent] = [files(bench), mutations(bench)];
    expect(alts(bench)).toEqual(['Back', 'Front', '']);
    for (const _again of [1, 2]) {
      sync(bench);
      expect(said(bench, 2)).toMatch(/^(Up to date|No change to send|Created)/);
      expect(said(bench, 3)).toMatch(/^(Up to date|No change to send|Created)/);
    }
    expect(mutations(bench)).toEqual(sent);
    expect(files(bench)).toEqual(there);
  });

  test('says of none that it differs while Shopify is still working on them', () => {
    const bench = createdAgain(undefined, 0);
    sync(bench);
    for (const row of [2, 3]) expect(said(bench, row)).not.toMatch(/Shopify has|replaces/);
  });

  test('is given another image in the place of the one whose address is changed', () => {
    const bench = createdAgain();
    const own = rowsOf(bench)[2] ?? [];
    own[at('Image Src')] = 'https://images.example.com/new.jpg';
    sync(bench);
    bench.clock.advance(60_000);
    expect(alts(bench)).toEqual(['Back', 'Front', '']);
    expect(files(bench)[0]).toBe('new.jpg');
    expect(files(bench)).toHaveLength(3);
  });

  test('keeps an image that no row named, also where a row says a new one', () => {
    const bench = createdAgain(({ store }) =>
      store.execute({
        query:
          'mutation ($id: ID!) { productUpdate(product: { id: $id }, media: [{ originalSource: "https://images.example.com/theirs.jpg", mediaContentType: IMAGE }]) { userErrors { message } } }',
        variables: { id: productOf({ store } as Workbench).id },
      }),
    );
    expect(files(bench)).toContain('theirs.jpg');
    rowsOf(bench)[3]![at('Image Src')] = 'https://images.example.com/new.jpg';
    sync(bench);
    bench.clock.advance(60_000);
    expect(files(bench)).toEqual(expect.arrayContaining(['theirs.jpg', 'new.jpg']));
    expect(files(bench)).toHaveLength(5);
  });
});
