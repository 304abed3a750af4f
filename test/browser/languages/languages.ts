import type { FrameLocator } from 'playwright-core';
import { fakeAccessToken } from '../../../local/store/embedded-store';
import type { LanguageWords } from '../../../src/sidebar/language/say';
import { collectMessages } from '../../unit/languages/collect-messages';
import { collectTexts } from '../../unit/languages/collect-texts';
import { type OpenWorkbench, openWorkbench } from '../open-workbench';

export const LANGUAGES = ['de', 'ja', 'fr', 'it', 'es', 'nl', 'pt-BR'];

export const PSEUDO = 'en-XA';

/** Longer by a third than English, in letters that English lacks: a text that was never asked for stands out. */
export function pseudoLocale(): LanguageWords {
  const accented = (text: string) =>
    text.replace(/\{\d\}|[aeiou]/g, (found) => ({ a: 'ä', e: 'ë', i: 'ï', o: 'ö', u: 'ü' })[found] ?? found);
  const longer = (text: string) => `[${accented(text)}${'·'.repeat(Math.ceil(text.length / 3))}]`;
  const { texts, counts } = collectTexts();
  return {
    language: PSEUDO,
    texts: Object.fromEntries(texts.map((text) => [text, longer(text)])),
    counts: Object.fromEntries(counts.map((text) => [text, [longer(text), longer(text)]])),
    messages: Object.fromEntries(collectMessages().map((text) => [text, longer(text)])),
  };
}

/** The words of the page for an English text, which that language must have. */
export function wordsFinder({ language, texts }: LanguageWords): (english: string) => string {
  return (english) => {
    const text = texts[english];
    if (text === undefined) throw new Error(`${language} has no words for: ${english}`);
    return text;
  };
}

/** Types a token and a store, as somebody who reads this language does. */
export async function fillInToken(sidebar: FrameLocator, t: (english: string) => string): Promise<void> {
  await sidebar.getByLabel(t('A token that begins with shpat_')).check();
  await sidebar.getByLabel(t('Access token')).fill(fakeAccessToken);
  await sidebar.getByLabel(t('Shop address')).fill('embedded-store.myshopify.com');
  await sidebar.getByLabel(t('Your name')).fill('Anna');
}

/** A workbench whose person has their account in this language; the pseudo-locale is put into each of its pages. */
export async function openIn(
  words: LanguageWords,
  prepare: (bench: OpenWorkbench['bench']) => unknown = () => undefined,
): Promise<OpenWorkbench> {
  if (words.language !== PSEUDO) return openWorkbench({}, prepare, words.language);
  const script = `<script>var LANGUAGE_WORDS = ${JSON.stringify(words).replace(/</g, '\\u003c')};</script>`;
  return openWorkbench({}, async (bench, page) => {
    await prepare(bench);
    await page.context().route(/\/(sidebar|dialog)$/, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace('<main>', `${script}<main>`),
      });
    });
  });
}

/** A text as a pattern that matches it alone. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Finds an English text in its whole, or a sentence of it: three words or more, for fewer may be a name. */
export function englishFinder({ texts, messages = {}, counts }: LanguageWords): (shown: string) => boolean {
  const translated = [...Object.entries(texts), ...Object.entries(messages)]
    .filter(([english, text]) => english !== text)
    .map(([english]) => english);
  const patterns = [...translated, ...Object.keys(counts)]
    .filter((english) => (english.replace(/\{\d#?\}/g, '').match(/\p{L}{2,}/gu) ?? []).length >= 3)
    .map((english) => {
      const parts = english.split(/\{\d#?\}/).map(escaped);
      return new RegExp(`^${parts.join('.+')}[.?]?$`, 's');
    });
  return (shown) =>
    [shown, ...shown.split(/(?<=[.?])\s/)].some((text) =>
      patterns.some((pattern) => pattern.test(text.trim())),
    );
}
