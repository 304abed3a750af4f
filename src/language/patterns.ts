/**
 * Messages in one language, by the English of the code without its full stop; `{1}`, `{2}` stand for what is filled in,
 * `{1#}` for a number:
 *
 *   "{1} is not a price": "{1} ist kein Preis"
 *   "{1} is held: {2}": "{1} wird zurückgehalten: {2}"
 *   "it goes down by {1}": "der Wert sinkt um {1}"
 *   "{1#} rows": "{1#} Zeilen"
 */
export type Messages = Readonly<Record<string, string>>;

/** A sentence of the code, as it is found in a message. */
export interface Pattern {
  /** What its values stand between; the longest piece is looked for first. */
  readonly longest: string;
  readonly match: RegExp;
  /** Its values in their order: the number of each, and whether it stands in quotation marks. */
  readonly gaps: readonly { readonly digit: string; readonly isQuoted: boolean }[];
  /** Number of letters that are the code's own: of two that fit, the one that says more is meant. */
  readonly letters: number;
  readonly text: string;
}

/** So many letters at the beginning or end of a sentence tell which patterns it may be. */
const KEY_LENGTH = 4;

/** Finds the patterns that a sentence may be, by its first letters or, where a value comes first, by its last. */
export function indexOf(messages: Messages): (words: string) => readonly Pattern[] {
  const starts = new Map<string, Pattern[]>();
  const ends = new Map<string, Pattern[]>();
  const others: Pattern[] = [];
  for (const [english, text] of Object.entries(messages)) {
    const pattern = patternOf(english, text);
    const pieces = piecesOf(english);
    const start = pieces[0]!;
    const end = pieces[pieces.length - 1]!;
    if (start.length >= KEY_LENGTH) add(starts, start.slice(0, KEY_LENGTH), pattern);
    else if (end.length >= KEY_LENGTH) add(ends, end.slice(-KEY_LENGTH), pattern);
    else others.push(pattern);
  }
  return (words) => [
    ...(starts.get(words.slice(0, KEY_LENGTH)) ?? []),
    ...(ends.get(words.slice(-KEY_LENGTH)) ?? []),
    ...others,
  ];
}

function add(patterns: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const known = patterns.get(key);
  if (known) known.push(pattern);
  else patterns.set(key, [pattern]);
}

function piecesOf(english: string): readonly string[] {
  return english.split(/\{\d#?\}/);
}

const NUMBER = '([\\d.,]+)';
const QUOTED = '([^“”„«»「」]*)';
const ANYTHING = '(.+?)';
/** What stands right behind a word may be left out. */
const ANYTHING_OR_NOTHING = '(.*?)';

function escaped(piece: string, before = ''): string {
  return before + piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function patternOf(english: string, text: string): Pattern {
  const pieces = piecesOf(english);
  const gaps = (english.match(/\{\d#?\}/g) ?? []).map((gap, index) => ({
    digit: gap.charAt(1),
    isNumber: gap.endsWith('#}'),
    isQuoted: /[“„«「]\s?$/.test(pieces[index] ?? ''),
  }));
  const source = pieces.map((piece, index) => {
    const gap = gaps[index - 1];
    if (gap === undefined) return escaped(piece);
    const isApart = /(^|\s)$/.test(pieces[index - 1] ?? '') && /^(\s|$)/.test(piece);
    return escaped(
      piece,
      gap.isNumber ? NUMBER : gap.isQuoted ? QUOTED : isApart ? ANYTHING : ANYTHING_OR_NOTHING,
    );
  });
  return {
    longest: pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest)),
    match: new RegExp(`^${source.join('')}$`, 's'),
    gaps,
    letters: pieces.join('').length,
    text,
  };
}

/** The sentences of a message; a value in quotation marks is never taken for the end of one. */
export function sentencesOf(message: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  message.replace(/“[^“”]*”|[.!?…]\s+(?=[\p{Lu}\p{Lo}\p{N}“…])/gu, (end, index) => {
    if (end.startsWith('“')) return end;
    sentences.push(message.slice(start, index + 1));
    start = index + end.length;
    return end;
  });
  return [...sentences, message.slice(start)];
}
