import { wordsInCells } from '../../language/cell-words';
import { LANGUAGES, type Language } from '../../language/languages';
import type { Messages } from '../../language/patterns';
import { asIs, createSpeak, createUnspeak, type Speak } from '../../language/speak';
import type { Settings } from '../../ports/storage';
import type { Services } from './services';
import { loadSettings, saveLanguage } from './settings';

interface SheetLanguage {
  /** Puts what is written into cells into the language of the spreadsheet. */
  readonly speak: Speak;
  /** The same in each language that a cell may have, the present one first. */
  readonly speakers: readonly Speak[];
  /** The English of a message that stands in a cell. */
  readonly inEnglish: Speak;
}

/** The words are loaded when something is said for the first time. */
export function sheetLanguage(
  settings: Settings,
  messagesIn: (language: Language) => Messages,
): SheetLanguage {
  const chosen = () => loadSettings(settings).language ?? 'en';
  const opened = (
    open: (language: Language, messages: Messages) => Speak,
    inWhich: () => Language | 'en' = chosen,
  ): Speak => {
    let speak: Speak | undefined;
    const begin = (): Speak => {
      const language = inWhich();
      return language === 'en' ? asIs : open(language, messagesIn(language));
    };
    return (message) => {
      speak ??= begin();
      return speak(message);
    };
  };
  const inLanguage = (language: Language, messages: Messages) =>
    createSpeak(language, messages, wordsInCells(language));
  const speak = opened(inLanguage);
  return {
    speak,
    speakers: [speak, asIs, ...LANGUAGES.map((language) => opened(inLanguage, () => language))],
    inEnglish: opened((_, messages) => createUnspeak(messages)),
  };
}

/** Whoever connects a spreadsheet first chooses its language by their own. */
export function chooseLanguage(services: Services): void {
  const own = services.ownLanguage();
  if (own && loadSettings(services.settings).language === undefined) saveLanguage(services.settings, own);
}
