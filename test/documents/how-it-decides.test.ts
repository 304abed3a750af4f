import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROW_STATUSES, STATUS_WORDS } from '../../src/catalog/tab/status-block';
import { decide } from '../../src/plan/compare/decide';
import { GUARD_LIMITS } from '../../src/plan/guards/limits';
import { CLOCK_LIMITS } from '../../src/plan/guards/schedule-limits';
import { GUARDS } from '../../src/plan/guards/suspicious-changes';
import { FEW_NEW_ITEMS } from '../../src/plan/preview/new-items';

const page = readFileSync(path.resolve(__dirname, '../../docs/how-it-decides.md'), 'utf8');
const flat = page.replace(/\s+/g, ' ');

const ASK = { onConflict: 'ask', onUnknownBase: 'ask' } as const;
/** A value that is unchanged is `old`, a changed one is another; both sides were `old` at the last sync. */
const SAID: Readonly<Record<string, string>> = { unchanged: 'old', changed: 'mine' };
const HAD: Readonly<Record<string, string>> = { unchanged: 'old', changed: 'theirs' };
const SAYS: Readonly<Record<string, string>> = {
  same: STATUS_WORDS.unchanged,
  drift: STATUS_WORDS.differs,
  send: STATUS_WORDS.updated,
  conflict: STATUS_WORDS.conflict,
  held: STATUS_WORDS.skipped,
};

describe('docs/how-it-decides.md', () => {
  test('has a line for every pair of changes, which says what the decision does', () => {
    for (const sheet of ['unchanged', 'changed']) {
      for (const store of ['unchanged', 'changed']) {
        const decision = decide(SAID[sheet] ?? '', HAD[store] ?? '', ['old', 'old'], ASK);
        const line = page.split('\n').find((text) => text.startsWith(`| ${sheet} | ${store} |`));
        expect(line).toContain(`| *${SAYS[decision]}*`);
        expect(line?.includes('**your value is sent**')).toBe(decision === 'send');
      }
    }
    const unknown = page.split('\n').find((text) => text.startsWith('| differs, and was never synced'));
    expect(unknown).toContain(`| *${SAYS[decide('mine', 'theirs', undefined, ASK)]}*`);
  });

  test('names the limits that hold', () => {
    const {
      priceDown,
      priceUp,
      pricesOfTab,
      stockToZero,
      mass,
      moved,
      movedNumbers,
      stockUp,
      oneStockUp,
      whole,
      stockEqual,
      stockHalf,
      pasted,
      pastedWhole,
      stockAdded,
      weight,
    } = GUARD_LIMITS;
    const percent = (share: number) => `more than ${share * 100} %`;
    const held: Readonly<Record<string, string>> = {
      'a jump in price': `down by ${percent(priceDown)}, up by ${percent(priceUp)}`,
      'a price column': `at least ${pricesOfTab.atLeast} of its prices jump, and ${percent(pricesOfTab.share)} of those`,
      'shifted rows': `at least ${moved.atLeast} values of a column, and ${percent(moved.share)} of those that change (of numbers ${movedNumbers.share * 100} %)`,
      'one column emptied': `at least ${mass.atLeast} of its cells, and ${percent(mass.share)} of those`,
      'one column made equal': `of stock ${percent(stockHalf.share)}, or at least ${stockEqual.atLeast} and ${percent(stockEqual.share)}`,
      'stock to 0': `at least ${stockToZero.atLeast}, and ${percent(stockToZero.share)} of the tab's quantities`,
      'stock multiplied': `at least ${mass.atLeast} quantities and ${percent(mass.share)} of the column are ${stockUp.times} times as large or more, or all ${stockUp.sameTimes} times`,
      'one quantity multiplied': `${oneStockUp.times} times as large or more, and at least ${oneStockUp.atLeast}`,
      'a pasted column': `at least ${pasted.atLeast} of its values, and ${percent(pasted.share)} of those that change, are what another column says of the same item, or all that change in ${percent(pastedWhole.share)} of a small tab, and at least ${pastedWhole.atLeast}`,
      'stock added': `at least ${stockAdded.atLeast} quantities and ${percent(stockAdded.share)} of those that change, or taken from them; it is at least ${stockAdded.number}, and ${stockAdded.times} times what`,
      'an Adjust column below 0': `at least ${mass.atLeast} of its numbers and ${percent(mass.share)}`,
      'weights in another unit': `at least ${mass.atLeast} and ${percent(mass.share)} of the column become ${weight.times} times as heavy or light, or all ${weight.sameTimes} times`,
    };
    for (const [guard, limits] of Object.entries(held)) {
      const line = page.split('\n').find((text) => text.startsWith(`| ${guard} |`));
      expect(line).toContain(limits);
    }
    expect(flat).toContain(
      `at least ${whole.atLeast} values are enough, where ${percent(whole.share)} of the column`,
    );
  });

  test('gives an example of each guard, and as many lines as there are guards', () => {
    const table = page.slice(page.indexOf('| Guard | Held where | Example |')).split('\n\n')[0] ?? '';
    const lines = table.split('\n').slice(2);
    // Emptied, made equal, left and seen by customers are one guard with four faces.
    expect(lines).toHaveLength(GUARDS.length + 3);
    for (const line of lines) expect(line.split('|')[3]?.trim()).not.toBe('');
  });

  test('says of how many new items a preview gives sums', () => {
    expect(flat).toContain(`A preview of more than ${FEW_NEW_ITEMS} new variants sums them by vendor`);
  });

  test('names the limits of a schedule', () => {
    const { creations, tab } = CLOCK_LIMITS;
    expect(flat).toContain(`there are more than ${creations} at once`);
    expect(flat).toContain(
      `they touch more than ${tab.share * 100} % of its rows, and more than ${tab.rows}`,
    );
  });

  test('orders the statuses as they win', () => {
    expect(flat).toContain(ROW_STATUSES.map((status) => `*${STATUS_WORDS[status]}*`).join(', '));
  });
});
