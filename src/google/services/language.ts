import { type Language, languageFor } from '../../language/languages';
import type { Messages } from '../../language/patterns';
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

/** Sets of words that a language has; each is one line of the language's file. */
export type WordsOf = 'LANGUAGE_WORDS' | 'HELP_WORDS';

/** The scripts with which a page gets its words; none where whoever pasted the add-on left the file out. */
export function wordsScript(language: Language, wanted: readonly WordsOf[]): string | undefined {
  try {
    const lines = HtmlService.createHtmlOutputFromFile(`Words-${language}`).getContent().split('\n');
    return lines.filter((line) => wanted.some((name) => line.startsWith(`<script>var ${name} =`))).join('\n');
  } catch {
    return undefined;
  }
}

const wordsShape = fields<{ readonly messages: Messages }>({ messages: mapOf(text()) });

/** The messages of a language, from the same file. */
export function messagesIn(language: Language): Messages {
  const [, words] =
    /LANGUAGE_WORDS = (\{.*\});<\/script>/s.exec(wordsScript(language, ['LANGUAGE_WORDS']) ?? '') ?? [];
  return readStored(wordsShape, words)?.messages ?? {};
}
