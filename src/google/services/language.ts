import { type Language, languageFor } from '../../language/languages';
import type { Messages } from '../../language/speak';
import { fields, mapOf, readStored, text } from '../../ports/shape';

/**
 * The language of the person's Google account; undefined where it is English, or one that the add-on does not speak.
 * In auth mode NONE, in which a menu may be made, the locale is all that Google tells of a person.
 * Source: https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
 */
export function languageOfPerson(): Language | undefined {
  try {
    return languageFor(Session.getActiveUserLocale());
  } catch {
    return undefined;
  }
}

/** The script with which a page gets its words; none where whoever pasted the add-on left the file out. */
export function wordsScript(language: Language): string | undefined {
  try {
    return HtmlService.createHtmlOutputFromFile(`Words-${language}`).getContent();
  } catch {
    return undefined;
  }
}

const wordsShape = fields<{ readonly messages: Messages }>({ messages: mapOf(text()) });

/** The messages of a language, out of the same file. */
export function messagesIn(language: Language): Messages {
  const [, words] = /LANGUAGE_WORDS = (\{.*\});<\/script>/s.exec(wordsScript(language) ?? '') ?? [];
  return readStored(wordsShape, words)?.messages ?? {};
}
