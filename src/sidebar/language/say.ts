import type { ComponentChild } from 'preact';
import { wordsInCells } from '../../language/cell-words';
import type { Language } from '../../language/languages';
import type { Messages } from '../../language/patterns';
import { asIs, createSpeak, type Speak, sayValue } from '../../language/speak';

/** Words of the page in one language. Each is a file of its own in `src/languages/`, which a page of it gets when it is opened. */
export interface LanguageWords {
  /** As browsers name it, such as `pt-BR`. */
  readonly language: string;
  /** The English text of the code, with `{1}`, `{2}` for what is filled in, and the same in this language. */
  readonly texts: Readonly<Record<string, string>>;
  /** `{1} rows` → the forms for one and for more, or the only one. */
  readonly counts: Readonly<Record<string, readonly string[]>>;
  /** Messages of the server, which are English until they are shown. */
  readonly messages: Messages;
}

/**
 * Puts what the page says into the person's language. A text stands in the code in English, and is looked up by that;
 * what a language has no words for stays English.
 *
 *   say`Connected to ${shop}`             looked up as `Connected to {1}`
 *   sayAround`Choose ${<b>Install</b>}.`  the same, where an element stands in the text
 *   countOf(rows, 'row')                  looked up as `{1} rows`
 */

/** Set by a script of the page before this one runs, in which Google’s setting is not English. */
declare const LANGUAGE_WORDS: LanguageWords | undefined;

const spoken: LanguageWords =
  typeof LANGUAGE_WORDS === 'undefined'
    ? { language: 'en', texts: {}, counts: {}, messages: {} }
    : LANGUAGE_WORDS;

/** For dates: in an English page they are written as the browser's user has chosen, which may be in another English. */
export const DATE_LOCALE = spoken.language === 'en' ? undefined : spoken.language;

/** A message that came in an answer of the server. */
export const told: Speak =
  spoken.language === 'en'
    ? asIs
    : createSpeak(spoken.language, spoken.messages, wordsInCells(spoken.language as Language));

/** A value, or words of ours in brackets where there is none. */
export const toldValue = (value: string): string => sayValue(told, value);

export function say(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return filledIn(texts, values).join('');
}

/** A text in which elements stand. The language may put them elsewhere, so each has a place and not a neighbour. */
export function sayAround(
  texts: TemplateStringsArray,
  ...values: readonly ComponentChild[]
): readonly ComponentChild[] {
  return filledIn(texts, values);
}

/** `1,204 products`. `many` is what the language is asked for; English makes it of `one`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  const forms = spoken.counts[`{1} ${many}`];
  const form = forms?.[formFor(count, forms.length)] ?? `{1} ${count === 1 ? one : many}`;
  return form.replace('{1}', () => formatCount(count));
}

export function formatCount(count: number): string {
  return count.toLocaleString(spoken.language === 'en' ? 'en-US' : spoken.language);
}

/** French and Portuguese say *0 ligne*. A language of one form, such as Japanese, has it for every count. */
function formFor(count: number, forms: number): number {
  const isOne = /^(fr|pt)/.test(spoken.language) ? count < 2 : count === 1;
  return forms === 1 || isOne ? 0 : 1;
}

function filledIn<Value>(texts: TemplateStringsArray, values: readonly Value[]): readonly (string | Value)[] {
  const english = textOf(texts);
  return (spoken.texts[english] ?? english)
    .split(/\{(\d)\}/)
    .map((piece, index) => (index % 2 === 0 ? piece : (values[Number(piece) - 1] as Value)));
}

/** The text by which a language is asked. A line break in the code is a space. */
export function textOf(texts: readonly string[]): string {
  return texts
    .map((text, index) => (index === 0 ? text : `{${index}}${text}`))
    .join('')
    .replace(/\s*\n\s*/g, ' ');
}
