import { sentencesOf } from './sentences';

/**
 * Messages in one language, by the English of the code without its full stop; `{1}`, `{2}` stand for what is filled in:
 *
 *   "{1} is not a price": "{1} ist kein Preis"
 *   "{1} is held: {2}": "{1} wird zurückgehalten: {2}"
 *   "it goes down by {1}": "der Wert sinkt um {1}"
 */
export type Messages = Readonly<Record<string, string>>;

/** Puts a message into a language. What the language has no words for stays as it is. */
export type Speak = (message: string) => string;

export const asIs: Speak = (message) => message;

/** How a language ends a sentence, and what it puts between two. */
interface Punctuation {
  readonly stop: string;
  readonly between: string;
}

const LATIN: Punctuation = { stop: '.', between: ' ' };
const JAPANESE: Punctuation = { stop: '。', between: '' };

/** A sentence of the code, as it is found in a message. */
interface Pattern {
  /** What its values stand between; the longest piece is looked for first. */
  readonly longest: string;
  readonly match: RegExp;
  /** Its values in their order: the number of each, and whether it stands in quotation marks. */
  readonly values: readonly { readonly digit: string; readonly isQuoted: boolean }[];
  /** Number of letters that are the code's own: of two that fit, the one that says more is meant. */
  readonly letters: number;
  readonly text: string;
}

/** So many letters at the beginning or end of a sentence tell which patterns it may be. */
const KEY_LENGTH = 4;

/** A title may end in a full stop: so many sentences at most are tried as one. */
const MOST_JOINED = 3;

const KINDS = new Set([
  'product',
  'variant',
  'collection',
  'market',
  'location',
  'metaobject',
  'file',
  'page',
]);

/** Stands for a subject that is not there. */
const SUBJECT = '\uE000';

/** Most rows of a run say the same. */
const MOST_KEPT = 5_000;

/**
 * Messages are English wherever they are made, joined, shortened, compared and kept. Only where a person reads them are
 * they put into a language, sentence by sentence, by their own words. So a run of one person can be read by another in
 * another language, and what Shopify says stands in between as Shopify said it.
 */
export function createSpeak(language: string, messages: Messages): Speak {
  const { stop, between } = language === 'ja' ? JAPANESE : LATIN;
  const candidates = indexOf(messages);
  const kept = new Map<string, string | undefined>();

  function sayOne(sentence: string): string | undefined {
    const known = kept.get(sentence);
    if (known !== undefined || kept.has(sentence)) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const words = sentence.replace(/\.$/, '');
    const found = translate(words) ?? capital(words) ?? withSubject(words) ?? afterColon(words);
    const said = found === undefined || words === sentence ? found : `${found}${stop}`;
    kept.set(sentence, said);
    return said;
  }

  /** What stands as a part of a sentence elsewhere may begin one. */
  function capital(words: string): string | undefined {
    const [first = ''] = words;
    const small = first.toLowerCase();
    const found = small === first ? undefined : translate(small + words.slice(1));
    return found && found.charAt(0).toUpperCase() + found.slice(1);
  }

  /** `are equal` stands without its subject where several things are told of one. */
  function withSubject(words: string): string | undefined {
    const found = /^\p{Ll}/u.test(words) ? translate(`${SUBJECT} ${words}`) : undefined;
    return found?.startsWith(SUBJECT) ? found.slice(SUBJECT.length).trim() : undefined;
  }

  /** What a message is about may stand before it: `Metafield: custom.size: Shopify has no…` */
  function afterColon(words: string): string | undefined {
    for (let at = words.indexOf(': '); at >= 0; at = words.indexOf(': ', at + 1)) {
      const rest = words.slice(at + 2);
      const found = translate(rest) ?? capital(rest);
      if (found !== undefined) return `${speak(words.slice(0, at))}: ${found}`;
    }
    return undefined;
  }

  function translate(words: string): string | undefined {
    const [pattern] = candidates(words)
      .filter(({ longest, match }) => words.includes(longest) && match.test(words))
      .sort((a, b) => b.letters - a.letters);
    if (!pattern) return undefined;
    const [, ...found] = pattern.match.exec(words) ?? [];
    return pattern.text.replace(/\{(\d)\}/g, (gap, digit: string) => {
      const index = pattern.values.findIndex((value) => value.digit === digit);
      const value = found[index];
      // A word alone may be a header or a value, unless the add-on names a kind of thing by it.
      const isOurs = (value?.includes(' ') || KINDS.has(value ?? '')) && !pattern.values[index]?.isQuoted;
      return value !== undefined && isOurs ? speak(value) : (value ?? gap);
    });
  }

  function speak(message: string): string {
    const sentences = sentencesOf(message);
    const said: string[] = [];
    while (sentences.length > 0) {
      const most = Math.min(MOST_JOINED, sentences.length);
      let count = 1;
      let words = sayOne(sentences[0]!);
      while (words === undefined && count < most) {
        count += 1;
        words = sayOne(sentences.slice(0, count).join(' '));
      }
      said.push(words ?? sentences[0]!);
      sentences.splice(0, words === undefined ? 1 : count);
    }
    return said.join(between);
  }

  return speak;
}

/** Finds the patterns that a sentence may be, by its first letters or, where a value comes first, by its last. */
function indexOf(messages: Messages): (words: string) => readonly Pattern[] {
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
  return english.split(/\{\d\}/);
}

function patternOf(english: string, text: string): Pattern {
  const pieces = piecesOf(english);
  const values = (english.match(/\{\d\}/g) ?? []).map((gap, index) => ({
    digit: gap.charAt(1),
    isQuoted: /[“„«「]\s?$/.test(pieces[index] ?? ''),
  }));
  const source = pieces.map((piece, index) => {
    const isApart = /(^|\s)$/.test(pieces[index - 1] ?? '') && /^(\s|$)/.test(piece);
    // What stands right behind a word may be left out.
    const value = values[index - 1]?.isQuoted ? '([^“”„«»「」]*)' : isApart ? '(.+?)' : '(.*?)';
    return `${index > 0 ? value : ''}${piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`;
  });
  return {
    longest: pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest)),
    match: new RegExp(`^${source.join('')}$`, 's'),
    values,
    letters: pieces.join('').length,
    text,
  };
}

/** The English of what was put into a language, to ask the help about it. */
export function createUnspeak(messages: Messages): Speak {
  const texts = Object.entries(messages).map(([english, text]) => [inLatin(text), english]);
  const unspeak = createSpeak('en', Object.fromEntries(texts));
  return (message) => unspeak(inLatin(message));
}

/** With stops by which the sentences of a message are told apart. */
function inLatin(text: string): string {
  return text.replace(/。(?=.)/g, '. ').replace(/。$/, '.');
}
