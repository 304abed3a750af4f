import fc from 'fast-check';
import type { RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { sampled } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';

const HEADER = [
  'Handle',
  'Title',
  'SKU',
  'Price',
  'Inventory tracker',
  'Inventory quantity',
  'Vendor',
  'Tags',
];
const ROWS = 4;
/** A price that changes a little goes by itself, one that falls is held. */
const EDITS = {
  price: { column: 3, values: ['21.00', '2.00'] },
  vendor: { column: 6, values: ['Mine'] },
  title: { column: 1, values: ['Renamed'] },
  quantity: { column: 5, values: ['44'] },
  tags: { column: 7, values: ['new, old'] },
} as const;
type Field = keyof typeof EDITS;
const FIELDS = Object.keys(EDITS) as Field[];

const first = openWorkbench();
first.sync({
  Products: csvOf([
    HEADER,
    ...Array.from({ length: ROWS }, (_, row) => [
      `p-${row}`,
      `P ${row}`,
      `S-${row}`,
      '20.00',
      'shopify',
      '41',
      'Acme',
      'old',
    ]),
  ]),
});
const SYNCED = first.save();

const edit = fc.constantFrom(...FIELDS).chain((field) =>
  fc.record({
    row: fc.nat(ROWS - 1),
    field: fc.constant(field),
    value: fc.constantFrom<string>(...EDITS[field].values),
  }),
);

const theirs = fc.record({ row: fc.nat(ROWS - 1), price: fc.boolean(), vendor: fc.boolean() });

function inShopify(
  bench: Workbench,
  { row, price, vendor }: { row: number; price: boolean; vendor: boolean },
) {
  const product = bench.store.dump().products.find(({ handle }) => handle === `p-${row}`);
  const { errors } = bench.store.execute({
    query: `mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!, $input: ProductUpdateInput!) {
      productVariantsBulkUpdate(productId: $product, variants: $variants) { userErrors { message } }
      productUpdate(product: $input) { userErrors { message } } }`,
    variables: {
      product: product?.id,
      variants: [{ id: product?.variants[0]?.id, ...(price && { price: '23.00' }) }],
      input: { id: product?.id, ...(vendor && { vendor: 'Theirs' }) },
    },
  });
  expect(errors).toBeUndefined();
}

/** `row|field` → value, of everything that may change. */
function valuesOf(bench: Workbench): Map<string, string> {
  const values = new Map<string, string>();
  for (const { handle, title, vendor, tags, variants } of bench.store.dump().products) {
    const [variant] = variants;
    const [level] = Object.values(variant?.inventory ?? {});
    const row = handle.slice(2);
    const all = {
      title,
      vendor,
      tags: [...tags].sort().join(),
      price: variant?.price,
      quantity: level?.available,
    };
    for (const [field, value] of Object.entries(all)) values.set(`${row}|${field}`, String(value));
  }
  return values;
}

function answered(bench: Workbench, name: string, request?: object): RunSummary {
  const answer = bench.call<RunSummary>(name, ...(request ? [request] : []));
  if (!answer.ok) throw new Error(`${name}: ${answer.problem.message}`);
  return answer.value;
}

/** Questions of a page: what it shows of each is the row, and the header or the change that begins with it. */
function questionsOf({ held, conflicts, unsynced }: RunSummary) {
  const cells = [...conflicts.shown, ...Object.values(unsynced).flatMap(({ shown }) => shown)];
  return [
    ...held.shown.map(({ key, row }) => ({ key, row, column: 'Price', isHeld: true })),
    ...cells.map(({ key, row, column }) => ({ key, row, column, isHeld: false })),
  ];
}

const FIELD_OF: Readonly<Record<string, Field>> = {
  Price: 'price',
  Vendor: 'vendor',
  Title: 'title',
  Tags: 'tags',
  'Inventory quantity': 'quantity',
};

test('whatever changed on both sides, a decision changes in Shopify the cells that were chosen, and no other', () => {
  let decided = 0;
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      fc.array(theirs, { maxLength: 3 }),
      fc.array(edit, { maxLength: 3 }),
      fc.record({
        picked: fc.array(fc.boolean(), { maxLength: 8 }),
        forgets: fc.boolean(),
        runs: fc.boolean(),
      }),
      fc.constantFrom('sheet', 'shopify'),
      (edits, others, later, { picked, forgets, runs }, side) => {
        const bench = openWorkbench({ saved: SYNCED });
        const { workbook } = bench.runtime.state;
        if (forgets) workbook.sheets = workbook.sheets.filter(({ name }) => name === 'Products');
        const { rows } = workbook.sheets.find(({ name }) => name === 'Products')!;
        const type = ({ row, field, value }: (typeof edits)[number]) => {
          rows[row + 1]![EDITS[field].column] = value;
        };
        edits.forEach(type);
        for (const other of others) inShopify(bench, other);
        if (forgets || !runs) bench.call('previewSync');
        const shown = answered(bench, runs ? 'startSync' : 'previewSync');
        const questions = questionsOf(shown);
        const chosen = questions.filter((_, index) => picked[index]);
        // What is typed now was not shown, and must not go along. A question whose cell is typed over lapses.
        const isAsked = ({ row, field }: (typeof later)[number]) =>
          questions.some((question) => question.row === row + 2 && FIELD_OF[question.column] === field);
        later.filter((each) => !isAsked(each)).forEach(type);
        const before = valuesOf(bench);
        let { run } = shown;
        for (const isHeld of [true, false]) {
          const keys = chosen.filter((question) => question.isHeld === isHeld).map(({ key }) => key);
          if (keys.length === 0) continue;
          const done = answered(bench, isHeld ? 'confirmHeld' : 'resolveConflicts', {
            run,
            keys,
            ...(!isHeld && { side }),
          });
          run = done.run;
          decided += keys.length;
          expect(questionsOf(done).filter(({ key }) => keys.includes(key))).toEqual([]);
        }
        const sent = chosen.filter(({ isHeld }) => isHeld || side === 'sheet');
        const changed = [...valuesOf(bench)].filter(([name, value]) => before.get(name) !== value);
        const wanted = sent.map(({ row, column }) => `${row - 2}|${FIELD_OF[column]}`);
        for (const [name] of changed) expect(wanted).toContain(name);
        for (const { row, column, isHeld } of chosen) {
          const [cell, value] = [
            String(rows[row - 1]?.[EDITS[FIELD_OF[column]!].column]),
            valuesOf(bench).get(`${row - 2}|${FIELD_OF[column]}`),
          ];
          const holdsOn = !isHeld && column === 'Price' && cell === '2.00';
          if (column !== 'Tags' && !holdsOn) expect(Number(cell) || cell).toBe(Number(value) || value);
        }
      },
    ),
    { numRuns: sampled(20, 1_000), seed: 10 },
  );
  expect(decided).toBeGreaterThan(10);
});
