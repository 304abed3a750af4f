import { at, type Json, type Question, textAt } from './question';

/** A question of live/google.gs: its answer is read out of the row of that name. */
export interface GoogleQuestion extends Question {
  readonly row: string;
  answer(came: unknown): Json;
}

const wholly = (came: unknown): Json => (came ?? null) as Json;

/** Google's texts are translated, so that only what they say is compared. */
const isThrown = (text: unknown): boolean => typeof text === 'string' && text !== '';

function changedTexts(came: unknown): Json {
  if (!Array.isArray(came)) return wholly(came);
  return came.filter((one) => textAt(one, 'value') !== textAt(one, 'text')).map((one) => textAt(one, 'text'));
}

export const GOOGLE_QUESTIONS: readonly GoogleQuestion[] = [
  {
    id: 'environment',
    row: 'environment',
    question: 'Does the language have what the bundle needs?',
    words: 'tabs are found by ID, letters by \\p{L}, and letters can be decomposed',
    expected: [{ byId: true, letters: true, decomposed: 2 }],
    answer: wholly,
  },
  {
    id: 'permissions-all',
    row: 'permissions',
    question: 'What does Google say once every box is ticked?',
    words: 'NOT_REQUIRED',
    expected: ['NOT_REQUIRED'],
    answer: (came) => textAt(came, 'status'),
  },
  {
    id: 'texts-kept',
    row: 'texts',
    question: 'Which texts come back changed from a cell of plain text?',
    words: 'those with an apostrophe in front, which Google takes for a sign that text follows',
    expected: [["'abc", "''abc", "'-5"]],
    answer: changedTexts,
  },
  {
    id: 'dates',
    row: 'dates',
    question: 'Is a date in a cell a Date of the script?',
    words: 'yes',
    expected: [{ tag: '[object Date]', isDate: true }],
    answer: wholly,
  },
  {
    id: 'links',
    row: 'links',
    question: 'Does a number that is written as text with a link stay text, with its link?',
    words: 'yes; else the Shopify IDs in the sheet lose digits',
    expected: [{ type: 'string', shown: '1234567890123', link: true }],
    answer: wholly,
  },
  {
    id: 'filters',
    row: 'filters',
    question: 'Does a filter of a script hide rows, and may a tab have two?',
    words: 'it hides them, and a second is refused',
    expected: [{ hidden: true, other: false, second: true }],
    answer: wholly,
  },
  {
    id: 'fetches',
    row: 'fetches',
    question:
      'How does UrlFetch answer an address that is not listed, a store that is not there, a part of a file?',
    words: 'it throws, answers 404, answers 206',
    expected: [{ notListed: 'throws', noShop: 404, part: 206 }],
    answer: (came) => {
      const status = (name: string) =>
        typeof at(came, name) === 'number' ? Number(at(came, name)) : 'throws';
      return { notListed: status('notListed'), noShop: status('noShop'), part: status('part') };
    },
  },
  {
    id: 'storage',
    row: 'storage',
    question:
      'Is what is too long for a property or the cache refused, and is there a cache of the document?',
    words: 'refused by throwing; there is one',
    expected: [{ tooLong: true, absent: null, documentCache: true, cacheTooLong: true }],
    answer: (came) => ({ ...(came as { [name: string]: Json }), tooLong: isThrown(at(came, 'tooLong')) }),
  },
  {
    id: 'trigger-names',
    row: 'tick 1',
    question: 'Does an event name its trigger as the list of triggers does?',
    words: 'yes, as text; else the add-on must not tell its triggers by that name',
    expected: [{ idType: 'string', isListed: true, seesSpreadsheet: true }],
    answer: wholly,
  },
  {
    id: 'triggers-in-triggers',
    row: 'ticks',
    question: 'Do triggers fire that were made in triggers?',
    words: 'all four fired; else a long run stops after its first continuation',
    expected: [4],
    answer: wholly,
  },
  {
    id: 'permission-page-returns',
    row: 'returned',
    question: 'Does everything that Shopify sends to the callback reach the script?',
    words: 'every parameter and our own, decoded; else the signature cannot be checked',
    expected: [{ names: ['code', 'hmac', 'host', 'kept', 'shop', 'timestamp'], host: 'YWRtaW4=' }],
    answer: wholly,
  },
  {
    id: 'tables',
    row: 'table',
    question: 'May a script format a cell of a table, and write beside it?',
    words: 'both; else a tab that is a table cannot be synced',
    expected: [{ formats: true, writesBeside: true }],
    answer: (came) => ({
      formats: !isThrown(at(came, 'format')),
      writesBeside: !isThrown(at(came, 'beside')),
    }),
  },
];

/** The last answer of each row: a check that was run twice counts as it came the second time. */
export function googleAnswers(rows: readonly (readonly string[])[]): {
  readonly answeredOn: string;
  readonly answers: Readonly<Record<string, Json>>;
} {
  const came = new Map(
    rows.map(([name = '', text = '']) => [name, JSON.parse(text.replace(/^~/, '')) as unknown]),
  );
  const asked = GOOGLE_QUESTIONS.filter(
    ({ row }) => came.has(row) && at(came.get(row), 'threw') === undefined,
  );
  return {
    answeredOn: textAt(came.get('run'), 'at').slice(0, 10),
    answers: Object.fromEntries(asked.map(({ id, row, answer }) => [id, answer(came.get(row))])),
  };
}
