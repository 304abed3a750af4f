import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf, type Workbench } from '../../support/workbench';

const SHEET = {
  Handle: '0045',
  Title: '0045',
  'Body (HTML)': '0045',
  Vendor: '0045',
  Type: '0045',
  Tags: 'new, 0045, 1.50',
  'SEO Title': '0045',
  'SEO Description': '0045',
  'Option1 Name': 'Size',
  'Option1 Value': '0045',
  SKU: '0045',
  Barcode: '0045',
  'HS Code': '010121',
  Price: '5',
};

type Row = Partial<Record<keyof typeof SHEET, string>>;

const file = (row: Row = {}) => ({
  Products: csvOf([Object.keys(SHEET), Object.values({ ...SHEET, ...row })]),
});

const catalog = ({ store }: Workbench) => JSON.stringify(store.dump().products);

const cure = (says: string, had: string) =>
  `held: a spreadsheet may have made ${says} of ${had}. If so, format the cell as plain text and type ${had}. Confirm it in the sidebar, or change the cell.`;

test('whichever text came back without its leading zero is held with the cure, and sent once confirmed', () => {
  const bench = openWorkbench();
  bench.sync(file());
  const before = catalog(bench);
  expect(before).toContain('0045');
  const columns: Readonly<Record<string, Row>> = {
    Title: { Title: '45' },
    'Body (HTML)': { 'Body (HTML)': '45' },
    Vendor: { Vendor: '45' },
    Type: { Type: '45' },
    'SEO Title': { 'SEO Title': '45' },
    'SEO Description': { 'SEO Description': '45' },
    SKU: { SKU: '45' },
    Barcode: { Barcode: '45' },
    'a tag': { Tags: 'new, 45, 1.50' },
    'an option value': { 'Option1 Value': '45' },
    'a handle': { Handle: '45', SKU: '', Barcode: '' },
  };
  for (const [column, row] of Object.entries(columns)) {
    const said = saidOf(bench.sync(file(row), '--hold'))['Products:2'];
    expect([column, said]).toEqual([column, expect.stringContaining('0045')]);
    if (column !== 'a handle') expect(said).toContain(cure('45', '0045'));
    expect(catalog(bench)).toBe(before);
  }
  expect(saidOf(bench.sync(file({ Tags: 'new, 0045, 1.5' }), '--hold'))['Products:2']).toContain(
    cure('1.5', '1.50'),
  );
  expect(saidOf(bench.sync(file({ 'HS Code': '10121' }), '--hold'))['Products:2']).toContain(
    cure('10121', '010121'),
  );
  expect(catalog(bench)).toBe(before);
  bench.sync(file({ Vendor: '45' }));
  expect(bench.store.dump().products[0]?.vendor).toBe('45');
  // Giving the zero back is no slip.
  bench.sync(file(), '--hold');
  expect(bench.store.dump().products[0]?.vendor).toBe('0045');
});

test('a whole file that Google opened without its zeros changes and makes nothing', () => {
  const bench = openWorkbench();
  bench.sync(file());
  const before = catalog(bench);
  const said = saidOf(bench.sync(file(), '--convert', '--hold'));
  expect(said['Products:2']).toMatch(/^(skipped|conflict|error) /);
  expect(catalog(bench)).toBe(before);
});

test('a new option value or handle is held beside the one that it may have been', () => {
  const bench = openWorkbench();
  bench.sync(file());
  const before = catalog(bench);
  const others = { SKU: '', Barcode: '' };
  const rows = csvOf([
    Object.keys(SHEET),
    Object.values(SHEET),
    Object.values({ ...SHEET, ...others, 'Option1 Value': '45' }),
    Object.values({ ...SHEET, ...others, Handle: '45' }),
  ]);
  const said = saidOf(bench.sync({ Products: rows }, '--hold'));
  expect(said['Products:3']).toContain(cure('45', '0045'));
  expect(said['Products:4']).toContain(cure('45', '0045'));
  expect(catalog(bench)).toBe(before);
});

test('other numbers are other texts', () => {
  const bench = openWorkbench();
  bench.sync(file());
  bench.sync(file({ Vendor: '46', Type: '00045', Title: '0045 x', Tags: 'new, 0045, 1.50, 145' }), '--hold');
  expect(bench.store.dump().products[0]).toMatchObject({
    vendor: '46',
    productType: '00045',
    title: '0045 x',
    tags: expect.arrayContaining(['145']),
  });
});
