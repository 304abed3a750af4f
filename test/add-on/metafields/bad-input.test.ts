import { csvOf } from '../../support/csv';
import { inAdmin } from '../../support/in-admin';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';
import { collect } from '../groups/shop';
import { addCatalog } from '../markets/shop';
import { define, metafieldsIn, sheetOf } from './shop';

const MATERIAL = 'Metafield: custom.material [single_line_text_field]';
const IN_CSV = 'Material (product.metafields.custom.material)';
const many = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index));

/** A shop with a product `hat`, and with all that is spoken of below. */
function shop(): Workbench {
  const bench = openWorkbench();
  bench.sync({ Products: sheetOf([], ['hat']) });
  define(
    bench,
    { key: 'fabrics', type: 'list.single_line_text_field' },
    {
      key: 'color',
      type: 'single_line_text_field',
      validations: [{ name: 'choices', value: JSON.stringify(many(128, (index) => `c${index}`)) }],
    },
    { key: 'story', type: 'multi_line_text_field' },
    { key: 'parts', type: 'json' },
    { key: 'width', type: 'dimension' },
  );
  collect(bench, ['Sale'], ['New in', 'new']);
  addCatalog(bench, { title: 'Bare' });
  addCatalog(bench, { title: 'Germany', currency: 'EUR' });
  addCatalog(bench, { title: 'Summer', markets: ['Europe'], currency: 'EUR' });
  addCatalog(bench, { title: 'Winter', markets: ['Europe'] });
  return bench;
}

const saved = shop().save();
const said = (sheets: Readonly<Record<string, string>>, bench = openWorkbench({ saved })) =>
  saidOf(bench.sync(sheets));

/** What is wrong with one cell of the row of `hat`, and what its row says. */
const CELLS: readonly (readonly [what: string, header: string, cell: string, sentence: string])[] = [
  [
    'list items with commas between them',
    'Metafield: custom.fabrics',
    'Wool, Silk',
    'updated Metafield: custom.fabrics (empty) → Wool, Silk. Metafield: custom.fabrics: “Wool, Silk” counts as one item. Put each on a line of its own.',
  ],
  [
    'one item more than a list may have',
    'Metafield: custom.fabrics',
    many(129, (index) => `i${index}`).join('\n'),
    'error Metafield: custom.fabrics “i0\ni1\ni2\ni3\ni4\ni5\ni6\ni7\ni8\ni9\ni10\ni11\ni12\ni13\ni14\ni15\ni16…” has 129 items. Shopify takes 128.',
  ],
  [
    'none of 128 choices',
    'Metafield: custom.color',
    'blue',
    'error Metafield: custom.color “blue” must be one of c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, c22, c23, c24, c25 or 102 more, says its definition in Shopify.',
  ],
  [
    'the last of 128 choices, which is right',
    'Metafield: custom.color',
    'c127',
    'updated Metafield: custom.color (empty) → c127.',
  ],
  [
    'a value over the limit',
    'Metafield: custom.story',
    'x'.repeat(16_385),
    `error Metafield: custom.story “${'x'.repeat(57)}…” is 16385 bytes long. Shopify takes 16384.`,
  ],
  [
    'JSON that does not parse',
    'Metafield: custom.parts',
    '{"a":}',
    'error Metafield: custom.parts “{"a":}” is not JSON. Check its quotes, commas and brackets.',
  ],
  [
    'a reference to nothing',
    'Metafield: custom.twin [product_reference]',
    'ghost',
    'error Metafield: custom.twin [product_reference]: Shopify has no product with the handle “ghost”. Correct it, or type its ID.',
  ],
  [
    'a unit of something else',
    'Metafield: custom.width',
    '12 kg',
    'error Metafield: custom.width “12 kg” has a unit that Shopify does not know here. Type one of mm, cm, m, in, ft, yd.',
  ],
  [
    'a market without a price list',
    'Price / Bare',
    '9',
    'error Price / Bare “9” is for “Bare”, a catalog without prices of its own. Open it in Shopify admin, give it a price adjustment, and sync again.',
  ],
  [
    'two catalogs of one market',
    'Price / Europe',
    '9',
    'error Price / Europe “9” is for the market “Europe”, which has several catalogs. Name one of them: “Summer”, “Winter”.',
  ],
  [
    'a word for another currency',
    'Price / Germany',
    '9 USD',
    'error Price / Germany “9 USD” is in USD, and this price list is in EUR. Type the amount in EUR, as a plain number.',
  ],
  [
    'a collection with conditions',
    'Collections',
    'New in',
    'differs Collections: Shopify fills “New in” by rule, so nothing was put into it. Change its conditions in Shopify admin, or take it out of the cell.',
  ],
  [
    'a collection that is nearly called so',
    'Collections',
    'Sael',
    'error Collections “Sael” has “Sael”, which is no collection in Shopify. Type “Sale” if you mean that.',
  ],
  [
    'a channel that the shop does not have',
    'Channels',
    'Facebook',
    'error Channels “Facebook” has “Facebook”, which is no sales channel in Shopify. It has Online Store, Point of Sale, Shop, Sync to Shopify.',
  ],
];

describe('bad input', () => {
  test.each(CELLS)('of %s is told in one sentence', (_, header, cell, sentence) => {
    expect(said({ Products: sheetOf([header], ['hat', cell]) })['Products:2']).toBe(sentence);
  });

  test.each([
    ['says the same twice', 'Wool', 'Wool'],
    ['says two things', 'Wool', 'Silk'],
  ])('of two columns for one metafield stops their tab where it %s', (_, first, second) => {
    const bench = openWorkbench({ saved });
    const sheet = { Products: sheetOf([MATERIAL, IN_CSV], ['hat', first, second]) };
    expect(said(sheet, bench)['Products:2']).toBe(
      `error This tab was not synced. Two columns mean the same: “${MATERIAL}” and “${IN_CSV}”. Remove or rename one of them.`,
    );
    expect(metafieldsIn(bench)).toEqual([]);
  });

  test.each([
    ['of one type', MATERIAL, MATERIAL],
    ['of two types', MATERIAL, 'Metafield: custom.material [multi_line_text_field]'],
  ])('of two tabs for one metafield, %s, is told in both, and each names the other', (_, one, two) => {
    const bench = openWorkbench({ saved });
    const sheets = { One: sheetOf([one], ['hat', 'Wool']), Two: sheetOf([two], ['hat', 'Silk']) };
    expect(said(sheets, bench)).toEqual({
      'One:2': `error ${one} says otherwise than ${two} in row 2 of Two. Make them equal or empty one.`,
      'Two:2': `error ${two} says otherwise than ${one} in row 2 of One. Make them equal or empty one.`,
    });
    expect(metafieldsIn(bench)).toEqual([]);
  });

  test('of a metafield on a further row of its product is told there, and the first row counts', () => {
    const bench = openWorkbench({ saved });
    const sheet = csvOf([
      ['Handle', 'Title', 'SKU', 'Option1 Name', 'Option1 Value', MATERIAL],
      ['cap', 'Cap', 'C-1', 'Size', 'S', 'Wool'],
      ['cap', '', 'C-2', '', 'M', 'Silk'],
    ]);
    expect(said({ New: sheet }, bench)['New:3']).toContain(
      `${MATERIAL} on this row was left out: row 2 speaks for the product. Type it there, and clear it here.`,
    );
    expect(metafieldsIn(bench)).toEqual(['cap custom.material Wool']);
  });

  test('of a reference to what the same sync creates waits for it, in whichever order the rows stand', () => {
    const bench = openWorkbench({ saved });
    const sheet = sheetOf(['Metafield: custom.twin [product_reference]'], ['hat', 'cap'], ['cap', 'hat']);
    const preview = saidOf(bench.sync({ Products: sheet }, '--preview'));
    expect(preview['Products:2']).toBe(
      'skipped Metafield: custom.twin [product_reference] waits for “cap”, which this sync creates. It is set right after, or by the next sync.',
    );
    const after = saidOf(bench.sync({ Products: sheet }));
    expect(metafieldsIn(bench)).toHaveLength(2);
    for (const row of [2, 3]) expect(after[`Products:${row}`]).not.toContain('waits');
  });

  test('of a definition that changed its type since asks which counts, and sends nothing', () => {
    const bench = openWorkbench({ saved });
    const header = 'Metafield: custom.story';
    said({ Products: sheetOf([header], ['hat', 'Once']) }, bench);
    const definition = bench.store.state.metafieldDefinitions.all().find(({ key }) => key === 'story');
    inAdmin(
      bench,
      `mutation ($id: ID!) { metafieldDefinitionDelete(id: $id, deleteAllAssociatedMetafields: true) { userErrors { message } } }`,
      { id: definition?.id },
    );
    define(bench, { key: 'story', type: 'number_integer' });
    expect(said({ Products: sheetOf([header], ['hat', 'Once']) }, bench)['Products:2']).toBe(
      `error ${header} “Once” is not a whole number. Type it such as 12.`,
    );
  });

  test('of a channel that was removed since leaves the row as it is, until its cell is edited', () => {
    const bench = openWorkbench({ saved });
    const sheet = (cell: string) => ({ Products: sheetOf(['Channels'], ['hat', cell]) });
    said(sheet('Point of Sale, Shop'), bench);
    const { state } = bench.store;
    const gone = state.publications.all().find(({ name }) => name === 'Shop');
    for (const each of state.resourcePublications.all())
      if (each.publicationId === gone?.id) state.resourcePublications.delete(each.id);
    state.publications.delete(gone?.id ?? '');
    expect(said(sheet('Point of Sale, Shop'), bench)['Products:2']).toBe(
      'error Channels “Point of Sale, Shop” has “Shop”, which is no sales channel in Shopify. Type “Sync to Shopify” if you mean that.',
    );
    expect(said(sheet('Point of Sale'), bench)['Products:2']).not.toMatch(/^error/);
  });
});
