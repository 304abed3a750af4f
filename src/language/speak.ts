import { indexOf, type Messages, type Pattern, sentencesOf } from './patterns';

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

/** A title may end in a full stop: so many sentences at most are tried as one. */
const MOST_JOINED = 3;

/** Words that stand alone in a place of a sentence: kinds of things, and how one number is to another. */
export const OWN_WORDS: ReadonlySet<string> = new Set([
  ...['product', 'variant', 'collection', 'market', 'location', 'metaobject', 'file', 'page'],
  ...['above', 'below', 'multiplied', 'divided', 'heavy', 'light'],
]);

/** Between the parts of a sum, the weakest last. */
const LIST_SIGNS = ['; ', ': ', ', '];

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
    const said = withStop(
      sentence,
      (words) =>
        translate(words) ?? capital(words) ?? withSubject(words) ?? asList(words) ?? afterColon(words),
    );
    kept.set(sentence, said);
    return said;
  }

  function sayAcross(sentences: string): string | undefined {
    return withStop(sentences, (words) => translate(words, true));
  }

  function withStop(sentence: string, say: (words: string) => string | undefined): string | undefined {
    const words = sentence.replace(/\.$/, '');
    const said = say(words);
    return said === undefined || words === sentence ? said : `${said}${stop}`;
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

  /** `3 products, 12 variants`, if there are words for each. */
  function asList(words: string): string | undefined {
    const sign = LIST_SIGNS.find((one) => words.includes(one));
    if (sign === undefined) return undefined;
    const parts = words.split(sign).map((part) => translate(part) ?? asList(part));
    return parts.includes(undefined) ? undefined : parts.join(sign);
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

  /** `mayCross`: a value of it may hold the end of a sentence, as a title can. */
  function translate(words: string, mayCross = false): string | undefined {
    const [fit] = candidates(words)
      .flatMap((pattern) => {
        const [, ...values] = words.includes(pattern.longest) ? (pattern.match.exec(words) ?? []) : [];
        const crosses = values.some(
          (value, at) => !pattern.gaps[at]?.isQuoted && sentencesOf(value).length > 1,
        );
        const fits = values.length === pattern.gaps.length && pattern.match.test(words);
        return fits && (mayCross || !crosses) ? [{ pattern, values }] : [];
      })
      .sort((a, b) => b.pattern.letters - a.pattern.letters);
    return fit && fillIn(fit.pattern, fit.values, words);
  }

  function fillIn({ gaps, text }: Pattern, values: readonly string[], words: string): string {
    return text.replace(/\{(\d)#?\}/g, (gap, digit: string) => {
      const index = gaps.findIndex((one) => one.digit === digit);
      const value = values[index];
      // A word alone may be a header or a value, unless it is one of ours.
      const isOurs = (value?.includes(' ') || OWN_WORDS.has(value ?? '')) && !gaps[index]?.isQuoted;
      if (value === undefined || value === words || !isOurs) return value ?? gap;
      return value.replace(
        /^([\s,;:]*)(.+)$/s,
        (_, sign: string, rest: string) => sayOne(value) ?? sign + speak(rest),
      );
    });
  }

  /** The first sentences of these as one, if it is one: of several that fit together, the most. */
  function sayFirst(sentences: readonly string[]): { readonly said: string; readonly count: number } {
    const most = Math.min(MOST_JOINED, sentences.length);
    const first = (count: number) => sentences.slice(0, count).join(' ');
    for (let count = most; count > 0; count -= 1) {
      const said = sayOne(first(count));
      if (said !== undefined) return { said, count };
    }
    for (let count = 2; count <= most; count += 1) {
      const said = sayAcross(first(count));
      if (said !== undefined) return { said, count };
    }
    return { said: first(1), count: 1 };
  }

  function speak(message: string): string {
    const sentences = sentencesOf(message);
    const all: string[] = [];
    while (sentences.length > 0) {
      const { said, count } = sayFirst(sentences);
      all.push(said);
      sentences.splice(0, count);
    }
    return all.join(between);
  }

  return speak;
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
