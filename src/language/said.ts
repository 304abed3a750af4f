/** A text in the language, and how many of its letters the code knew. */
export interface Said {
  readonly text: string;
  readonly letters: number;
}

export const unsaid = (text: string): Said => ({ text, letters: 0 });

export function changed(said: Said | undefined, change: (text: string) => string): Said | undefined {
  return said && { text: change(said.text), letters: said.letters };
}

export function joined(parts: readonly Said[], sign: string): Said {
  return { text: parts.map(({ text }) => text).join(sign), letters: lettersIn(parts) };
}

export function lettersIn(parts: readonly Said[]): number {
  return parts.reduce((total, { letters }) => total + letters, 0);
}

/** Signs between the parts of a sum, the weakest last. */
export type ListSign = '; ' | ': ' | ', ';

/** How a language ends a sentence, and what it puts between two, and between the parts of one. */
interface Punctuation {
  readonly stop: string;
  readonly between: string;
  readonly signs: Readonly<Record<ListSign, string>>;
}

const LATIN: Punctuation = { stop: '.', between: ' ', signs: { '; ': '; ', ': ': ': ', ', ': ', ' } };
const FRENCH: Punctuation = { ...LATIN, signs: { '; ': '\u202f; ', ': ': '\u00a0: ', ', ': ', ' } };
const JAPANESE: Punctuation = { stop: '。', between: '', signs: { '; ': '；', ': ': '：', ', ': '、' } };

const PUNCTUATION: Readonly<Record<string, Punctuation>> = { fr: FRENCH, ja: JAPANESE };

export const punctuationOf = (language: string): Punctuation => PUNCTUATION[language] ?? LATIN;
