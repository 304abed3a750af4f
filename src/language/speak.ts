import { indexOf, type Messages, type Pattern, sentencesOf } from './patterns';
import { changed, joined, type ListSign, lettersIn, punctuationOf, type Said, unsaid } from './said';

/** Puts a message into a language. What the language has no words for stays as it is. */
export type Speak = (message: string) => string;

export const asIs: Speak = (message) => message;

/** The most sentences that are tried as one: a title may end in a full stop. */
const MOST_JOINED = 3;

/** Words that stand alone in a place of a sentence: kinds of things, and how one number is to another. */
export const OWN_WORDS: ReadonlySet<string> = new Set([
  ...['product', 'variant', 'collection', 'market', 'location', 'metaobject', 'file', 'page'],
  ...['above', 'below', 'multiplied', 'divided', 'heavy', 'light'],
]);

const LIST_SIGNS: readonly ListSign[] = ['; ', ': ', ', '];

/** Stands for a subject that is not there. */
const SUBJECT = '\uE000';

/** `Title Lamp → Ways to remove` holds no sentence, whatever its last value looks like. */
const HOLDS_VALUE = / →|: Shopify has /;
const ENDS_IN_VALUE = /( →|: Shopify has) (?!.*[.!?]\s)/;

/** `(empty)`, `(10 % below the shop's price)`: where a value would stand, the add-on's own words are in brackets. */
const BRACKETS = /\((?:[^()]|\([^()]*\))*\)/g;

/** Words between listed names or numbers; in a value of its own, such as a title, they are the merchant's. */
const JOINTS = /(?<=[”\d]|\w_\w+) (or|and) (?=[“\d]|\w+_)/g;

/** The column Type with its value, where it stands before what is said of it. */
const TYPE_COLUMN = /^Type “[^”]*”$/;

/** Number of translations kept in memory: most rows of a run say the same. */
const MOST_KEPT = 5_000;

/**
 * Messages are English wherever they are made, joined, shortened, compared and kept. Only where a person reads them are
 * they put into a language, sentence by sentence, by their own words. So a run of one person can be read by another in
 * another language, and what Shopify says stands in between as Shopify said it. `words` are statuses and headers, which
 * stand in cells of their own: as a part of a message they are a merchant's, such as the tag “Held”.
 */
export function createSpeak(language: string, messages: Messages, words?: Messages, isBack = false): Speak {
  const { stop, between, signs } = punctuationOf(language);
  const isAlone = (english: string) =>
    words !== undefined && (words[english] !== undefined || /^\p{Lu}\p{L}*$/u.test(english));
  const entries = Object.entries(messages);
  const alone = new Map([...Object.entries(words ?? {}), ...entries.filter(([english]) => isAlone(english))]);
  const candidates = indexOf(Object.fromEntries(entries.filter(([english]) => !isAlone(english))), isBack);
  const bracketed = indexOf(
    Object.fromEntries(entries.filter(([english]) => /^[(（].*[)）]$/.test(english))),
    isBack,
  );
  const kept = new Map<string, Said | undefined>();

  function sayOne(sentence: string): Said | undefined {
    if (kept.has(sentence)) return kept.get(sentence);
    if (kept.size >= MOST_KEPT) kept.clear();
    const said = withStop(
      sentence,
      (words) =>
        translate(words) ?? capital(words) ?? withSubject(words) ?? asList(words) ?? afterColon(words),
    );
    kept.set(sentence, said);
    return said;
  }

  function sayAcross(sentences: string): Said | undefined {
    return withStop(sentences, (words) => translate(words, true));
  }

  function withStop(sentence: string, say: (words: string) => Said | undefined): Said | undefined {
    const words = sentence.replace(/\.$/, '');
    const said = say(words);
    return words === sentence ? said : changed(said, (text) => text + stop);
  }

  /** Says a part of a sentence that begins one here. */
  function capital(words: string): Said | undefined {
    const small = words.charAt(0).toLowerCase();
    if (small === words.charAt(0)) return undefined;
    const said = translate(small + words.slice(1));
    return changed(said, (text) => text.charAt(0).toUpperCase() + text.slice(1));
  }

  /** `are equal` stands without its subject where several things are told of one. */
  function withSubject(words: string): Said | undefined {
    const said = /^\p{Ll}/u.test(words) ? translate(`${SUBJECT} ${words}`) : undefined;
    return said?.text.startsWith(SUBJECT)
      ? changed(said, (text) => text.slice(SUBJECT.length).trim())
      : undefined;
  }

  /** `3 products, 12 variants`, if there are words for each. */
  function asList(words: string): Said | undefined {
    const sign = LIST_SIGNS.find((one) => words.includes(one));
    if (sign === undefined) return undefined;
    const parts = words.split(sign).map((part) => translate(part) ?? asList(part));
    return parts.some((part) => part === undefined) ? undefined : joined(parts as Said[], signs[sign]);
  }

  /** Says a message after its subject: `Metafield: custom.size: Shopify has no…` */
  function afterColon(words: string): Said | undefined {
    for (let at = words.indexOf(': '); at >= 0; at = words.indexOf(': ', at + 1)) {
      const [head, rest] = [words.slice(0, at), words.slice(at + 2)];
      const said = sentencesOf(head).length > 1 ? undefined : (translate(rest) ?? capital(rest));
      if (said) return joined([sayAll(head), said], ': ');
    }
    return undefined;
  }

  /** `mayCross`: a value of it may hold the end of a sentence, as a title can. */
  function translate(words: string, mayCross = false, among = candidates): Said | undefined {
    const fits = among(words).flatMap((pattern) => {
      const values = words.includes(pattern.longest) ? pattern.match.exec(words)?.slice(1) : undefined;
      const isOne = mayCross || !values?.some((value, at) => crosses(value, pattern.gaps[at]));
      const shows = mayCross ? HOLDS_VALUE : ENDS_IN_VALUE;
      const isMeant = pattern.isOfChange || !values?.some((value) => shows.test(value));
      return values && isOne && isMeant ? [{ pattern, said: fillIn(pattern, values, words) }] : [];
    });
    // Of several, the one with more of the code's own letters is meant; of two with as many, the one with more words.
    const [best] = fits.sort(
      (a, b) => b.said.letters - a.said.letters || b.pattern.letters - a.pattern.letters,
    );
    return best?.said;
  }

  /** A text that the language has no words for: a value, in which only brackets are the add-on's own. */
  function asItIs(value: string, isShown = false): Said {
    const text = value.replace(BRACKETS, (words, at: number) => {
      const end = at + words.length;
      // A title may hold a word in brackets, but hardly stands for a value with it.
      const isValue = /(^|→ )$/.test(value.slice(0, at)) && /^([.,;]| →|$)/.test(value.slice(end));
      const isLong = messages[words] === undefined;
      const isLast = isShown && end === value.length;
      const mayBe = isValue || isLong || isLast || value.startsWith(' →', end);
      return (mayBe && translate(words, false, bracketed)?.text) || words;
    });
    return { text, letters: 0 };
  }

  function crosses(value: string, gap: Pattern['gaps'][number] | undefined): boolean {
    return !gap?.isQuoted && sentencesOf(value).length > 1;
  }

  function fillIn({ gaps, letters, text }: Pattern, values: readonly string[], words: string): Said {
    const spoken = values.map((value, index): Said => {
      // A word alone may be a header or a value, unless it is one of ours.
      const { isQuoted, isShown } = gaps[index]!;
      if (isQuoted) return unsaid(value);
      const isOurs =
        (isBack || value.includes(' ') || OWN_WORDS.has(value)) && !isShown && !TYPE_COLUMN.test(value);
      if (value === words || !isOurs) return asItIs(value, isShown);
      const said = sayPiece(value);
      if (said.letters > 0 || value.includes(' → ')) return said;
      return unsaid(said.text.replace(JOINTS, (_, word: string) => ` ${messages[word] ?? word} `));
    });
    const inPlace = (digit: string) => spoken[gaps.findIndex((gap) => gap.digit === digit)]?.text;
    return {
      text: text.replace(/\{(\d)#?\}/g, (gap, digit: string) => inPlace(digit) ?? gap),
      letters: letters + lettersIn(spoken),
    };
  }

  /** Says a part of a sentence, which may begin with a sign: `, as row 2 is` */
  function sayPiece(value: string): Said {
    const [sign = ''] = /^[\s,;:]*/.exec(value) ?? [];
    return sayOne(value) ?? joined([asItIs(sign), sayAll(value.slice(sign.length))], '');
  }

  /** The first sentences of these as one, if it is one: of several that fit together, the most. */
  function sayFirst(sentences: readonly string[]): { readonly said: Said; readonly count: number } {
    const most = Math.min(MOST_JOINED, sentences.length);
    const first = (count: number) => sentences.slice(0, count).join(' ');
    const begin = sayBegin(first(1));
    if (begin) return { said: begin, count: 1 };
    for (let count = most; count > 0; count -= 1) {
      const said = sayOne(first(count));
      if (said) return { said, count };
    }
    for (let count = 2; count <= most; count += 1) {
      // A whole sentence between two others is no part of a title.
      if (count > 2 && sayOne(sentences[count - 2]!)) break;
      const said = sayAcross(first(count));
      if (said) return { said, count };
    }
    return { said: asItIs(first(1)), count: 1 };
  }

  /** A sentence may begin with a small letter: with a header, an address or `row 7`. */
  function sayBegin(sentences: string): Said | undefined {
    const at = sentences.search(/(?<=\S{3}[.?]) [\p{Ll}+]/u);
    const said = at < 0 ? undefined : sayOne(sentences.slice(0, at));
    return said && joined([said, sayAll(sentences.slice(at + 1))], between);
  }

  function sayAll(message: string): Said {
    const sentences = sentencesOf(message);
    const all: Said[] = [];
    while (sentences.length > 0) {
      const { said, count } = sayFirst(sentences);
      all.push(said);
      sentences.splice(0, count);
    }
    // What nobody has words for ends as in English.
    const apart = ({ text }: Said) => (/[.!?]$/.test(text) ? ' ' : between);
    const text = all.map((said, at) => said.text + (at < all.length - 1 ? apart(said) : '')).join('');
    return { text, letters: lettersIn(all) };
  }

  return (message) => alone.get(message) ?? sayAll(message).text;
}

/** A value for a cell or a list of its own, where whole brackets are the add-on's words. */
export function sayValue(speak: Speak, value: string): string {
  const [, words] = /^\((.*)\)$/.exec(value) ?? [];
  if (words === undefined) return value;
  const said = speak(value);
  return said === value ? `(${speak(words)})` : said;
}

/** The English of what was put into a language, to ask the help about it. */
export function createUnspeak(messages: Messages): Speak {
  const texts = Object.entries(messages)
    .map(([english, text]) => [inLatin(text), english] as const)
    // Of several with one text the last one counts: the singular, which is shorter.
    .sort(([, a], [, b]) => b.length - a.length);
  const unspeak = createSpeak('en', Object.fromEntries(texts), undefined, true);
  return (message) => unspeak(inLatin(message));
}

/** With the stops and quotation marks of English, by which sentences and values are told apart. */
function inLatin(text: string): string {
  return text
    .replace(/«\s(.*?)\s»|[„「«](.*?)[“」»]|‘(.*?)’(?!\p{L})/gu, '“$1$2$3”')
    .replace(/¿/g, '')
    .replace(/。/g, '. ')
    .replace(/？/g, '? ')
    .trimEnd();
}
