import fc from 'fast-check';
import { seedCatalog } from '../../../local/store/seed-catalog';
import { csvOf } from '../../support/csv';
import { undoLast } from '../../support/running';
import { sampled } from '../../support/sampled';
import { openWorkbench, saidOf } from '../../support/workbench';
import { barcodesOf, type Code, openMugs } from './mugs';

const HEADER = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'SKU', 'Barcode', 'Price'];
type Sizes = Readonly<Record<string, { readonly barcode?: string; readonly price?: string }>>;

/** A product with a row for each size. */
function sheet(sizes: Sizes): { Products: string } {
  const rows = Object.entries(sizes).map(([size, { barcode = '', price = '5.00' }], index) =>
    index === 0
      ? ['mug', 'Mug', 'Size', size, `M-${size}`, barcode, price]
      : ['mug', '', '', size, `M-${size}`, barcode, price],
  );
  return { Products: csvOf([HEADER, ...rows]) };
}

const THREE: readonly Code[] = ['111', { value: '5901234123457', type: 'EAN' }, '333'];

describe('a variant with several barcodes', () => {
  test('keeps the others when its cell changes, its row says so, and an undo gives the list back', () => {
    const bench = openMugs({ S: THREE, M: ['m'] });
    const before = barcodesOf(bench);
    bench.sync(sheet({ S: { barcode: '111' }, M: { barcode: 'm' } }));
    const report = bench.sync(sheet({ S: { barcode: '222', price: '6.00' }, M: { barcode: 'm2' } }));
    expect(barcodesOf(bench)).toEqual({ S: ['222', '5901234123457 EAN', '333'], M: ['m2'] });
    expect(saidOf(report)).toMatchObject({
      'Products:2': expect.stringMatching(/^updated Barcode 111 → 222.* Its 2 other barcodes stay\.$/),
      'Products:3': 'updated Barcode m → m2.',
    });
    undoLast(bench);
    expect(barcodesOf(bench)).toEqual(before);
  });

  test('is foretold by the preview in the same words', () => {
    const bench = openMugs({ S: THREE });
    bench.sync(sheet({ S: { barcode: '111' } }));
    const said = saidOf(bench.sync(sheet({ S: { barcode: '222' } }), '--preview'));
    expect(said['Products:2']).toBe('updated Barcode 111 → 222. Its 2 other barcodes stay.');
    expect(barcodesOf(bench).S?.[0]).toBe('111');
  });

  test('keeps them when only its price, its SKU or its stock changes', () => {
    const bench = openMugs({ S: THREE });
    bench.sync(sheet({ S: { barcode: '111' } }));
    bench.sync(sheet({ S: { price: '7.00' } }));
    expect(barcodesOf(bench).S).toEqual(['111', '5901234123457 EAN', '333']);
  });

  test('whose cell gets one of the others has the two change places, and back by an undo', () => {
    const bench = openMugs({ S: ['111', '222', '333'] });
    bench.sync(sheet({ S: { barcode: '111' } }));
    const report = bench.sync(sheet({ S: { barcode: '333' } }));
    expect(barcodesOf(bench).S).toEqual(['333', '222', '111']);
    expect(saidOf(report)['Products:2']).toContain('333 was another of its barcodes: the two change places.');
    undoLast(bench);
    expect(barcodesOf(bench).S).toEqual(['111', '222', '333']);
  });

  test('is not emptied by [clear], and its row says which barcodes it has', () => {
    const bench = openMugs({ S: THREE, M: ['m'] });
    bench.sync(sheet({ S: { barcode: '111' }, M: { barcode: 'm' } }));
    const report = bench.sync(sheet({ S: { barcode: '[clear]' }, M: { barcode: '[clear]' } }));
    expect(barcodesOf(bench)).toEqual({ S: ['111', '5901234123457 EAN', '333'], M: [] });
    expect(saidOf(report)['Products:2']).toBe(
      'skipped Barcode was not emptied: this item has 3 barcodes in Shopify, and 5901234123457 would take the place of 111. Remove 111 in Shopify admin.',
    );
  });

  test('is not emptied by an undo either, where somebody added a second one meanwhile', () => {
    const bench = openMugs({ S: [] });
    bench.sync(sheet({ S: {} }));
    bench.sync(sheet({ S: { barcode: '111' } }));
    const [product] = bench.store.dump().products;
    bench.store.execute({
      query: `mutation ($id: ID!, $variants: [ProductVariantsBulkInput!]!) {
        productVariantsBulkUpdate(productId: $id, variants: $variants) { userErrors { message } } }`,
      variables: {
        id: product?.id,
        variants: [{ id: product?.variants[0]?.id, barcodes: [{ value: '111' }, { value: '222' }] }],
      },
    });
    expect(undoLast(bench).totals.skipped).toBe(1);
    expect(barcodesOf(bench).S).toEqual(['111', '222']);
  });

  test('keeps them where rows exchange their barcodes', () => {
    const bench = openMugs({ S: ['111', 's2'], M: ['222', 'm2'] });
    bench.sync(sheet({ S: { barcode: '111' }, M: { barcode: '222' } }));
    bench.sync(sheet({ S: { barcode: '222' }, M: { barcode: '111' } }));
    expect(barcodesOf(bench)).toEqual({ S: ['222', 's2'], M: ['111', 'm2'] });
  });

  test('keeps them where a new variant comes to its product', () => {
    const bench = openMugs({ S: THREE });
    bench.sync(sheet({ S: { barcode: '111' } }));
    bench.sync(sheet({ S: { barcode: '222' }, L: { barcode: 'new' } }));
    expect(barcodesOf(bench)).toEqual({ S: ['222', '5901234123457 EAN', '333'], L: ['new'] });
  });

  test('has the type of its only barcode kept, and a code that does not fit it is an error with a cure', () => {
    const bench = openMugs({ S: [{ value: '5901234123457', type: 'EAN' }] });
    bench.sync(sheet({ S: { barcode: '5901234123457' } }));
    bench.sync(sheet({ S: { barcode: '4006381333931' } }));
    expect(barcodesOf(bench).S).toEqual(['4006381333931 EAN']);
    const report = bench.sync(sheet({ S: { barcode: 'own-1' } }));
    expect(barcodesOf(bench).S).toEqual(['4006381333931 EAN']);
    expect(saidOf(report)['Products:2']).toMatch(
      /^error Shopify refused: .* remove its type in Shopify admin\.$/,
    );
  });
});

/** A barcode with its type, and one that Shopify does not take under this type. */
const MISFITS: readonly (readonly [type: string, value: string, other: string, what: string])[] = [
  ['ISBN', '9780306406157', '5901234123457', 'which is no number of a book'],
  ['ISBN', '0306406152', '0306406153', 'whose last digit is wrong'],
  ['ISBN', '080442957X', '08044X9570', 'which has its X in the middle'],
  ['ASIN', 'B00EXAMPLE', 'own-1', 'which is too short'],
  ['ASIN', 'B00EXAMPLE', 'b00example', 'which has small letters'],
  ['GTIN', '00012345600012', '00012345600013', 'whose last digit is wrong'],
  ['UPC', '012345678905', '5901234123457', 'which has thirteen digits'],
];

/** The other way round: codes that fit, which are exchanged. */
const FITTING: readonly (readonly [type: string, value: string, other: string])[] = [
  ['ISBN', '9780306406157', '080442957X'],
  ['ASIN', 'B00EXAMPLE', '0306406152'],
  ['UPC', '012345678905', '01234565'],
];

describe('barcodes that rows exchange are sent wholly or not at all', () => {
  test.each(FITTING)('an %s %s is exchanged for %s, which fits as well', (type, value, other) => {
    const bench = openMugs({ S: [{ value, type }], M: [other] });
    bench.sync(sheet({ S: { barcode: value }, M: { barcode: other } }));
    bench.sync(sheet({ S: { barcode: other }, M: { barcode: value } }));
    expect(barcodesOf(bench)).toEqual({ S: [`${other} ${type}`], M: [value] });
  });

  const EAN = { value: '5901234123457', type: 'EAN' };
  const A = '5901234123457';

  test.each<[string, Readonly<Record<string, readonly Code[]>>, readonly string[]]>([
    ['where one is kept under a type that the other does not fit', { S: [EAN], M: ['own-1'] }, ['own-1', A]],
    ['along a chain of three', { S: ['own-1'], M: [EAN], L: ['own-3'] }, [A, 'own-3', 'own-1']],
    ['where the one that gives it away gets a new one', { S: [EAN], M: ['own-1'] }, ['new-1', A]],
    ...MISFITS.map(
      ([type, value, other, what]): [
        string,
        Readonly<Record<string, readonly Code[]>>,
        readonly string[],
      ] => [
        `where an ${type} is to become ${other}, ${what}`,
        { S: [{ value, type }], M: [other] },
        [other, value],
      ],
    ),
    ['where one has several and is to have none', { S: [A, 'x'], M: ['own-1'] }, ['[clear]', A]],
  ])('%s', (_, mugs, typed) => {
    const bench = openMugs(mugs);
    const names = Object.keys(mugs);
    const cells = (codes: readonly string[]) =>
      sheet(Object.fromEntries(names.map((name, index) => [name, { barcode: codes[index] ?? '' }])));
    const before = barcodesOf(bench);
    const firsts = names.map((name) => before[name]?.[0]?.split(' ')[0] ?? '');
    bench.sync(cells(firsts));
    const said = Object.values(saidOf(bench.sync(cells(typed))));
    expect(barcodesOf(bench)).toEqual(before);
    expect(said.filter((text) => !/^(skipped|error)/.test(text))).toEqual([]);
    expect(said.join(' ')).toContain(' waits: ');
  });

  test('where only one of the two rows was selected, and both go with the next sync', () => {
    const bench = openMugs({ S: ['111'], M: ['222'] });
    bench.sync(sheet({ S: { barcode: '111' }, M: { barcode: '222' } }));
    bench.paste(sheet({ S: { barcode: '222' }, M: { barcode: '111' } }));
    const { workbook } = bench.runtime.state;
    workbook.activeSheetId = workbook.sheets.find(({ name }) => name === 'Products')?.id ?? 0;
    workbook.selection = [{ row: 3, column: 1, rowCount: 1, columnCount: 3 }];
    expect(bench.call('syncSelectedRows')).toMatchObject({ ok: true, value: { sent: 0 } });
    expect(barcodesOf(bench)).toEqual({ S: ['111'], M: ['222'] });
    expect(bench.call('startSync', {})).toMatchObject({ ok: true, value: { held: { count: 0 } } });
    expect(barcodesOf(bench)).toEqual({ S: ['222'], M: ['111'] });
  });
});

describe('where Shopify does not know several barcodes', () => {
  test('one is changed as ever', () => {
    const bench = openMugs(
      { S: ['111'] },
      {
        answering: (request: { body?: unknown }, answer: { body: string }) =>
          String(request.body).includes('query Barcodes')
            ? {
                ...answer,
                body: JSON.stringify({
                  errors: [
                    {
                      message: "Field 'barcodes' doesn't exist on type 'ProductVariant'",
                      extensions: { code: 'undefinedField' },
                    },
                  ],
                }),
              }
            : answer,
      },
    );
    bench.sync(sheet({ S: { barcode: '111' } }));
    bench.sync(sheet({ S: { barcode: '222' } }));
    expect(barcodesOf(bench).S).toEqual(['222']);
  });
});

describe('whatever is edited, sent in bulk and undone', () => {
  const SIZES = ['S', 'M', 'L'] as const;
  const code = fc.constantFrom('1', '2', '3', '4', '5', '6', '[clear]', '');
  const edit = fc.record({
    S: code,
    M: code,
    L: code,
    price: fc.constantFrom('5.00', '6.00'),
    undo: fc.boolean(),
  });

  test('no barcode but the first of a variant is ever lost', () => {
    const lists = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', 'x', 'y'), {
      minLength: 2,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.tuple(lists, lists, lists),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (given, edits) => {
          const bench = openMugs(Object.fromEntries(SIZES.map((size, index) => [size, given[index] ?? []])));
          const firsts = (others: Record<string, string[]>) =>
            sheet(Object.fromEntries(SIZES.map((size) => [size, { barcode: others[size]?.[0] ?? '' }])));
          bench.sync(firsts(barcodesOf(bench)));
          for (const { undo, price, ...cells } of edits) {
            const before = barcodesOf(bench);
            bench.sync(
              sheet(Object.fromEntries(SIZES.map((size) => [size, { barcode: cells[size], price }]))),
            );
            const after = barcodesOf(bench);
            for (const size of SIZES) {
              expect(after[size]).toEqual(expect.arrayContaining(before[size]?.slice(1) ?? []));
              expect(after[size]).toHaveLength(before[size]?.length ?? 0);
            }
            const isChanged = JSON.stringify(after) !== JSON.stringify(before);
            if (undo && isChanged) {
              undoLast(bench);
              expect(barcodesOf(bench)).toEqual(before);
            }
          }
        },
      ),
      { numRuns: sampled(2, 100) },
    );
  }, 120_000);

  test('not in bulk either, nor by undoing that', () => {
    const COUNT = 60;
    const sizes = Array.from({ length: COUNT }, (_, index) => `${index}`);
    const small = '"throttleStatus":{"maximumAvailable":300,"currentlyAvailable":300,"restoreRate":5}';
    const bench = openWorkbench({
      answering: (_, answer) =>
        'failure' in answer
          ? answer
          : { ...answer, body: answer.body.replace(/"throttleStatus":\{[^}]*\}/, small) },
    });
    seedCatalog(bench.store, {
      products: sizes.map((name) => ({
        handle: `mug-${name}`,
        title: `Mug ${name}`,
        variants: [
          {
            sku: `M-${name}`,
            price: '5.00',
            barcodes: [`a-${name}`, `b-${name}`].map((value) => ({ value, type: null })),
          },
        ],
      })),
    });
    const tab = (first: string) =>
      csvOf([
        ['Handle', 'SKU', 'Barcode'],
        ...sizes.map((name) => [`mug-${name}`, `M-${name}`, `${first}-${name}`]),
      ]);
    const standing = () =>
      bench.store
        .dump()
        .products.map(({ variants }) => variants[0]?.barcodes.map(({ value }) => value.split('-')[0]).join());
    bench.sync({ Products: tab('a') });
    const report = bench.sync({ Products: tab('c') });
    expect(report.requests.byOperation.bulkOperationRunMutation).toBeGreaterThan(0);
    expect(new Set(standing())).toEqual(new Set(['c,b']));
    undoLast(bench);
    expect(new Set(standing())).toEqual(new Set(['a,b']));
  });
});
