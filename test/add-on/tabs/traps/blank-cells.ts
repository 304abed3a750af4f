import { DRAFT, HAT, HEADER, LARGE, product, SMALL, type Trap, variants } from './trap';

export const BLANK_CELLS: readonly Trap[] = [
  {
    trap: 'blank cells do not wipe what Shopify has',
    before: [HEADER, ['hat', 'Hat', '', '', 'H-1', '5.00', '4006381333931']],
    sheet: [HEADER, ['hat', '', '', '', '', '', '']],
    says: { 2: 'not-compared' },
    leaves: (bench) => expect(variants(bench)[0]).toMatchObject({ sku: 'H-1', barcode: '4006381333931' }),
  },
  {
    trap: 'a column that is gone from the sheet leaves its field alone',
    before: [HEADER, HAT],
    sheet: [
      ['Handle', 'Title'],
      ['hat', 'Hat'],
    ],
    says: { 2: 'not-compared' },
  },
  {
    trap: 'a field is emptied on purpose by a word, and the row names it',
    before: [HEADER, ['hat', 'Hat', '', '', 'H-1', '5.00', '4006381333931']],
    sheet: [HEADER, ['hat', 'Hat', '', '', 'H-1', '5.00', '[clear]']],
    says: { 2: 'updated Barcode 4006381333931 → (empty).' },
    sends: { productVariantsBulkUpdate: 1 },
  },
  {
    trap: 'a title cannot be emptied, by no word',
    sheet: [HEADER, ['hat', '[clear]', '', '', 'H-1', '5.00', '']],
    says: { 2: 'error Title cannot be emptied in Shopify. Type a value, or leave the cell blank.' },
  },
  {
    trap: 'blank product cells on the rows of further variants mean nothing',
    before: [
      [...HEADER, 'Vendor'],
      [...SMALL, 'Acme'],
      [...LARGE, ''],
    ],
    sheet: [
      [...HEADER, 'Vendor'],
      [...SMALL, 'Acme'],
      ['tee', '', '', 'L', 'T-L', '13.00', '', ''],
    ],
    says: { 2: 'unchanged', 3: 'updated Price 12.00 → 13.00.' },
    sends: { productVariantsBulkUpdate: 1 },
    leaves: (bench) => expect(product(bench)?.vendor).toBe('Acme'),
  },
  {
    trap: 'a blank Published does not publish, and a blank Status makes a draft',
    sheet: [
      ['Handle', 'Title', 'Price', 'Published', 'Status'],
      ['hat', 'Hat', '5.00', '', ''],
    ],
    says: { 2: DRAFT },
    sends: { productSet: 1 },
    leaves: (bench) => expect(product(bench)?.status).toBe('DRAFT'),
  },
];
