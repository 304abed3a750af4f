import fc from 'fast-check';
import type { RunSummary } from '../../../src/answers/answers';
import { sampled } from '../../support/sampled';
import { type Scheduled, scheduled } from '../../support/scheduled-spreadsheet';

/** Two spreadsheets of one store, each with a memory of its own: what one of them sends is an edit in Shopify for the other. */
function two(): readonly [Scheduled, Scheduled] {
  const one = scheduled({ runtime: { installed: 'addon' } });
  return [one, scheduled({ beside: one, runtime: { installed: 'addon' } })];
}

function sync(sheet: Scheduled): RunSummary {
  sheet.clock.advance(61_000);
  const answered = sheet.call<RunSummary>('startSync', {});
  if (!answered.ok) throw new Error(answered.problem.message);
  return answered.value;
}

const rowsOf = ({ state }: Scheduled) => state.workbook.sheets.find(({ name }) => name === 'Prices')!.rows;
const saidOf = (sheet: Scheduled, row: number) => {
  const [header = [], ...rows] = rowsOf(sheet);
  const at = header.indexOf('Sync status');
  return `${rows[row]?.[at]} ${rows[row]?.[at + 1]}`;
};

interface Step {
  readonly who: 0 | 1;
  /** Rows that are typed over, with the cents of their new price. */
  readonly edits: readonly (readonly [row: 0 | 1 | 2, cents: number])[];
}

const steps = fc.array(
  fc.record<Step>({
    who: fc.constantFrom(0, 1),
    edits: fc.array(fc.tuple(fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: 4 })), { maxLength: 2 }),
  }),
  { minLength: 3, maxLength: 9 },
);

test('two spreadsheets of one store never overwrite each other unseen, say what is true, and come to rest', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const sheets = two();
      const store = ['10.00', '10.00', '10.00'];
      /** What each cell said and the store had when they were last in step. */
      const last = [0, 1].map(() => store.map((price) => [price, price] as const));
      for (const { who, edits } of taken) {
        const sheet = sheets[who];
        for (const [row, cents] of edits) rowsOf(sheet)[row + 1]![1] = `10.${cents}0`;
        const cells = [1, 2, 3].map((row) => String(rowsOf(sheet)[row]?.[1]));
        const before = [...store];
        sync(sheet);
        for (const [row, cell] of cells.entries()) {
          const [said, had] = last[who]![row]!;
          if (cell === before[row]) last[who]![row] = [cell, cell];
          else if (cell !== said && before[row] === had) {
            store[row] = cell;
            last[who]![row] = [cell, cell];
            expect(saidOf(sheet, row)).toBe(`Updated Price ${had} → ${cell}.`);
          } else if (cell !== said) expect(saidOf(sheet, row)).toMatch(/^Changed in both Price: /);
          expect(saidOf(sheet, row)).not.toMatch(cell === before[row] ? /^Updated/ : /^Up to date/);
        }
        expect(sheet.prices()).toEqual(store);
        const words = [0, 1, 2].map((row) => saidOf(sheet, row).replace(/^Updated.*/, ''));
        expect(sync(sheet).sent).toBe(0);
        sync(sheet);
        for (const [row, text] of words.entries())
          if (/^(Changed|Differs)/.test(text)) expect(saidOf(sheet, row)).toBe(text);
        expect(sheet.prices()).toEqual(store);
      }
    }),
    { numRuns: sampled(8, 100) },
  );
});
