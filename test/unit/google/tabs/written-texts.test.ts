import { NO_ROWS } from '../../../../src/catalog/tab/status-block';
import { REPORT_CORNER } from '../../../../src/ports/reports';
import { layoutOf, spreadsheet } from '../adapters';

/** Texts of which a spreadsheet may make something else, or from which it may take or to which it may add a character. */
const TEXTS = [
  '=1+1',
  '=HYPERLINK("https://example.com")',
  '+1 free',
  '+49',
  '-20% Mug',
  '-5',
  "'90s tee",
  "''quoted''",
  "'-20%' off",
  "'=1",
  '@home',
  '00417',
  '3/5',
  '2026-11-28',
  '1E5',
  'TRUE',
  '5%',
  'Mug',
];
const ROWS = [['Handle', 'Title', 'Vendor'], ...TEXTS.map((_, row) => [`item-${row}`, 'Title', 'Acme'])];

describe.each(['taken-off', 'kept'] as const)(
  'where apostrophes in plain text are %s',
  (apostrophesInPlainText) => {
    test('a text of Shopify’s stands in its cell as it is, and is read as it is', () => {
      const { sheets, cells } = spreadsheet({ Own: ROWS }, { apostrophesInPlainText });
      const asked = TEXTS.map((value, row) => ({ row: row + 2, index: 1, value, asText: true }));
      expect(sheets.cells.write(11, asked)).toEqual(asked);
      expect(
        cells('Own')
          .slice(1)
          .map(([, title]) => title),
      ).toEqual(TEXTS);
      const { rows } = sheets.tabs.read(11, layoutOf(sheets, 11));
      expect(rows.map(({ texts }) => texts[1])).toEqual(TEXTS);
    });

    test('the preview shows texts as they are', () => {
      const { sheets, cells } = spreadsheet({ Own: ROWS }, { apostrophesInPlainText });
      const lines = TEXTS.map((text, row) => [String(row), text, `was ${text}`, text, 'Open']);
      sheets.reports.write('Sync preview', {
        ...{ sum: 'Sum', header: [REPORT_CORNER, 'Was', 'Becomes', 'Row', 'Shopify'] },
        lines: lines.map((cells) => ({ cells, status: 'updated' as const, link: 'https://example.com' })),
      });
      expect(cells('Sync preview').slice(2)).toEqual(lines);
    });

    test('the history shows names as they are', () => {
      const { sheets, cells } = spreadsheet({ Own: ROWS }, { apostrophesInPlainText });
      TEXTS.forEach((startedBy, run) => {
        const line = { run, what: 'Sync', startedBy, groups: 'Prices', startedAtMs: 0, durationMs: 0 };
        sheets.reports.writeHistory('Sync history', 0, { ...line, totals: NO_ROWS });
      });
      expect(
        cells('Sync history')
          .slice(2)
          .map((row) => row[3]),
      ).toEqual([...TEXTS].reverse());
    });

    test('a row’s answer stands beside it as it is, and rows between keep theirs', () => {
      const { sheets, cells } = spreadsheet({ Own: ROWS }, { apostrophesInPlainText });
      const layout = layoutOf(sheets, 11);
      const answers = TEXTS.map((message, row) => {
        const answer = { row: row + 2, status: 'Error', message, syncedAtMs: undefined, shopifyId: '' };
        return answer;
      });
      sheets.statusBlock.write(11, layout, answers);
      sheets.statusBlock.write(11, layout, [answers[0]!, answers[answers.length - 1]!]);
      expect(sheets.statusBlock.read(11, layout)).toEqual(answers);
      expect(
        cells('Own')
          .slice(1)
          .map((row) => row[4]),
      ).toEqual(TEXTS);
    });
  },
);
