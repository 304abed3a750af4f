import fc from 'fast-check';
import { fitMessage, LONGEST_MESSAGE } from '../../../../src/catalog/tab/fit-message';
import type { RowStatus } from '../../../../src/catalog/tab/status-block';
import { sentencesOf } from '../../../../src/language/patterns';
import { rowResult } from '../../../../src/plan/model/row-outcome';

const ref = { sheetId: 0, tab: 'Products', row: 2 };

interface Issue {
  readonly column?: string;
  readonly message: string;
  readonly status: RowStatus;
}

const said = (...issues: readonly Issue[]) =>
  rowResult(
    ref,
    issues.map((issue) => ({ ref, ...issue })),
  ).message;

const LONG = 'A'.repeat(400);

test('a long value is shortened, and never what is said of it', () => {
  const message = fitMessage(`Barcode “${LONG}” is 400 characters long. Shopify allows 255.`);
  expect(message).toMatch(/^Barcode “A{200,}…” is 400 characters long\. Shopify allows 255\.$/);
  expect(message).toHaveLength(LONGEST_MESSAGE);
});

test('sentences within a value end nothing', () => {
  expect(fitMessage(`Title “${'Nice. Cup. '.repeat(40)}” is not text. Type a title.`)).toMatch(
    /^Title “(Nice\. Cup\. )+[^”]*…” is not text\. Type a title\.$/,
  );
});

test('of many sentences whole ones are left out, and never the last', () => {
  const message = fitMessage(
    `No: ${'Something is not allowed here. '.repeat(20)}Look at it in Shopify admin.`,
  );
  expect(message).toMatch(/^No: (Something is not allowed here\. ){8}Look at it in Shopify admin\.$/);
});

test('what does not fit is counted, its columns are named, and each cure stays with its own column', () => {
  const prices = ['Price', 'Compare-at price', 'Cost per item', 'Unit cost'].map(
    (column): Issue => ({
      column,
      status: 'error',
      message: `${column} “${'9'.repeat(60)}” is no price. Type one such as ${column.length}.`,
    }),
  );
  const handle = 'This row has no handle. Type the handle of its product.';
  expect(said(...prices, { status: 'error', message: handle })).toBe(
    `${prices[0]?.message} ${prices[1]?.message} … and 3 more: Cost per item, Unit cost, 1 other.`,
  );
});

test('the gravest message makes room for the names of others by shortening what it quotes', () => {
  const barcode = `Barcode “${LONG}” is too long. Shopify allows 255.`;
  expect(
    said(
      { column: 'Title', status: 'differs', message: 'Title: Shopify has Mug, the sheet Cup.' },
      { column: 'Barcode', status: 'error', message: barcode },
    ),
  ).toMatch(/^Barcode “A{200,}…” is too long\. Shopify allows 255\. … and 1 more: Title\.$/);
});

const word = fc.stringMatching(/^[a-z]{1,12}$/);
const column = fc.stringMatching(/^[A-Z][a-z]{2,9} [A-Z][a-z]{2,15}$/);

/** A sentence on what is wrong, perhaps with a value, and a cure that names its column. */
const issue = fc
  .record({
    column,
    value: fc.option(fc.string({ maxLength: 400 })),
    words: fc.array(word, { minLength: 1, maxLength: 8 }),
    status: fc.constantFrom<RowStatus>('error', 'conflict', 'skipped', 'differs'),
  })
  .map(({ value, words, ...rest }) => {
    const quoted = value === null ? '' : `“${value.replace(/[“”]/g, '')}” `;
    const end = `is ${words.join(' ')}.`;
    return {
      ...rest,
      end,
      cure: `Mend ${rest.column} here.`,
      message: `${rest.column} ${quoted}${end} Mend ${rest.column} here.`,
    };
  });
const issues = fc.uniqueArray(issue, { minLength: 1, maxLength: 25, selector: (one) => one.column });

test('of any issues of a row each is told wholly, or its column is named, or it is counted', () => {
  fc.assert(
    fc.property(issues, (all) => {
      const message = said(...all);
      expect(message.length).toBeLessThanOrEqual(LONGEST_MESSAGE);
      const [body = '', rest = ''] = message.split(/ … and (?=\d+ more(?:: [^“”]*)?\.$)/);
      const sentences = sentencesOf(body);
      const shown = all.filter(({ cure }) => sentences.includes(cure));
      expect(sentences).toHaveLength(2 * shown.length);
      for (const { column: of, cure, end } of shown) {
        const fault = sentences[sentences.indexOf(cure) - 1] ?? '';
        expect(fault.startsWith(of)).toBe(true);
        expect(fault.endsWith(end)).toBe(true);
      }
      const left = all.filter((one) => !shown.includes(one));
      expect(Number(/^\d+/.exec(rest)?.[0] ?? 0)).toBe(left.length);
      const others = Number(/(\d+) others?\.$/.exec(rest)?.[1] ?? 0);
      const names = /: (.*)\.$/.exec(rest)?.[1]?.split(', ') ?? [];
      const named = left.filter(({ column: of }) => names.includes(of)).length;
      if (names.length > 0) expect(named + others).toBe(left.length);
      // A name is left out only where there is no room for it.
      if (named < left.length) expect(message.length).toBeGreaterThan(LONGEST_MESSAGE - 45);
    }),
    { numRuns: 300 },
  );
});
