import type { RunSummary } from '../../../../src/answers/answers';
import { asIs } from '../../../../src/language/speak';
import { chatText } from '../../../../src/sync/chat/chat-text';
import type { Services } from '../../../../src/sync/ground/services';

const named = (name: string) => ({ speak: asIs, spreadsheet: { name: () => name } }) as unknown as Services;
const told = { spreadsheetId: 'id-1', isOpen: true, sentences: ['Done.'] };

/** What stands between the bar and the end of a link. */
const nameIn = (text: string) => /\|([^>]*)>/.exec(text)?.[1] ?? '';

/** Signs that nobody sees; those around a name that is read from the right are the message's own. */
const UNSEEN = /[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\u206a-\u206f\ufeff]/u;

describe('the name of a spreadsheet', () => {
  const HOSTILE = [
    '<!channel>',
    '<!here|all of you>',
    '@here @channel @everyone',
    '<@U012AB3CD> <#C012AB3CD>',
    '<users/all>',
    '*bold* _slanted_ ~gone~ `code` ```block```',
    '> quoted\n# heading\n- item',
    '|https://evil.example>',
    '[here](https://evil.example)',
    'https://evil.example/*a*',
    ':skull: & more',
    'a > b < c',
    '&lt;!channel&gt; &lt;users/all&gt;',
    '\u202e<!here>\u202c\u200b\ufeff',
    'two\nlines\u2028and\u0000more',
  ];

  test.each(HOSTILE)('%j formats nothing, calls nobody and leads nowhere else in Slack', (name) => {
    const text = chatText(named(name), 'Slack', told);
    expect(text).toMatch(/^<https:\/\/docs\.google\.com\/spreadsheets\/d\/id-1\/edit\|[^<>|]+>: Done\.$/);
    expect(nameIn(text)).not.toMatch(/[*_~`|@[#:\n]|&(?!amp;|lt;|gt;)/);
    expect(nameIn(text)).not.toMatch(UNSEEN);
  });

  test.each(HOSTILE)('%j formats nothing, calls nobody and leads nowhere else in Google Chat', (name) => {
    const text = chatText(named(name), 'Google Chat', told);
    expect(text).toMatch(/^<https:\/\/docs\.google\.com\/spreadsheets\/d\/id-1\/edit\|[^<>|]+>: Done\.$/);
    expect(nameIn(text)).not.toMatch(/[*_~`|@[#:<>\n]/);
    expect(nameIn(text)).not.toMatch(UNSEEN);
  });

  test('is read as it is written where it has no such sign', () => {
    expect(nameIn(chatText(named('Prices & stock 2026, Zürich 価格'), 'Google Chat', told))).toBe(
      'Prices & stock 2026, Zürich 価格',
    );
  });

  test('is cut where it is long, and left out where Google does not tell it', () => {
    expect(nameIn(chatText(named('x'.repeat(5_000)), 'Slack', told))).toHaveLength(100);
    expect(nameIn(chatText(named('secret'), 'Slack', { ...told, isOpen: false }))).toBe('Sync to Shopify');
  });
});

describe('a name that is read from the right', () => {
  test.each(['أسعار 2026', 'מחירים'])('%s leaves what follows it in its place', (name) => {
    expect(chatText(named(`\u202e${name}`), 'Slack', told)).toMatch(
      new RegExp(`\\|\u2068${name}\u2069>: Done\\.$`),
    );
  });

  test('keeps the signs that join its letters, as small pictures do', () => {
    expect(nameIn(chatText(named('می\u200cشود'), 'Slack', told))).toBe('\u2068می\u200cشود\u2069');
    expect(nameIn(chatText(named('👩\u200d🌾 prices'), 'Slack', told))).toBe('👩\u200d🌾 prices');
  });
});

test('a name of which nothing can be seen is that of the add-on', () => {
  expect(nameIn(chatText(named('\u200b\u2060\u3164 '), 'Slack', told))).toBe('Sync to Shopify');
});

test('a long name is never cut within a sign', () => {
  for (const before of ['', 'x'])
    expect(nameIn(chatText(named(before + '🌾'.repeat(80)), 'Google Chat', told))).not.toMatch(/\p{Cs}/u);
});

test('a name in a sentence makes no link of its own, and what has to be copied stays as it is', () => {
  const sentences = ['“https://evil.example/x” and “http://evil.example” lack write_products, _not this_.'];
  for (const service of ['Slack', 'Google Chat'] as const)
    expect(chatText(named('P'), service, { ...told, sentences })).toContain(
      '“https∶//evil.example/x” and “http∶//evil.example” lack write_products, ＿not this＿.',
    );
});

test('an address of Google’s in a sentence can be followed, and nothing else in it formats', () => {
  const sentences = ['Open https://script.google.com/d/a_b_c?x=1&y=*2* and tick <all> of “*my* tab”.'];
  expect(chatText(named('P'), 'Slack', { ...told, sentences })).toContain(
    'Open https://script.google.com/d/a_b_c?x=1&amp;y=*2* and tick ‹all› of “∗my∗ tab”.',
  );
  expect(chatText(named('P'), 'Google Chat', { ...told, sentences })).toContain(
    'Open https://script.google.com/d/a_b_c?x=1&y=*2* and tick ‹all› of “∗my∗ tab”.',
  );
});

test('the first row of each tab that waits is a link, of five tabs at most', () => {
  const row = (tab: string, sheetId: number | null, at: number) => ({ tab, sheetId, row: at });
  const none = { count: 0, shown: [], more: [] };
  const summary = {
    held: { ...none, shown: [row('Prices', 7, 9), row('Prices', 7, 4), row('gone', null, 2)] },
    conflicts: { ...none, shown: [row('Stock', 8, 3)] },
    unsynced: { products: none, prices: none, inventory: none },
    errors: [{ rows: [row('Prices', 7, 2), ...[1, 2, 3, 4, 5].map((id) => row(`T${id}`, id, 10 + id))] }],
  } as unknown as RunSummary;
  const [, links = ''] = chatText(named('P'), 'Slack', { ...told, summary }).split('\n');
  expect(links.match(/\|[^>]+/g)).toEqual([
    '|Prices, row 2',
    '|Stock, row 3',
    '|T1, row 11',
    '|T2, row 12',
    '|T3, row 13',
  ]);
  const long = { ...summary, errors: [{ rows: [row('L'.repeat(200), 9, 1234)] }] } as unknown as RunSummary;
  expect(chatText(named('P'), 'Slack', { ...told, summary: long })).toContain('L…, row 1234>');
  expect(links).toContain(
    '<https://docs.google.com/spreadsheets/d/id-1/edit#gid=7&amp;range=A2|Prices, row 2>',
  );
});
