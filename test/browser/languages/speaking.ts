import type { LanguageWords } from '../../../src/sidebar/language/say';
import { sampleOf } from '../../support/sampled';
import { wordsOfLanguage } from '../../support/words';
import type { OpenWorkbench } from '../open-workbench';
import { tickAll, typePrice } from '../synced';
import { fillInToken, LANGUAGES, openIn, pseudoLocale, wordsFinder } from './languages';

/** Unfolds all that can be unfolded, for nothing of it may be wider than the sidebar. */
async function unfold({ sidebar }: OpenWorkbench): Promise<void> {
  await sidebar.locator('details').evaluateAll((all) => {
    for (const one of all) (one as { open?: boolean }).open = true;
  });
}

/** Connects, previews, sends, and looks at each state as whoever speaks the language sees it. */
async function walk(bench: OpenWorkbench, words: LanguageWords): Promise<void> {
  const { language } = words;
  const { sidebar, dialog, keep, keepDialog } = bench;
  const t = wordsFinder(words);
  const button = (english: string) => sidebar.getByRole('button', { name: t(english), exact: true });
  await sidebar.getByText(t('How do you want to connect?')).waitFor();
  for (const way of [
    'An app of my own',
    'An app that somebody else made',
    'A token that begins with shpat_',
  ]) {
    await sidebar.getByLabel(t(way)).check();
    await unfold(bench);
    await keep(`${language} connect, ${way}`);
  }
  await fillInToken(sidebar, t);
  await button('Connect').click();
  await tickAll(sidebar);
  await button('Preview changes').click();
  await sidebar.getByRole('heading', { name: t('Preview') }).waitFor();
  await unfold(bench);
  await keep(`${language} preview`);
  await button('Send changes').click();
  await sidebar.getByRole('heading', { name: t('Synced') }).waitFor();
  await unfold(bench);
  await keep(`${language} synced`);
  await typePrice(bench, 'B2', '1.00');
  await typePrice(bench, 'B3', '17.00');
  await typePrice(bench, 'B4', 'abc');
  await button('Preview changes').click();
  await sidebar.getByText(t('Is this change meant?')).waitFor();
  await unfold(bench);
  await keep(`${language} held and in error`);
  await button('Choose what to send…').click();
  await dialog.getByLabel(t('Changes')).waitFor();
  await keepDialog(`${language} choosing`);
}

describe('the sidebar in another language', () => {
  test.each(sampleOf(LANGUAGES, 1))('fits, reads well by ear and says everything: %s', async (language) => {
    const words = wordsOfLanguage(language);
    await walk(await openIn(words), words);
  });

  test('fits where each text is longer by a third, and no text is left in English', async () => {
    const words = pseudoLocale();
    await walk(await openIn(words), words);
  });
});
