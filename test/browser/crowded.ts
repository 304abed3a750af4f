import type { Page } from 'playwright-core';
import type { Answer, Overview, RunSummary } from '../../src/answers/answers';
import { NO_ROWS } from '../../src/catalog/tab/status-block';
import { testInFull } from '../support/sampled';
import { OVERVIEW, ok, summaryOf, tabOf } from '../unit/sidebar/fixtures';
import { type OpenWorkbench, openWorkbench } from './open-workbench';

const LONG_NAMES = [
  'Donaudampfschifffahrtsgesellschaftskapitänsmützen',
  'Frühjahrskollektion Übergangsjacken Größen 2026/27',
];

const TABS = Array.from({ length: 12 }, (_, index) => ({
  ...tabOf(index + 1, index < 9),
  name: LONG_NAMES[index] ?? `Preisliste ${index + 1}`,
  ...(index === 2 && {
    unknownColumns: ['Lagerplatz', 'Einkaufsbemerkung'],
    unsyncedColumns: ['Metafield: custom.pflege'],
  }),
  ...(index === 11 && {
    kind: 'ignored' as const,
    reason: 'No header row with SKU, Handle or an ID was found.',
  }),
}));

/** More than a sidebar shows at once, in words that do not break where one would like. */
const CROWDED: RunSummary = summaryOf({
  totals: { ...NO_ROWS, error: 1_204, conflict: 1_060, skipped: 12_345, created: 15_700, updated: 104_000 },
  unknownBase: { products: 12_000, inventory: 3, prices: 1 },
  errors: [
    {
      cause: 'Compare-at price “…” is not a number',
      count: 10_000,
      rows: Array.from({ length: 200 }, (_, index) => ({
        ...{ sheetId: 1, tab: LONG_NAMES[0]!, row: 3 + index, name: `${'Übergangsjacke '.repeat(17)}· XXL` },
        message: 'Compare-at price “cheap” is not a number. Type a number such as 12.50.',
      })),
    },
    {
      cause: 'This row has no handle',
      count: 1,
      rows: [
        { ...{ sheetId: 1, tab: LONG_NAMES[0]!, row: 9 }, name: '', message: 'This row has no handle.' },
      ],
    },
  ],
  held: {
    count: 1_204,
    more: [],
    shown: Array.from({ length: 1_204 }, (_, index) => ({
      key: `h${index}`,
      sheetId: 1,
      tab: LONG_NAMES[0]!,
      row: 10_000 + index,
      name: 'Wetterfeste Übergangsjacke mit abnehmbarer Kapuze · dunkelgrün meliert / XXL (JCK-0001-DG-XXL)',
      change: 'Compare-at price 1,249.00 → 12.49',
      reason: `it goes down by ${90 + (index % 10)} %`,
      cause: index < 1_000 ? 'it goes down by … %' : 'rows look shifted',
    })),
  },
  conflicts: {
    count: 1_060,
    more: Array.from({ length: 60 }, (_, index) => `m${index}`),
    shown: Array.from({ length: 1_000 }, (_, index) => ({
      key: `k${index}`,
      sheetId: 2,
      tab: LONG_NAMES[1]!,
      row: 2 + index,
      name: 'كوب الميناء 🫖 · كريم',
      column: index % 2 ? 'Inventory: Außenlager Nürnberg' : 'Title',
      sheet: index % 2 ? '12' : 'Wetterfeste Übergangsjacke mit abnehmbarer Kapuze, dunkelgrün meliert',
      shopify: index % 2 ? '7' : '',
      sum: index % 2 ? { by: 2, is: 9 } : null,
    })),
  },
});

describe('a sidebar with more than it shows at once', () => {
  test('stays readable with many tabs, long words and thousands of rows', async () => {
    const { sidebar, keep } = await openWith({ tabs: TABS, lastRun: CROWDED });
    await sidebar.getByText('1,060 cells changed in both').waitFor();
    await sidebar.getByText('1,000 are listed here.').waitFor();
    await sidebar.getByRole('button', { name: 'Send all 1,204 changes' }).waitFor();
    await keep('60-crowded');
    // Several causes are folded up, each with what can be done with all of it.
    await sidebar.getByText('1,000 changes: it goes down by … %', { exact: true }).click();
    await sidebar
      .getByRole('button', { name: /^Send these 1,000 changes ?: it goes down by … %$/ })
      .waitFor();
    await sidebar.getByRole('button', { name: 'Next in it goes down by … %' }).click();
    await sidebar.getByText('6–10 of 1,000').waitFor();
    await sidebar.getByText('204 changes: rows look shifted', { exact: true }).waitFor();
    await sidebar.getByText('500 cells: Title', { exact: true }).click();
    await sidebar.getByRole('button', { name: /^Use the sheet for these 500 ?: Title$/ }).waitFor();
    await sidebar.getByRole('button', { name: 'Next in Title' }).click();
    await sidebar.getByText('4–6 of 500').waitFor();
    await keep('61-crowded-open');
  });

  testInFull('says when to go on where Google allows no more for today', async () => {
    const problem = {
      kind: 'quota' as const,
      message: 'Your Google account has fetched as much from Shopify today as Google allows.',
      nextStep: 'Choose Go on tomorrow. What was sent stays.',
    };
    const lastRun = summaryOf({ outcome: 'paused', problem, sent: 400, remaining: 90 });
    const { sidebar, keep } = await openWith({ tabs: TABS.slice(2, 4), lastRun });
    await sidebar.getByRole('heading', { name: /^Paused/ }).waitFor();
    expect(await sidebar.locator('button.primary').allTextContents()).toEqual(['Go on']);
    await keep('62-quota');
  });
});

/** The sidebar of a spreadsheet of which the server says this. */
async function openWith(changes: Partial<Overview>): Promise<OpenWorkbench> {
  return openWorkbench({}, (_bench, page) => answerOverview(page, ok({ ...OVERVIEW, ...changes })));
}

function answerOverview(page: Page, overview: Answer<Overview>): Promise<unknown> {
  return page.route('**/call', (route) =>
    route.request().postDataJSON().name === 'getOverview'
      ? route.fulfill({ json: { ok: true, value: overview } })
      : route.continue(),
  );
}
