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

/** How a language ends a sentence, and what it puts between two. */
interface Punctuation {
  readonly stop: string;
  readonly between: string;
}

const LATIN: Punctuation = { stop: '.', between: ' ' };
const JAPANESE: Punctuation = { stop: '。', between: '' };

export function punctuationOf(language: string): Punctuation {
  return language === 'ja' ? JAPANESE : LATIN;
}
