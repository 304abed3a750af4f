import type { FilterView } from '../../../src/answers/answers';
import { wordsInCells } from '../../../src/language/cell-words';
import { sentencesOf } from '../../../src/language/patterns';
import { createSpeak } from '../../../src/language/speak';
import { OFFLINE, shopify, spreadsheet, TOKEN } from '../../support/add-on';
import { csvOf } from '../../support/csv';
import { wordsOfLanguage } from '../../support/words';
import { type BenchOptions, openWorkbench, saidOf, type Workbench } from '../../support/workbench';
import { inEnglish, readingOf } from './words-of-ours';

const inGerman = createSpeak('de', wordsOfLanguage('de').messages, wordsInCells('de'));

const german = (options: BenchOptions = {}) => openWorkbench({ ...options, runtime: { userLocale: 'de' } });

/** Rows that are sent, held, in error in many ways, and left as they are. */
const FIRST = {
  Products: csvOf([
    [
      'Handle',
      'Title',
      'Option1 Name',
      'Option1 Value',
      'SKU',
      'Price',
      'Compare-at price',
      'Status',
      'Tags',
      'Image Src',
    ],
    ['mug', 'Harbour mug', 'Color', 'Cream', 'HM-1', '24.00', '', 'active', 'sale', ''],
    ['mug', '', '', 'Blue', 'HM-2', '26.00', '20', '', '', ''],
    ['cap', 'Cap', '', '', 'C-1', 'abc', '', 'aktiv', '', 'C:\\cap.png'],
    ['hat', 'Hat', '', '', 'H-1', '', '', '', '', 'https://example.com/a b.png'],
    ['', 'Nameless', '', '', 'N-1', '5', '', '', '', ''],
  ]),
  Prices: csvOf([
    ['SKU', 'Price'],
    ['nobody', '5'],
    ['HM-1', '24.00'],
    ['HM-2', '1.234'],
    ['HM-2', '¥500'],
  ]),
};
const SECOND = {
  Products: FIRST.Products.replace('24.00', '2.00').replace('26.00', '27.00').replace('sale', '[clear]'),
  Prices: FIRST.Prices.replace('24.00', '2.00'),
};

/** Status and message of each row, after each of the syncs. */
function play(bench: Workbench): Record<string, string>[] {
  return [FIRST, SECOND, SECOND].map((files) => saidOf(bench.sync(files, '--hold')));
}

/** Played in German, once for those who look at the end of it. */
let played: string | undefined;
function openPlayed(): Workbench {
  if (played === undefined) {
    const bench = german();
    play(bench);
    played = bench.save();
  }
  return german({ saved: played });
}

const cellsOf = ({ runtime }: Workbench, tab: string) =>
  runtime.state.workbook.sheets.find(({ name }) => name === tab)?.rows ?? [];

const column = (bench: Workbench, tab: string, header: string) => {
  const [headers = [], ...rows] = cellsOf(bench, tab);
  return rows.map((row) => row[headers.indexOf(header)] ?? '');
};

describe('the sheet of whoever connected it with Google in German', () => {
  test('says beside each row in German what it says in English, with the same status', () => {
    const english = play(openWorkbench());
    const said = play(german());
    const spoken = english.map((rows) =>
      Object.fromEntries(
        Object.entries(rows).map(([row, words]) => {
          const [status = '', ...message] = words.split(' ');
          return [row, [status, inGerman(message.join(' '))].join(' ').trim()];
        }),
      ),
    );
    expect(said).toEqual(spoken);
    const sentences = english
      .flatMap((rows) => Object.values(rows))
      .flatMap((words) => sentencesOf(words.slice(words.indexOf(' ') + 1)))
      .filter((sentence) => /(\p{Ll}{2,} ){2}/u.test(sentence));
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.filter((sentence) => inGerman(sentence) === sentence)).toEqual([]);
  });

  test('has German words in the status column, and the headers that every sheet has', () => {
    const bench = openPlayed();
    expect(column(bench, 'Products', 'Sync status')).toEqual([
      'Zurückgehalten',
      'Aktuell',
      'Fehler',
      'Fehler',
      'Fehler',
    ]);
  });

  test('writes nothing beside rows that say already what they say', () => {
    const written = (bench: Workbench) => {
      play(bench);
      const { runtime } = bench;
      return runtime.run('syncNow', [], { kind: 'menu' }).calls['Range.setValues'] ?? 0;
    };
    expect(written(german())).toBe(written(openWorkbench()));
  });

  test('hides with one click the rows that need nobody', () => {
    const bench = openPlayed();
    const answer = bench.call<FilterView>('filterProblems', { onlyProblems: true });
    expect(answer).toMatchObject({ ok: true, value: { onlyProblems: true } });
    const filter = bench.runtime.state.workbook.sheets.find(({ name }) => name === 'Products')?.filter;
    const [criteria = '{}'] = Object.values(filter?.criteria ?? {});
    expect(JSON.parse(criteria).hiddenValues).toEqual(expect.arrayContaining(['Aktuell', 'Up to date', '']));
  });

  test('previews in German, in a tab whose name is that of every sheet', () => {
    const bench = openPlayed();
    bench.call('previewSync');
    const report = cellsOf(bench, 'Sync preview').map((row) => row.join('|'));
    expect(report[1]).toMatch(/^Was geschehen würde\|Produkt\|Variante\|SKU\|Feld\|.*\|Zeile\|/);
    expect(report.join('\n')).toContain('der Wert sinkt um 91.7 %');
  });

  test('opens the help in German at what the selected row says', () => {
    const bench = openPlayed();
    const { runtime } = bench;
    const { workbook } = runtime.state;
    const products = workbook.sheets.find(({ name }) => name === 'Products');
    workbook.activeSheetId = products?.id ?? 0;
    workbook.selection = [{ row: 4, column: 1, rowCount: 1, columnCount: 1 }];
    expect(runtime.run('showHelp', [], { kind: 'menu' })).toMatchObject({ outcome: 'returned' });
    const { html = '' } = runtime.interface.dialogs.at(-1) ?? {};
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('var HELP_WORDS');
    // The paragraphs are found by the English.
    expect(html).toContain('data-message="Error: Price “abc” is not a price.');
  });

  test('keeps what it says where the words of the language were not pasted', () => {
    const bench = german({
      gate({ method, args }) {
        if (method === 'createHtmlOutputFromFile' && String(args[0]).startsWith('Words-'))
          throw new Error('No HTML file named Words-de was found.');
      },
    });
    const said = play(bench);
    expect(Object.values(said[0] ?? {}).join('\n')).toContain('is not a price');
    expect(column(bench, 'Products', 'Sync status')).toContain('Fehler');
  });
});

test('no word of our English stands in any cell of a sheet in German, through changes, deletions, images and an undo', () => {
  const bench = german();
  const header = ['Handle', 'Title', 'SKU', 'Price', 'Vendor', 'Command', 'Image Src', 'Inventory tracker'];
  const products = (...rows: string[][]) => ({
    Waren: csvOf([header, ...rows]),
    Bestand: csvOf([
      ['SKU', 'Location', 'Available'],
      ['X-1', 'Shop location', rows.length > 2 ? '5' : '9'],
    ]),
  });
  const [image, other] = ['a', 'b'].map((name) => `https://images.example.com/${name}.jpg`) as [
    string,
    string,
  ];
  const flows = [
    products(
      ['xx', 'Xx', 'X-1', '5', 'Vv', '', image, 'shopify'],
      ['yy', 'Yy', 'Y-1', '6', 'Vv', '', '', ''],
      ['zz', 'Zz', 'Z-1', '7', 'Vv', '', '', ''],
    ),
    products(
      ['xx', 'Xx', 'X-1', '0.5', '[clear]', '', other, 'shopify'],
      ['yy', 'Yy', 'Y-1', '6', 'Vv', 'DELETE', '', ''],
    ),
  ];
  const { read, look } = readingOf(bench);
  for (const files of flows) {
    const sheetIds = bench.paste(files);
    bench.call('chooseTabs', { sheetIds });
    bench.call('previewSync');
    look();
    bench.sync(files, '--hold');
    look();
    bench.sync(files);
    look();
  }
  const runs = bench.call<readonly { readonly run: number }[]>('listRuns');
  bench.call('undoRun', { run: runs.ok ? (runs.value[0]?.run ?? 0) : 0 });
  look();
  expect([...read]).toEqual(expect.arrayContaining(['(leer)', '(gelöscht)', 'Neues Produkt']));
  expect(read.size).toBeGreaterThan(40);
  expect(inEnglish(read)).toEqual([]);
});

test('tags that are words of the status column stay as they were typed', () => {
  expect(inGerman('Tags added: Error, Held. Tags removed: Up to date, Not synced.')).toBe(
    'Tags hinzugefügt: Error, Held. Tags entfernt: Up to date, Not synced.',
  );
  expect(['Error', 'Up to date', 'Why'].map(inGerman)).toEqual(['Fehler', 'Aktuell', 'Warum']);
});

test('whoever changes the language of a sheet finds its rows known, and written in the other from then on', () => {
  const bench = german();
  bench.sync(FIRST, '--hold');
  const settings = bench.call<{ readonly settings: object }>('getOverview');
  if (!settings.ok) throw new Error('no overview');
  expect(bench.call('saveSettings', { ...settings.value.settings, language: 'fr' })).toMatchObject({
    ok: true,
  });
  expect(saidOf(bench.sync(FIRST, '--hold'))['Products:4']).toMatch(/^error Price “abc” n’est pas un prix/);
  expect(column(bench, 'Products', 'Sync status')).toContain('Erreur');
  expect(bench.call('saveSettings', { ...settings.value.settings, language: 'xx' })).toMatchObject({
    ok: false,
    problem: { kind: 'invalid-input' },
  });
});

test.each([
  ['a token', TOKEN],
  ['the permission page', OFFLINE],
])('a sheet speaks the language of whoever connects it by %s', (_, typed) => {
  const sheet = spreadsheet(shopify(), { userLocale: 'it' });
  sheet.connect(typed);
  const overview = sheet.call<{ readonly settings: { readonly language?: string } }>('getOverview');
  expect(overview).toMatchObject({ ok: true, value: { settings: { language: 'it' } } });
});

test('a sheet that was connected before keeps its English until somebody chooses', () => {
  const bench = openWorkbench();
  const [first] = play(bench);
  expect(first?.['Products:4']).toMatch(/^error Price “abc” is not a price/);
  expect(column(bench, 'Products', 'Sync status')).toContain('Error');
});
