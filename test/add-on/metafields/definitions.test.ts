import { csvOf } from '../../support/csv';
import { saidOf } from '../../support/workbench';
import { metafieldsIn, sheetOf, shopWith } from './shop';

const MATERIAL = 'Metafield: custom.material [single_line_text_field]';

const said = (bench: ReturnType<typeof shopWith>, header: string, value: string) =>
  saidOf(bench.sync({ Products: sheetOf([header], ['hat', value]) }, '--preview'))['Products:2'];

describe('a definition in Shopify', () => {
  test('gives a column its type, also where the header says none or another', () => {
    const bench = shopWith({ key: 'width', type: 'dimension' });
    bench.sync({ Products: sheetOf(['Width (product.metafields.custom.width)'], ['hat', '12,5 cm']) });
    expect(metafieldsIn(bench)).toEqual(['hat custom.width {"value":12.5,"unit":"cm"}']);
    const header = 'Metafield: custom.width [single_line_text_field]';
    const report = bench.sync({ Products: sheetOf([header], ['hat', '13 cm']) });
    expect(saidOf(report)['Products:2']).toBe(`updated ${header} 12.5 cm → 13 cm.`);
  });

  test('that is missing is asked for where the header says no type', () => {
    expect(said(shopWith(), 'Metafield: custom.width', 'x')).toBe(
      'error Metafield: custom.width “x” is of a metafield without a definition in Shopify. Write its type at the end of the header, such as [single_line_text_field].',
    );
  });

  test.each([
    [
      'single_line_text_field',
      'choices',
      '["red","blue"]',
      'green',
      'must be one of red, blue, says its definition in Shopify',
    ],
    [
      'single_line_text_field',
      'max',
      '3',
      'green',
      'must be at most 3 characters, says its definition in Shopify',
    ],
    [
      'single_line_text_field',
      'regex',
      '^[A-Z]+$',
      'green',
      'must match ^[A-Z]+$, says its definition in Shopify',
    ],
    ['number_integer', 'min', '5', '4', 'must be at least 5, says its definition in Shopify'],
    ['list.number_integer', 'list.max', '2', '1\n2\n3', 'has more than 2 items'],
    [
      'number_decimal',
      'max_precision',
      '2',
      '1.2345',
      'must have at most 2 decimals, says its definition in Shopify',
    ],
    [
      'date',
      'min',
      '2026-01-01',
      '2025-12-31',
      'must be at least 2026-01-01, says its definition in Shopify',
    ],
    [
      'dimension',
      'max',
      '{"value":5,"unit":"cm"}',
      '6 cm',
      'must be at most 5 cm, says its definition in Shopify',
    ],
    [
      'url',
      'allowed_domains',
      '["a.example"]',
      'https://b.example/x',
      'must be an address at a.example, says its definition in Shopify',
    ],
  ])('of %s with %s %s refuses %s before anything is sent', (type, name, value, cell, why) => {
    const bench = shopWith({ key: 'field', type, validations: [{ name, value }] });
    expect(said(bench, 'Metafield: custom.field', cell)).toBe(
      `error Metafield: custom.field “${cell}” ${why}.`,
    );
  });

  test('that only an app may change has its column shown and not sent, and says whose it is', () => {
    const bench = shopWith();
    const reserved = 'Metafield: app--77--x.points [number_integer]';
    const sheet = {
      Products: csvOf([
        [
          'Handle',
          'Title',
          reserved,
          'Metafield: shopify.color-pattern [list.metaobject_reference]',
          'Metafield: short [string]',
          'Metafield: custom.m [money]',
        ],
        ['hat', 'Hat', '5', 'x', 'y', '9'],
      ]),
    };
    const report = bench.sync(sheet);
    expect(saidOf(report)['Products:2']).toMatch(/^created/);
    expect(metafieldsIn(bench)).toEqual([]);
    const ids = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Products')!;
    bench.call('chooseTabs', { sheetIds: [ids.id] });
    bench.call('previewSync');
    const preview = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Sync preview');
    expect(JSON.stringify(preview)).toContain(
      'an app of yours keeps it, and may hide it from others. Change it in that app.',
    );
    expect(JSON.stringify(preview)).toContain('Shopify keeps it with the category of the product.');
    expect(JSON.stringify(preview)).toContain('it names no namespace.');
    expect(JSON.stringify(preview)).toContain('Shopify has no metafield of such a name.');
  });

  test('gives its name to a column, where it is unique and the header means nothing else', () => {
    const bench = shopWith(
      { key: 'width', type: 'dimension', name: 'Overall width' },
      { key: 'title', type: 'single_line_text_field', name: 'Title' },
      { key: 'thread', type: 'number_integer', name: 'Thread', ownerType: 'PRODUCTVARIANT' },
    );
    bench.sync({ Products: sheetOf(['overall  WIDTH', 'Thread', 'My notes'], ['hat', '12 cm', '7', 'x']) });
    expect(metafieldsIn(bench)).toEqual([
      'hat custom.width {"value":12,"unit":"cm"}',
      'hat-1 custom.thread 7',
    ]);
    const report = bench.sync({ Products: sheetOf(['Overall width', 'Thread'], ['hat', '13 cm', 'seven']) });
    expect(saidOf(report)['Products:2']).toContain('Thread “seven”');
    expect(saidOf(report)['Products:2']).toMatch(/^error/);
  });

  test('leaves a column of its name to the merchant where another column is of its field, or is called so too', () => {
    const bench = shopWith({ key: 'notes', type: 'single_line_text_field', name: 'My notes' });
    bench.sync({
      Products: sheetOf(['My notes', 'Metafield: custom.notes'], ['hat', 'mine', 'for customers']),
    });
    bench.sync({ More: sheetOf(['My notes', 'my notes'], ['cap', 'mine', 'also mine']) });
    expect(metafieldsIn(bench)).toEqual(['hat custom.notes for customers']);
  });

  test('is asked for by its key where another has the same name, and is never guessed', () => {
    const bench = shopWith(
      { key: 'width', type: 'dimension', name: 'Width' },
      { key: 'wide', type: 'number_integer', name: 'width', ownerType: 'PRODUCTVARIANT' },
    );
    bench.sync({ Products: sheetOf(['Width'], ['hat', '12 cm']) });
    expect(metafieldsIn(bench)).toEqual([]);
    const { sheetId } = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Products') as never;
    bench.call('chooseTabs', { sheetIds: [sheetId] });
    bench.call('previewSync');
    const preview = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Sync preview');
    expect(JSON.stringify(preview)).toContain(
      '2 metafields are called so. Write which one you mean: “Metafield: custom.width” or “Variant Metafield: custom.wide”.',
    );
  });

  test('is read only where a ticked tab has such a column', () => {
    const bench = shopWith();
    const without = bench.sync({ Products: sheetOf([], ['hat']) });
    expect(without.requests.byOperation.metafieldDefinitions).toBeUndefined();
    const report = bench.sync({ Products: sheetOf(['Metafield: custom.aa [url]'], ['hat', '']) });
    // Of products and of variants, with one request.
    expect(report.requests.byOperation.metafieldDefinitions).toBe(1);
  });

  test('that gets another type since is followed, and the value is asked about', () => {
    const bench = shopWith();
    const sync = (header: string, value: string, ...args: string[]) =>
      saidOf(bench.sync({ Products: sheetOf([header], ['hat', value]) }, ...args))['Products:2'];
    sync('Metafield: custom.aa [single_line_text_field]', '5');
    expect(sync('Metafield: custom.aa [number_integer]', '6', '--preview')).toMatch(
      /^skipped .*Shopify has 5, the sheet 6/,
    );
    expect(metafieldsIn(bench)).toEqual(['hat custom.aa 5']);
  });
});

describe('a reference', () => {
  const header = 'Metafield: custom.sibling [product_reference]';

  test('to something that Shopify does not have is an error, and the rest of its row is synced all the same', () => {
    const bench = shopWith();
    const sheet = { Products: sheetOf([header, MATERIAL], ['hat', 'blue-hat', 'Wool']) };
    expect(saidOf(bench.sync(sheet))['Products:2']).toBe(
      `error ${header}: Shopify has no product with the handle “blue-hat”. Correct it, or type its ID. Status is empty, so it is draft.`,
    );
    expect(metafieldsIn(bench)).toEqual(['hat custom.material Wool']);
  });

  test('by the ID of an item that is not there is refused by Shopify, and its row says so', () => {
    const bench = shopWith();
    const sheet = { Products: sheetOf([header, MATERIAL], ['hat', '42', 'Wool']) };
    expect(saidOf(bench.sync(sheet))['Products:2']).toContain('references non-existent resource');
    expect(metafieldsIn(bench)).toEqual(['hat custom.material Wool']);
  });
});

describe('two columns of one metafield', () => {
  test('in one tab are refused, whatever their headers call it', () => {
    const headers = ['Metafield: custom.aa [string]', 'A (product.metafields.custom.aa)'];
    const bench = shopWith();
    expect(saidOf(bench.sync({ Products: sheetOf(headers, ['hat', 'x', 'y']) }))['Products:2']).toBe(
      `error This tab was not synced. Two columns mean the same: “${headers[0]}” and “${headers[1]}”. Remove or rename one of them.`,
    );
  });

  test('in two tabs that disagree are refused on both', () => {
    const bench = shopWith();
    const header = 'Metafield: custom.aa [string]';
    const tab = (value: string) =>
      csvOf([
        ['Handle', header],
        ['hat', value],
      ]);
    bench.sync({ Products: sheetOf([], ['hat']) });
    const two = saidOf(bench.sync({ One: tab('x'), Two: tab('y') }));
    expect(Object.values(two).every((each) => each.startsWith('error'))).toBe(true);
    expect(metafieldsIn(bench)).toEqual([]);
  });

  test('in two tabs that give it two types are refused on both', () => {
    const bench = shopWith();
    const tab = (type: string) =>
      csvOf([
        ['Handle', `Metafield: custom.aa [${type}]`],
        ['hat', '5'],
      ]);
    bench.sync({ Products: sheetOf([], ['hat']) });
    const two = saidOf(bench.sync({ One: tab('string'), Two: tab('integer') }));
    expect(two['One:2']).toMatch(/^error .*says otherwise than Metafield: custom.aa \[integer\]/);
    expect(two['Two:2']).toMatch(/^error .*says otherwise than Metafield: custom.aa \[string\]/);
    expect(metafieldsIn(bench)).toEqual([]);
  });
});

test('a metafield of the product on a further row of it is left out, and its row says so', () => {
  const bench = shopWith();
  const header = 'Metafield: custom.aa [string]';
  const sheet = csvOf([
    ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', header],
    ['hat', 'Hat', 'Size', 'S', 'H-1', 'first'],
    ['hat', '', '', 'M', 'H-2', 'second'],
  ]);
  expect(saidOf(bench.sync({ Products: sheet }))['Products:3']).toContain(
    `${header} on this row was left out`,
  );
  expect(metafieldsIn(bench)).toEqual(['hat custom.aa first']);
});
