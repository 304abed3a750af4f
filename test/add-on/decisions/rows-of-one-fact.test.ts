import fc from 'fast-check';
import type { PreviewSummary, RunView } from '../../../src/answers/answers';
import { foreseenRows } from '../../support/foreseen';
import { sampled } from '../../support/sampled';
import type { Workbench } from '../../support/workbench';
import { answered, begin, call, FACTS, type Fact, lastRun, saidOf, textsOf, type } from './facts-in-two-rows';

const TABLE = FACTS.map((fact) => [fact.name, fact] as const);
const DISPUTABLE = TABLE.filter(([name]) => !name.startsWith('tags'));
const price = FACTS.find(({ name }) => name.startsWith('a price'))!;

/** What stands next to the rows of a fact after a run, or in the tab of a preview. */
type Saying = (bench: Workbench, fact: Fact) => string[];

const previewed: Saying = (bench, { cells }) => {
  const rows = foreseenRows(bench);
  return cells.map(([tab, row]) => {
    const [, , status, message] = rows.find(([name, number]) => name === tab && Number(number) === row)!;
    return `${status} | ${message ?? ''}`;
  });
};

/** Every row says the state of the fact, under its own header. */
function expectsAll(said: readonly string[], { cells }: Fact, status: string): void {
  expect(said.map((text) => text.split(' | ')[0])).toEqual(cells.map(() => status));
  for (const [index, text] of said.entries()) expect(text).toContain(cells[index]![2]);
}

describe.each(TABLE)('%s', (_, fact) => {
  test('differs on each of its rows once it changed in Shopify', () => {
    const bench = begin();
    fact.move(bench, fact.theirs);
    call(bench, 'previewSync');
    expectsAll(previewed(bench, fact), fact, 'Differs');
  });

  test('is updated on each of its rows, in the preview and by the run, and counts once', () => {
    const bench = begin();
    type(bench, fact.cells, fact.mine);
    const { planned, held } = answered<PreviewSummary>(bench, 'previewSync');
    expectsAll(previewed(bench, fact), fact, 'To update');
    expect(held.count).toBe(0);
    expect(JSON.stringify(planned?.change)).not.toMatch(/[2-9]/);
    const { preview } = answered<PreviewSummary>(bench, 'previewSync');
    expect(call(bench, 'applyPreview', { preview })).toMatchObject({ totals: { skipped: 0 } });
    expectsAll(saidOf(bench, fact), fact, 'Updated');
  });

  test('is held on each of its rows after an undo', () => {
    const bench = begin();
    type(bench, fact.cells, fact.mine);
    const { run } = call(bench, 'startSync');
    call(bench, 'undoRun', { run });
    expectsAll(saidOf(bench, fact), fact, 'Held');
    call(bench, 'previewSync');
    expectsAll(previewed(bench, fact), fact, 'Held');
  });
});

describe.each(DISPUTABLE)('%s', (_, fact) => {
  test('changed in both on each of its rows, and is one question', () => {
    const bench = begin();
    fact.move(bench, fact.theirs);
    type(bench, fact.cells, fact.mine);
    const { conflicts } = call(bench, 'startSync');
    expectsAll(saidOf(bench, fact), fact, 'Changed in both');
    expect(conflicts.count).toBe(1);
  });
});

test('A price of two rows that looks like a slip is held on both, and is one question', () => {
  const bench = begin();
  type(bench, price.cells, '1');
  const { held } = call(bench, 'startSync');
  expectsAll(saidOf(bench, price), price, 'Held');
  expect(held.count).toBe(1);
});

test('A barcode of two rows that Shopify refuses is an error on both', () => {
  const bench = begin();
  const [barcode] = FACTS.filter(({ name }) => name.startsWith('a barcode'));
  type(bench, barcode!.cells, 'B'.repeat(300));
  call(bench, 'startSync');
  expect(saidOf(bench, barcode!).map((text) => text.split(' | ')[0])).toEqual(['Error', 'Error']);
});

describe('Of a price of two rows, a run over selected rows', () => {
  const select = (bench: Workbench, tab: string, row: number) => {
    const { workbook } = bench.runtime.state;
    workbook.activeSheetId = workbook.sheets.find(({ name }) => name === tab)!.id;
    workbook.selection = [{ row, column: 1, rowCount: 1, columnCount: 3 }];
  };

  test.each(price.cells)('sends it where the row of %s is selected', (tab, row) => {
    const bench = begin();
    type(bench, price.cells, '11');
    select(bench, tab, row);
    call(bench, 'syncSelectedRows');
    expect(price.inStore(bench)).toBe('11');
    expectsAll(saidOf(bench, price), price, 'Updated');
  });

  test('says on both that it was not sent where neither is selected', () => {
    const bench = begin();
    type(bench, price.cells, '11');
    select(bench, 'Products', 4);
    call(bench, 'syncSelectedRows');
    expect(price.inStore(bench)).toBe('10');
    for (const text of saidOf(bench, price)) expect(text).toMatch(/^Held \| Not sent/);
  });
});

/** Words for the truth of every row: *Up to date* where all of its facts are equal, and one state for each fact. */
function expectTrueSentences(bench: Workbench, said: Saying): void {
  const words = new Map(FACTS.map((fact) => [fact, said(bench, fact)]));
  const plain = (text: string) => (Number(text) ? String(Number(text)) : text.split(', ').sort().join(', '));
  for (const [fact, told] of words) {
    const [text] = textsOf(bench, fact);
    const isEqual = plain(String(text)) === plain(fact.inStore(bench));
    told.forEach((line, index) => {
      if (!isEqual) expect([fact.name, line]).not.toEqual([fact.name, expect.stringMatching(/^Up to date/)]);
      const header = fact.cells[index]![2];
      const isNamed = told.some((other, at) => other.includes(fact.cells[at]![2]));
      expect([fact.name, line.includes(header)]).toEqual([fact.name, isNamed]);
    });
  }
}

describe('Whatever happens to facts that several rows say', () => {
  const step = fc.oneof(
    fc.record({ does: fc.constant('edit' as const), fact: fc.nat(5), to: fc.constantFrom('old', 'mine') }),
    fc.record({ does: fc.constant('move' as const), fact: fc.nat(5), to: fc.constantFrom('old', 'theirs') }),
    fc.record({ does: fc.constantFrom('sync' as const, 'preview' as const, 'send' as const) }),
    fc.record({ does: fc.constantFrom('undo' as const, 'keep' as const, 'confirm' as const) }),
  );

  test('their rows never contradict each other, and say Up to date only where it is true', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 9 }), (steps) => {
        const bench = begin();
        let moved = 0;
        for (const one of steps) {
          switch (one.does) {
            case 'edit': {
              const fact = FACTS[one.fact]!;
              type(bench, fact.cells, fact[one.to as 'old' | 'mine']);
              continue;
            }
            case 'move': {
              const fact = FACTS[one.fact]!;
              moved += 1;
              bench.clock.advance(moved);
              fact.move(bench, fact[one.to as 'old' | 'theirs']);
              continue;
            }
            case 'sync':
              call(bench, 'startSync');
              break;
            case 'preview':
              call(bench, 'previewSync');
              expectTrueSentences(bench, previewed);
              continue;
            case 'send': {
              const { preview } = answered<PreviewSummary>(bench, 'previewSync');
              call(bench, 'applyPreview', { preview });
              break;
            }
            case 'undo': {
              if (answered<readonly RunView[]>(bench, 'listRuns').length === 0) continue;
              call(bench, 'undoRun', { run: lastRun(bench) });
              call(bench, 'startSync');
              break;
            }
            case 'keep': {
              const { run, conflicts } = call(bench, 'startSync');
              const keys = conflicts.shown.map(({ key }) => key);
              if (keys.length > 0) call(bench, 'resolveConflicts', { run, side: 'shopify', keys });
              break;
            }
            case 'confirm': {
              const { run, held } = call(bench, 'startSync');
              const keys = held.shown.map(({ key }) => key);
              if (keys.length > 0) call(bench, 'confirmHeld', { run, keys });
              break;
            }
          }
          expectTrueSentences(bench, saidOf);
        }
      }),
      { numRuns: sampled(4, 200) },
    );
  });
});
