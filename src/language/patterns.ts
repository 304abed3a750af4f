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

/** A place for a value, in the order of the English sentence. */
interface Gap {
  readonly digit: string;
  /** Values of a cell or of Shopify: they stay as they are, also where they read like a message. */
  readonly isQuoted: boolean;
  readonly isShown: boolean;
}

/** A sentence of the code, as it is found in a message. */
export interface Pattern {
  /** Texts between its values; the longest one is looked for first. */
  readonly longest: string;
  readonly match: RegExp;
  readonly gaps: readonly Gap[];
  /** Whether it says of a change what becomes of it; another sentence that holds one is found in a value of it. */
  readonly isOfChange: boolean;
  /** Number of letters that are the code's own: of two patterns that fit, the one with more is meant. */
  readonly letters: number;
  readonly text: string;
}

/** Finds the patterns that a sentence may be: each by the one of its words that the fewest others have. */
export function indexOf(messages: Messages, isBack = false): (words: string) => readonly Pattern[] {
  const all = Object.entries(messages).map(([english, text]) => ({
    pattern: patternOf(english, text, isBack ? text : english),
    own: wholeWords(english),
  }));
  const counts = new Map<string, number>();
  for (const word of all.flatMap(({ own }) => own)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byWord = new Map<string, Pattern[]>();
  for (const { pattern, own } of all) {
    const rarest = own.reduce(
      (best, word) => (counts.get(word)! < counts.get(best)! ? word : best),
      own[0] ?? '',
    );
    byWord.set(rarest, [...(byWord.get(rarest) ?? []), pattern]);
  }
  return (words) => ['', ...new Set(words.match(WORD) ?? [])].flatMap((word) => byWord.get(word) ?? []);
}

const WORD = /\p{L}+/gu;

/** Whole words: a value before or after them cannot make them longer. */
function wholeWords(english: string): readonly string[] {
  return (
    english
      .replace(/\p{L}+\{/gu, '{')
      .replace(/\}\p{L}+/gu, '}')
      .match(WORD) ?? []
  );
}

function piecesOf(english: string): readonly string[] {
  return english.split(/\{\d#?\}/);
}

/** A number, or the sign in its place where rows say the same otherwise: `Price in row …` */
const NUMBER = '([\\d.,]+|…)';
const QUOTED = '([^“”„«»「」]*)';
const ANYTHING = '(.+?)';
/** Text right after a word, which may be left out. */
const ANYTHING_OR_NOTHING = '(.*?)';
/** Beginnings of the text right after a value; with any other the value would end within a word. */
const ADDITION = '((?:[,;:]| \\(| and | or ).*?|)';

/** A part of a sum: `3 products, 12 variants to create`. Else a title may read so. */
const COUNTED = '(\\d.*?)';
const OF_A_SUM = /^\{1\} (to |renewed|with an error|changed in both|added at the end|without a change)/;

/** Words before a value of a cell or of Shopify. */
const BEFORE_VALUE =
  /(→|Shopify (will )?ha(s|ve)|the sheet( has)?|no longer the|you changed it to|refused:)\s$/;
const OF_CHANGE =
  /\b(held: |waits?|goe?s? with|comes first|from Shopify|as before|below 0|Undone|Undoing)|^(1|\{1#\}) rows?: /;

const DIGITS = /\d+(?:[.,:]\d+)*/;

/** `Type “9E+9” lost digits` is about the column Type; it does not tell anybody to type. */
const NO_SUBJECT =
  '(?!“[^”]*” (?:is|are|has|lost|was|shows|holds|can|cannot|does|names|must|needs|says|ends)\\b)';

function escaped(piece: string, before = ''): string {
  const words = piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return before + words.replace(/\d+(\\?[.,:]\d+)*/g, '(?:$&|…)');
}

/** Places of the values that a sentence shows, by their digits. */
function shownIn(english: string): readonly string[] {
  const pieces = piecesOf(english);
  const arrow = pieces.findIndex((piece) => piece.includes(' → '));
  const digits = (english.match(/\{\d/g) ?? []).map((gap) => gap.charAt(1));
  return digits.filter((_, index) => index < arrow || BEFORE_VALUE.test(pieces[index] ?? ''));
}

/** `english` tells what the sentence is about, also where `source` is in another language. */
function patternOf(source: string, text: string, english: string): Pattern {
  const pieces = piecesOf(source);
  const shown = shownIn(english);
  const gaps = (source.match(/\{\d#?\}/g) ?? []).map((gap, index) => ({
    digit: gap.charAt(1),
    isNumber: gap.endsWith('#}'),
    isQuoted: /[“„«「]\s?$/.test(pieces[index] ?? ''),
    isShown: shown.includes(gap.charAt(1)),
  }));
  const match = pieces.map((piece, index) => {
    const gap = gaps[index - 1];
    if (gap === undefined) return escaped(piece);
    const before = pieces[index - 1] ?? '';
    if (gap.isNumber) return escaped(piece, NUMBER);
    if (OF_A_SUM.test(english)) return escaped(piece, COUNTED);
    if (before === '' && index > 1) return escaped(piece, ADDITION);
    const mayLack = /[a-z0-9”)]$/.test(before);
    return escaped(piece, gap.isQuoted ? QUOTED : mayLack ? ANYTHING_OR_NOTHING : ANYTHING);
  });
  return {
    longest: pieces
      .flatMap((piece) => piece.split(DIGITS))
      .reduce((longest, piece) => (piece.length > longest.length ? piece : longest)),
    match: new RegExp(`^${match.join('').replace(/^Type \(/, `Type ${NO_SUBJECT}(`)}$`, 's'),
    gaps,
    isOfChange: OF_CHANGE.test(english),
    letters: pieces.join('').replace(/ /g, '').length,
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
