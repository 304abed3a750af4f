import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readKit } from '../../local/publish/kit';
import { STATUS_WORDS } from '../../src/catalog/tab/status-block';
import { ROOT } from '../bundle/built';

const { listings } = readKit(ROOT);

/** Words that only this language has, so that no file has the text of another. */
const OWN_WORDS: Readonly<Record<string, RegExp>> = {
  en: /\bnext to every row\b/,
  de: /\bneben jeder Zeile\b/,
  fr: /à côté de chaque ligne/,
  es: /\bjunto a cada fila\b/,
  it: /\baccanto a ogni riga\b/,
  nl: /\bnaast elke rij\b/,
  'pt-BR': /\bao lado de cada linha\b/,
  ja: /各行の横に/,
};

test('the listing is in the eight languages in which Shopify is used most', () => {
  expect(listings.map(({ language }) => language).sort()).toEqual(Object.keys(OWN_WORDS).sort());
});

describe.each(listings)(
  'the listing in $language',
  ({ language, shortDescription, postInstallTip, detailedDescription }) => {
    const english = listings.find((listing) => listing.language === 'en')!;

    test('has its own words in the short and in the detailed description', () => {
      expect(shortDescription).toMatch(OWN_WORDS[language]!);
      expect(detailedDescription).toMatch(OWN_WORDS[language]!);
    });

    test('names the statuses as a merchant reads them in the sheet', () => {
      const words = Object.values(STATUS_WORDS);
      const namedIn = (text: string) => words.filter((word) => text.includes(word));
      expect(namedIn(english.detailedDescription).length).toBeGreaterThan(5);
      expect(namedIn(detailedDescription)).toEqual(namedIn(english.detailedDescription));
    });

    test('names the menu item that opens the sidebar', () => {
      const [, caption = ''] = /caption: '([^']+ sidebar)', functionName: 'showSidebar'/.exec(
        readFileSync(path.join(ROOT, 'src/google/services/menu.ts'), 'utf8'),
      )!;
      expect(postInstallTip).toContain(caption);
    });

    test('has no sentence of the English text in it', () => {
      const sentencesOf = (text: string) =>
        text.split(/(?<=[.:;,])\s|\n/).filter((sentence) => sentence.length > 20);
      const foreign = language === 'en' ? [] : sentencesOf(english.detailedDescription);
      const statuses = /Created, Updated/;
      expect(
        sentencesOf(detailedDescription).filter(
          (sentence) => foreign.includes(sentence) && !statuses.test(sentence),
        ),
      ).toEqual([]);
    });

    test('says whose marks Shopify and Matrixify are, at its end', () => {
      const last = detailedDescription.split('\n').at(-1);
      expect(last).toContain('Shopify Inc.');
      expect(last).toContain('Matrixify');
    });
  },
);
