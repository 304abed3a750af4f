import { seedCatalog } from '../../../local/store/seed-catalog';
import type { Bench } from '../../../local/workbench/bench';
import type { LanguageWords } from '../../../src/sidebar/language/say';
import { testInFull } from '../../support/sampled';
import { wordsOfLanguage } from '../../support/words';
import { collectTexts } from '../../unit/languages/collect-texts';
import { fillInToken, openIn, wordsFinder } from '../languages/languages';
import { pasteAt } from './pasting';

const COUNT = 500;
const skuOf = (number: number) => `SKU-${String(number).padStart(3, '0')}`;

/** What the shop sells, and what a supplier's new list says of it: five per cent more, and one that somebody mistyped. */
const OLD = '24.00';
const NEW = '25.20';
const WRONG = { number: 317, price: '42.50' };

/** A store with a catalog, and a spreadsheet with nothing in it. */
function beginWithCatalog({ store, runtime }: Bench): void {
  const products = Array.from({ length: COUNT }, (_, index) => ({
    title: `Cup ${index + 1}`,
    variants: [{ sku: skuOf(index + 1), price: OLD }],
  }));
  seedCatalog(store, { products });
  const { sheets } = runtime.state.workbook;
  sheets.splice(1);
  for (const sheet of sheets) sheet.rows = [];
}

const pricesIn = ({ store }: Bench): readonly string[] =>
  store.dump().products.flatMap(({ variants }) => variants.map(({ price }) => price));

/** English as a language of its own: each text says itself. */
const ENGLISH: LanguageWords = {
  language: 'en',
  texts: Object.fromEntries(collectTexts().texts.map((text) => [text, text])),
  counts: {},
  messages: {},
};

/** With nothing but what is on screen: connects, gets 500 prices, pastes a list, finds the slip, sends the rest, undoes. */
async function travel(words: LanguageWords): Promise<void> {
  const open = await openIn(words, beginWithCatalog);
  const { bench, page, sidebar, dialog, keep, keepDialog } = open;
  const t = wordsFinder(words);
  const button = (english: string) => sidebar.getByRole('button', { name: t(english) }).first();
  const state = (name: string) => (words === ENGLISH ? name : `${words.language} ${name}`);
  await fillInToken(sidebar, t);
  await button('Connect').click();
  await sidebar.getByText(t('Tabs to sync')).waitFor();
  await keep(state('70-connected'));

  await sidebar.getByText(t('Get from Shopify…')).click();
  await sidebar.getByLabel(t('In which form')).selectOption(t('Prices only'));
  await button('Count first').click();
  await button('Get it').waitFor();
  await keep(state('71-counted-500-prices'));
  await button('Get it').click();
  await sidebar.getByText(t('A preview finds nothing to send.')).waitFor();
  await keep(state('71-got-500-prices'));

  const [headers = [], ...rows] = bench.runtime.state.workbook.sheets.at(-1)!.rows;
  const [sku, price] = [headers.indexOf('SKU'), headers.indexOf('Price')];
  const list = rows.map((row) => (row[sku] === skuOf(WRONG.number) ? WRONG.price : NEW));
  await page.getByRole('button', { name: 'Prices', exact: true }).click();
  await pasteAt(page, `${'ABCDEF'[price]}2`, list.join('\n'));

  await button('Preview changes').click();
  await sidebar.getByRole('heading', { name: t('Preview') }).waitFor();
  expect(await sidebar.locator('.totals .updated').textContent()).toContain('500');
  await keep(state('72-previewed-500-changes'));
  await button('Choose what to send…').click();
  const send = dialog.locator('button.primary');
  await send.getByText(/500.*500/).waitFor();
  // The largest change stands first.
  const first = dialog.locator('tbody tr').first();
  expect(await first.textContent()).toMatch(/Cup 317.*24\.00.*42\.50.*\+77\.1 %/);
  await keepDialog(state('73-the-wrong-one-stands-first'));
  await first.getByRole('checkbox').uncheck();
  await send.getByText(/499.*500/).click();
  await dialog.getByText(t('What you ticked was sent.')).waitFor();
  await keepDialog(state('74-sent-the-rest'));
  expect(pricesIn(bench).filter((each) => each === NEW)).toHaveLength(COUNT - 1);
  expect(pricesIn(bench).filter((each) => each === OLD)).toHaveLength(1);

  await page.getByRole('button', { name: 'Close', exact: true }).first().click();
  await sidebar.getByText(t('History'), { exact: true }).click();
  // The press on the history brought the person back; what was sent in that page is shown all the same.
  await sidebar.getByRole('heading', { name: t('Synced') }).waitFor();
  expect(await sidebar.getByText(t('Nothing has been sent.')).count()).toBe(0);
  await button('Undo this run…').click();
  await button('Give back the old values').waitFor();
  await keep(state('75-undo-of-499'));
  await button('Give back the old values').click();
  await sidebar.getByRole('heading', { name: t('Undone') }).waitFor();
  await keep(state('76-undone'));
  expect(pricesIn(bench).every((each) => each === OLD)).toBe(true);
}

describe('a person who never saw it', () => {
  test('connects, finds the one wrong price among 500 changes, sends the rest, and takes it back', () =>
    travel(ENGLISH));

  for (const language of ['es', 'it'])
    testInFull(`does so in another language: ${language}`, () => travel(wordsOfLanguage(language)));
});
