import { inEnglish, wordsInCells } from '../language/cell-words';
import type { Language } from '../language/languages';
import type { Messages } from '../language/patterns';
import { asIs, createSpeak, createUnspeak, type Speak } from '../language/speak';
import { STATUS_TOPICS } from './topics/statuses';

/** Set by scripts of the page before this one runs, in which Google’s setting is not English. */
declare const LANGUAGE_WORDS: { readonly language: string; readonly messages: Messages } | undefined;
declare const HELP_WORDS: Readonly<Record<string, string>> | undefined;

/** A text of the help in the language of the page, by its English. */
export function said(english: string): string {
  return typeof HELP_WORDS === 'undefined' ? english : (HELP_WORDS[english] ?? english);
}

const spoken = typeof LANGUAGE_WORDS === 'undefined' ? undefined : LANGUAGE_WORDS;

/** A message may have the status of its row before it, which is no sentence: as a part of one it is a merchant's word. */
export function withStatus(speak: Speak, word: Speak): Speak {
  return (message) => {
    const [, status = '', rest = ''] = /^([^:“]+): (.*)$/s.exec(message) ?? [];
    if (word(message) !== message) return word(message);
    return isStatus(status) ? `${word(status)}: ${speak(rest)}` : speak(message);
  };
}

function isStatus(word: string): boolean {
  return Object.values(STATUS_TOPICS).some(({ title }) => title === inEnglish(word));
}

const STATUSES = spoken ? wordsInCells(spoken.language as Language) : {};

/** A message as its row says it to whoever speaks the language of the page. */
export const told: Speak = spoken
  ? withStatus(createSpeak(spoken.language, spoken.messages, STATUSES), (word) => STATUSES[word] ?? word)
  : asIs;

/** The English of a message that was pasted. */
export const untold: Speak = spoken ? withStatus(createUnspeak(spoken.messages), inEnglish) : asIs;
