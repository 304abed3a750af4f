import { tabTemplates } from '../../../../src/catalog/tab/tab-templates';
import { spreadsheet } from '../adapters';

const [PRODUCTS] = tabTemplates({});
if (!PRODUCTS) throw new Error('There is no template for products.');

const column = (header: string) => PRODUCTS.columns.findIndex((candidate) => candidate.header === header) + 1;
const inTab = (expression: string) =>
  `const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[1]; return ${expression}`;

function withProducts(tabs: Parameters<typeof spreadsheet>[0] = { Notes: [['mine']] }) {
  const opened = spreadsheet(tabs);
  const handle = opened.sheets.tabs.add(PRODUCTS as NonNullable<typeof PRODUCTS>);
  return { ...opened, handle };
}

describe('a new tab', () => {
  test('stands at the end with bold, frozen headers and nothing below them', () => {
    const { handle, cells, state, evaluate } = withProducts();
    expect(handle).toMatchObject({ name: 'Products', hidden: false });
    expect(cells('Products')).toEqual([PRODUCTS.columns.map(({ header }) => header)]);
    expect(state.workbook.sheets[1]).toMatchObject({ id: handle.sheetId, frozenRows: 1 });
    expect(evaluate(inTab('sheet.getRange(1, 1).getFontWeight()'))).toBe('bold');
  });

  test('keeps what is typed into an identifier as it is typed', () => {
    const { evaluate } = withProducts();
    const formatOf = (header: string) =>
      evaluate(inTab(`sheet.getRange(sheet.getMaxRows(), ${column(header)}).getNumberFormat()`));
    for (const header of ['URL handle', 'SKU', 'Barcode', 'Option1 value'])
      expect(formatOf(header)).toBe('@');
    expect(formatOf('Price')).not.toBe('@');
  });

  test('is filled below what it has room for: as text, with formulas and apostrophes as they are', () => {
    const { sheets, handle, cells, evaluate } = withProducts();
    const row = PRODUCTS.columns.map(({ header }) =>
      header === 'SKU' ? '00417' : header === 'Title' ? '=1+1' : header === 'Vendor' ? "'Acme'" : '',
    );
    sheets.tabs.fill(handle.sheetId, { firstRow: 1_200, cells: [row, row], columns: PRODUCTS.columns });
    expect(cells('Products')[1_199]?.slice(0, column('SKU'))).toEqual(row.slice(0, column('SKU')));
    expect(sheets.tabs.lastRow(handle.sheetId)).toBe(1_201);
    expect(evaluate(inTab(`sheet.getRange(1201, ${column('SKU')}).getNumberFormat()`))).toBe('@');
    expect(evaluate(inTab(`sheet.getRange(1201, ${column('Status')}).getDataValidation() !== null`))).toBe(
      true,
    );
    expect(evaluate(inTab(`sheet.getRange(1201, ${column('Title')}).getFormula()`))).toBe('');
  });

  test('offers the words of a column that knows only some, and refuses no other', () => {
    const { evaluate } = withProducts();
    const ruleOf = (header: string, row: string) =>
      evaluate(
        inTab(`(() => {
          const rule = sheet.getRange(${row}, ${column(header)}).getDataValidation();
          return rule && [...rule.getCriteriaValues()[0], rule.getAllowInvalid()];
        })()`),
      );
    expect(ruleOf('Status', '2')).toEqual(['active', 'draft', 'archived', 'unlisted', true]);
    expect(ruleOf('Published on online store', 'sheet.getMaxRows()')).toEqual(['TRUE', 'FALSE', true]);
    expect(ruleOf('Status', '1')).toBeNull();
    expect(ruleOf('Title', '2')).toBeNull();
  });

  test('says in a note on each header what its cells mean', () => {
    const { evaluate } = withProducts();
    const notes = evaluate(inTab('sheet.getRange(1, 1, 1, sheet.getLastColumn()).getNotes()[0]')) as string[];
    expect(notes.filter((note) => note === '')).toEqual([]);
    expect(notes[column('Status') - 1]).toBe(
      'Empty on a new product: active where it is published, otherwise draft. Active, draft, archived or unlisted. An empty cell changes nothing.',
    );
  });

  test('takes a number where its name is taken, in whatever case, and leaves that tab alone', () => {
    const { handle, cells } = withProducts({ products: [['mine']], 'Products 2': [['too']] });
    expect(handle.name).toBe('Products 3');
    expect(cells('products')).toEqual([['mine']]);
    expect(cells('Products 2')).toEqual([['too']]);
  });

  test('has room for every column', () => {
    const { cells } = withProducts();
    expect(cells('Products')[0]).toHaveLength(33);
  });
});
