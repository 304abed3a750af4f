import { DRAFT, HAT, HEADER, LARGE, product, SMALL, type Trap, variants } from './trap';

export const ROW_MEANING: readonly Trap[] = [
  {
    trap: 'a file without option columns deletes no variant',
    before: [HEADER, SMALL, LARGE],
    sheet: [
      ['Handle', 'Title', 'Price'],
      ['tee', 'Tee', '11.00'],
    ],
    says: {
      2: 'error “tee” has 2 variants and this row does not say which. Add the option columns or a SKU.',
    },
  },
  {
    trap: 'a variant that is gone from the sheet stays in Shopify',
    before: [HEADER, SMALL, LARGE],
    sheet: [HEADER, SMALL],
    says: { 2: 'not-compared' },
    leaves: (bench) => expect(variants(bench)).toHaveLength(2),
  },
  {
    trap: 'an option value that was corrected makes no second variant',
    before: [HEADER, SMALL, LARGE],
    sheet: [HEADER, SMALL, ['tee', '', '', 'XL', 'T-L', '12.00', '']],
    says: {
      2: 'unchanged',
      3: 'skipped Size L → XL is held: rename the option value in Shopify? Confirm it in the sidebar, or change the cell.',
    },
    args: ['--hold'],
  },
  {
    trap: 'a handle that was corrected makes no second product',
    before: [HEADER, HAT],
    sheet: [HEADER, ['sun-hat', 'Hat', '', '', 'H-1', '5.00', '']],
    says: {
      2: "conflict This row was “hat” at the last sync. Choose in the sidebar to rename it in Shopify, or type that handle again; for a new product, clear this row's Shopify ID.",
    },
  },
  {
    trap: 'a SKU that was corrected beside its handle is an edit like any other',
    before: [HEADER, HAT],
    sheet: [HEADER, ['hat', 'Hat', '', '', 'H-2', '5.00', '']],
    says: { 2: 'updated SKU H-1 → H-2.' },
    sends: { productVariantsBulkUpdate: 1 },
  },
  {
    trap: 'a new product does not take a SKU that another one has',
    before: [HEADER, HAT],
    sheet: [HEADER, HEADER.map(() => ''), ['cap', 'Cap', '', '', 'H-1', '5.00', '']],
    says: {
      3: 'error The SKU “H-1” belongs to the product “hat” in Shopify. Use that handle, or another SKU.',
    },
  },
  {
    trap: 'an ID that Shopify does not know finds nothing by accident',
    sheet: [
      ['Product ID', 'Title'],
      ['123', 'Hat'],
    ],
    says: { 2: 'error Shopify has no product with the ID 123. Check the ID, or use the handle.' },
  },
  {
    trap: 'two options of one name are refused before Shopify is asked',
    sheet: [
      ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value'],
      ['tee', 'Tee', 'Size', 'S', 'size', 'M'],
    ],
    says: { 2: 'error Option2 Name “size” is also Option1 Name. Give each option a name of its own.' },
  },
  {
    trap: 'handles of other scripts and with signs each make one product, and a picture makes none',
    sheet: [
      ['Handle', 'Title', 'Price'],
      ['new-era®-mütze', 'Hat', '5.00'],
      ['帽子', 'Cap', '5.00'],
      ['🎩', 'Top hat', '5.00'],
    ],
    says: {
      2: DRAFT,
      3: DRAFT,
      4: 'error The handle “🎩” has no letter and no digit, of which Shopify makes handles. Type one such as red-mug.',
    },
    sends: { productSet: 2 },
  },
  {
    trap: 'rows of one handle that stand apart are one product',
    sheet: [HEADER, SMALL, HAT, LARGE],
    says: { 2: DRAFT, 3: DRAFT, 4: 'created' },
    sends: { productSet: 2 },
    leaves: (bench) => expect(variants(bench)).toHaveLength(2),
  },
  {
    trap: 'rows of a hand-made file that repeat title and status on image rows make no variants',
    sheet: [
      [...HEADER, 'Status', 'Image Src'],
      [...SMALL, 'active', 'https://a.example/1.jpg'],
      ['tee', 'Tee', '', '', '', '', '', 'active', 'https://a.example/2.jpg'],
    ],
    says: { 2: 'created', 3: 'created' },
    sends: { productSet: 1 },
    leaves: (bench) => expect(variants(bench)).toHaveLength(1),
  },
  {
    trap: 'the image beside a variant row is not that of the variant',
    sheet: [
      [...HEADER, 'Image Src', 'Variant Image'],
      [...SMALL, 'https://a.example/1.jpg', ''],
      [...LARGE, 'https://a.example/2.jpg', 'https://a.example/1.jpg'],
    ],
    says: { 2: DRAFT, 3: 'created' },
    sends: { productSet: 1 },
    leaves: (bench) => expect(product(bench)?.media).toHaveLength(2),
  },
];
