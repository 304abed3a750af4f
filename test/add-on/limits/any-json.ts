import fc from 'fast-check';

const NAMES = [
  ...['groups', 'sheetIds', 'method', 'shop', 'held', 'side', 'keys', 'run', 'preview', 'rhythm', 'every'],
  ...['hours', 'hour', 'onConflict', 'products', 'defaultLocationId', 'keepStock', 'accountKind', 'sheetId'],
  ...['row', 'column', 'everywhere', 'onlyProblems', 'number', 'summary', 'shown', 'id', 'spreadsheetId'],
  ...['parameter', 'triggerUid', 'revision', 'kind', 'token', 'startedBy', 'limit', 'rows', 'held', 'totals'],
  ...['__proto__', 'constructor', 'toString', 'length'],
];

const WORDS = [
  'start',
  'sheet',
  'products',
  'day',
  'hours',
  'ask',
  'client-credentials',
  '5',
  'NaN',
  '',
  ' ',
];

/** Anything that JSON can say, with the names and words that the add-on knows where they do not belong. */
export const anyJson = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, -1, 5, 1.5, 1e9, 1e21, 1e308),
    fc.constantFrom(...WORDS),
    fc.constantFrom('x'.repeat(20_000), '\u0000', '\ud800', '<script>', '=1+1'),
    fc.string({ maxLength: 12 }),
    fc.array(tie('json'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.constantFrom(...NAMES), tie('json')), { maxLength: 4 })
      .map((entries) =>
        JSON.parse(`{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)}}`),
      ),
  ),
})).json;
