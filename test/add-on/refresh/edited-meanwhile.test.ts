import { typeInto } from '../../../local/apps-script/runtime/person';
import { writeEntries } from '../../../local/apps-script/workbook/cells';
import { csvOf } from '../../support/csv';
import { sampled } from '../../support/sampled';
import { openWorkbench, type Workbench } from '../../support/workbench';
import { previewOf } from '../pull/pulling';
import { moveVariant } from './moving';
import { refresh } from './refreshing';

const SKUS = Array.from({ length: 6 }, (_, index) => `S-${index}`);
const WIDTH = 5;
/** All but the second and the fifth moved in Shopify, so that there are three stretches of cells to write. */
const MOVED = [0, 2, 3, 5];
const EDITED = 3;

function movedShop(): string {
  const bench = openWorkbench();
  bench.sync({
    Own: csvOf([
      ['SKU', 'Handle', 'Title', 'Price', 'Barcode'],
      ...SKUS.map((sku, index) => [sku, `hat-${index}`, `Hat ${index}`, '10.00', `B-${index}`]),
    ]),
  });
  bench.clock.advance(60_000);
  for (const index of MOVED)
    moveVariant(bench, `hat-${index}`, 0, { price: `${20 + index}.00`, barcode: `N-${index}` });
  return bench.save();
}

const ownOf = ({ runtime }: Workbench) => runtime.state.workbook.sheets.find(({ name }) => name === 'Own')!;
const rowOf = (bench: Workbench, sku: string) => ownOf(bench).rows.findIndex(([cell]) => cell === sku) + 1;

function type(bench: Workbench, column: number, text: string): void {
  const place = { row: rowOf(bench, SKUS[EDITED] as string), column };
  typeInto(bench.runtime.state.workbook, ownOf(bench), place, text, bench.clock.now());
}

interface Act {
  readonly act: (bench: Workbench) => void;
  /** What the cells of the edited row must say in the end, where it is not Shopify's value. */
  readonly price?: unknown;
  readonly barcode?: unknown;
}

const ACTS: Readonly<Record<string, Act>> = {
  'edits a price': { act: (bench) => type(bench, 4, '77'), price: 77 },
  'edits a barcode': { act: (bench) => type(bench, 5, 'MINE'), barcode: 'MINE' },
  'types a formula that shows the same': {
    act(bench) {
      const place = { row: rowOf(bench, SKUS[EDITED] as string), column: 4, rowCount: 1, columnCount: 1 };
      writeEntries(ownOf(bench), place, () => ({ value: 10, formula: '=5*2' }));
    },
    price: 10,
  },
  'inserts a row above': {
    act(bench) {
      const own = ownOf(bench);
      own.maxRows += 1;
      own.rows.splice(1, 0, ['', '', '', '', '', 'my own row']);
    },
  },
  'deletes a row above': { act: (bench) => ownOf(bench).rows.splice(2, 1) },
  'sorts the rows': {
    act(bench) {
      const { rows } = ownOf(bench);
      rows.splice(1, rows.length - 1, ...rows.slice(1).reverse());
    },
  },
  'inserts a column': {
    act(bench) {
      const own = ownOf(bench);
      own.maxColumns += 1;
      for (const row of own.rows) row.splice(3, 0, '');
    },
  },
  'filters the rows': { act: (bench) => ownOf(bench).hiddenRows.push(3, 4) },
};

/** Acts right before the n-th call that the refresh makes of the sheet; false where there are fewer. */
function refreshedWhile(saved: string, act: Act['act'], at: number): Workbench | undefined {
  let calls = 0;
  let isOn = false;
  const bench: Workbench = openWorkbench({
    saved,
    gate({ service, method }) {
      if (!isOn || service !== 'Range' || /^(setValues|setRichTextValues)$/.test(method)) return;
      calls += 1;
      if (calls === at) act(bench);
    },
  });
  isOn = true;
  refresh(bench);
  isOn = false;
  return calls >= at ? bench : undefined;
}

/** Each row with what it says, whatever columns a person inserted. */
function rowsOf(bench: Workbench) {
  const [headers = [], ...rows] = ownOf(bench).rows;
  const at = (header: string) => headers.indexOf(header);
  return rows
    .filter((row) => row[at('SKU')])
    .map((row) => ({ sku: row[at('SKU')], price: Number(row[at('Price')]), barcode: row[at('Barcode')] }));
}

describe('while a refresh is at work', () => {
  const saved = movedShop();

  test.each(Object.entries(ACTS))(
    'a person %s: nothing of theirs is overwritten, and no row gets what is another’s',
    (name, { act, price, barcode }) => {
      let acted = 0;
      for (let at = Math.ceil(name.length / 4); at < 200; at += sampled(8, 1)) {
        const bench = refreshedWhile(saved, act, at);
        if (!bench) break;
        acted += 1;
        refresh(bench);
        const rows = rowsOf(bench);
        const gone = name === 'deletes a row above' ? ['S-1'] : [];
        expect(rows.map(({ sku }) => sku).sort()).toEqual(SKUS.filter((sku) => !gone.includes(sku)));
        for (const row of rows) {
          const index = SKUS.indexOf(String(row.sku));
          const isMoved = MOVED.includes(index);
          const own = index === EDITED ? { price, barcode } : {};
          expect([at, row]).toEqual([
            at,
            {
              sku: row.sku,
              price: own.price ?? (isMoved ? 20 + index : 10),
              barcode: own.barcode ?? (isMoved ? `N-${index}` : `B-${index}`),
            },
          ]);
        }
        expect([at, ownOf(bench).rows.filter((row) => row.length > WIDTH + 5)]).toEqual([at, []]);
        const before = bench.store.dump();
        const { others } = previewOf(bench);
        if (price === undefined && barcode === undefined)
          expect([at, others.filter((line) => !line.includes('Not in the sheet'))]).toEqual([at, []]);
        expect(bench.store.dump()).toEqual(before);
      }
      expect(acted).toBeGreaterThan(3);
    },
  );
});
