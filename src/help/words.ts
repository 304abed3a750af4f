import { wordsInCells } from '../language/cell-words';
import type { Language } from '../language/languages';
import type { Messages } from '../language/patterns';
import { asIs, createSpeak, createUnspeak, type Speak } from '../language/speak';

/** Set by scripts of the page before this one runs, in which Google’s setting is not English. */
declare const LANGUAGE_WORDS: { readonly language: string; readonly messages: Messages } | undefined;
declare const HELP_WORDS: Readonly<Record<string, string>> | undefined;

/** A text of the help in the language of the page, by its English. */
export function said(english: string): string {
  return typeof HELP_WORDS === 'undefined' ? english : (HELP_WORDS[english] ?? english);
}

const messages: Messages =
  typeof LANGUAGE_WORDS === 'undefined'
    ? {}
    : { ...LANGUAGE_WORDS.messages, ...wordsInCells(LANGUAGE_WORDS.language as Language) };

const isEnglish = Object.keys(messages).length === 0;

/** A message as its row says it to whoever speaks the language of the page. */
export const told: Speak =
  isEnglish || typeof LANGUAGE_WORDS === 'undefined' ? asIs : createSpeak(LANGUAGE_WORDS.language, messages);

/** The English of a message that was pasted. */
export const untold: Speak = isEnglish ? asIs : createUnspeak(messages);
