import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROW_STATUSES, STATUS_WORDS } from '../../src/catalog/status-block';
import { CLOCK_LIMITS } from '../../src/plan/clock-guards';
import { decide } from '../../src/plan/decide';
import { GUARD_LIMITS } from '../../src/plan/guards';

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
    const { priceDown, priceUp, heldPricesOfTab, stockToZero } = GUARD_LIMITS;
    expect(flat).toContain(
      `down by more than ${priceDown * 100} %, up by more than ${priceUp * 100} %, or to 0`,
    );
    expect(flat).toContain(`more than ${heldPricesOfTab} of them are held`);
    expect(flat).toContain(
      `at least ${stockToZero.atLeast}, and more than ${stockToZero.share * 100} % of the tab's quantities`,
    );
  });

  test('names the limits of a schedule', () => {
    const { creations, tab } = CLOCK_LIMITS;
    expect(flat).toContain(`there are more than ${creations} at once`);
    expect(flat).toContain(
      `they touch more than ${tab.share * 100} % of its rows, and it has at least ${tab.atLeastRows}`,
    );
  });

  test('orders the statuses as they win', () => {
    expect(flat).toContain(ROW_STATUSES.map((status) => `*${STATUS_WORDS[status]}*`).join(', '));
  });
});
