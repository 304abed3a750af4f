import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LANGUAGE_NAMES, type Language, languageFor } from '../../../src/language/languages';
import { createSpeak, createUnspeak } from '../../../src/language/speak';
import { ROOT } from '../../bundle/built';
import { collectHelp } from './collect-help';
import { collectMessages } from './collect-messages';
import { collectTexts } from './collect-texts';

/** As `src/languages/xx.json` is written. */
interface LanguageFile {
  readonly language: string;
  /** As its speakers call it. */
  readonly name: string;
  /** Until somebody whose language it is has read all of it. */
  readonly isDraft: boolean;
  readonly texts: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, readonly string[]>>;
  readonly messages: Readonly<Record<string, string>>;
  readonly help: Readonly<Record<string, string>>;
}

const FOLDER = path.join(ROOT, 'src/languages');

const languages = readdirSync(FOLDER).map((file): [string, LanguageFile] => [
  path.parse(file).name,
  JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')),
]);

const asked = collectTexts();
const sent = collectMessages();
const explained = collectHelp();

/** With a value in each place. */
const filled = (message: string) => message.replace(/\{(\d)\}/g, 'V$1').replace(/\{\d#\}/g, '12');

const placesIn = (text: string): readonly string[] => (text.match(/\{\d#?\}/g) ?? []).sort();

/** Read by people, and the same in every language: they stand so in cells, or in Shopify. */
const IN_EVERY_LANGUAGE = [
  'panels/conflicts.tsx: Shopify',
  'panels/connect/sketch.tsx: Shopify admin',
  'panels/connect/sketch.tsx: Dev Dashboard',
  'panels/run-result.tsx: Sync status',
  'panels/settings/settings.tsx: English',
  'parts/pull-words.ts: Matrixify',
  'parts/schedule-words.ts: Etc/UTC',
];

test('every text of the page goes through the language', () => {
  expect(asked.texts.length).toBeGreaterThan(400);
  expect(asked.unsaid.map((text) => text.replace('sidebar/', ''))).toEqual(IN_EVERY_LANGUAGE);
});

test('no two values are joined as English joins them: French has a space before a colon, and Japanese a colon of its own', () => {
  expect(asked.joints).toEqual([]);
});

describe.each(languages)('%s', (code, { language, name, isDraft, texts, counts, messages, help }) => {
  test('says under which name it is, and whether somebody has read it', () => {
    expect([language, languageFor(code)]).toEqual([code, code]);
    expect(name).toBe(LANGUAGE_NAMES[code as Language]);
    expect(typeof isDraft).toBe('boolean');
  });

  test('has words for each text of the page, and for nothing else', () => {
    expect(Object.keys(texts).sort()).toEqual([...asked.texts].sort());
    expect(Object.entries(texts).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('puts each value where it has a place, and no sign of HTML', () => {
    for (const [english, text] of Object.entries(texts)) {
      expect([english, placesIn(text)]).toEqual([english, placesIn(english)]);
      expect([english, /[<>`]/.test(text)]).toEqual([english, /[<>`]/.test(english)]);
    }
  });

  test('has words for each message of the server, and for nothing else', () => {
    expect(Object.keys(messages).sort()).toEqual([...sent].sort());
    for (const [english, text] of Object.entries(messages)) {
      expect([english, text.trim()]).not.toEqual([english, '']);
      expect([english, placesIn(text)]).toEqual([english, placesIn(english)]);
      // The sentence that it stands in has its stop.
      expect([english, /[^.…][.。]$/.test(text)]).toEqual([english, false]);
    }
  });

  test('leads from each message back to the English one, whose paragraph the help has', () => {
    const speak = createSpeak(language, messages);
    const unspeak = createUnspeak(messages);
    // Two may have the same words in a language.
    const lost = sent.filter((english) => {
      const said = speak(filled(english) + (english.endsWith('?') ? '' : '.'));
      return speak(unspeak(said)) !== said;
    });
    expect(lost).toEqual([]);
  });

  test('has words for each text of the help, and for nothing else', () => {
    expect(Object.keys(help).sort()).toEqual([...explained].sort());
    for (const [english, text] of Object.entries(help)) {
      expect([english, placesIn(text)]).toEqual([english, placesIn(english)]);
      expect([english, /[.?。？]$/.test(text)]).toEqual([english, /[.?]$/.test(english)]);
      expect([english, text.length <= 450]).toEqual([english, true]);
    }
  });

  test('counts in as many forms as it has', () => {
    expect(Object.keys(counts).sort()).toEqual([...asked.counts].sort());
    for (const [english, forms] of Object.entries(counts)) {
      expect([english, forms.length]).toEqual([english, language === 'ja' ? 1 : 2]);
      expect(forms.map(placesIn)).toEqual(forms.map(() => ['{1}']));
    }
  });
});

test.each([
  ['de', 'de'],
  ['de_AT', 'de'],
  ['fr-CA', 'fr'],
  ['pt', 'pt-BR'],
  ['pt_PT', 'pt-BR'],
  ['pt-BR', 'pt-BR'],
  ['ja', 'ja'],
  ['en', undefined],
  ['en_GB', undefined],
  ['zh-TW', undefined],
  ['', undefined],
])('whoever has Google in %p gets the add-on in %p', (locale, language) => {
  expect(languageFor(locale)).toBe(language);
});
