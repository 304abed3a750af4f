import { type IndexedValue, wordsOf } from './indexed-value';
import type { FieldKind } from './search-fields';
import type { Comparator, SearchTerm } from './search-query';

type Test = (value: IndexedValue) => boolean;

/** Test of a field's value against a term; `nowMs` is the meaning of `now` in a time. */
export function testOf(kind: FieldKind, term: SearchTerm, nowMs: number): Test {
  if (term.value === '*' && !term.isQuoted) return ({ text }) => text !== '';
  if (term.value === '') return () => false;
  return tests[kind](term, nowMs);
}

type MakeTest = (term: SearchTerm, nowMs: number) => Test;

/** Every word anywhere; a phrase's words side by side; with a `*` at the end, the last word's beginning. */
const testText: MakeTest = ({ value, isQuoted }) => {
  const asked = wordsOf(value);
  if (asked.length === 0) return () => false;
  const last = asked.length - 1;
  const isPrefix = !isQuoted && value.endsWith('*');
  const answers = (word: string | undefined, index: number): boolean =>
    isPrefix && index === last ? word?.startsWith(asked[last] ?? '') === true : word === asked[index];
  if (!isQuoted)
    return ({ words }) => asked.every((_one, index) => words.some((word) => answers(word, index)));
  return ({ words }) =>
    words.some((_word, start) => asked.every((_one, index) => answers(words[start + index], index)));
};

const testWord: MakeTest = ({ value, isQuoted }) => {
  const alternatives = (isQuoted ? [value] : value.split(',')).map((one) => one.trim().toLowerCase());
  const wholes = new Set(alternatives);
  const beginnings = isQuoted
    ? []
    : alternatives.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1));
  return ({ lowerCase }) => wholes.has(lowerCase) || beginnings.some((one) => lowerCase.startsWith(one));
};

const holds = (difference: number, comparator: Comparator): boolean => {
  if (Number.isNaN(difference)) return false;
  if (comparator === '=') return difference === 0;
  const isInside = comparator.startsWith('<') ? difference < 0 : difference > 0;
  return isInside || (comparator.endsWith('=') && difference === 0);
};

const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** `id:7`, `id:7,8`, `id:>=7`; a whole global id is taken for its number. */
const testNumber: MakeTest = ({ value, comparator }) => {
  const asked = value.split(',').map((one) => numberIn(one.replace(/^gid:\/\/[^/]+\/[^/]+\//, '')));
  return ({ text }) => asked.some((one) => holds(numberIn(text) - one, comparator));
};

/** A time is compared as far as it is given: `2024` is the whole year. */
const testTime: MakeTest = ({ value, comparator }, nowMs) => {
  if (/^\d{4}(-\d\d(-\d\d)?)?$/.test(value)) {
    return ({ text }) => {
      const start = text.slice(0, value.length);
      return holds(start < value ? -1 : start > value ? 1 : 0, comparator);
    };
  }
  const askedMs = value === 'now' ? nowMs : Date.parse(value);
  return ({ text }) => holds(Date.parse(text) - askedMs, comparator);
};

const testBoolean: MakeTest =
  ({ value }) =>
  ({ lowerCase }) =>
    lowerCase === value.toLowerCase();

const tests: Readonly<Record<FieldKind, MakeTest>> = {
  text: testText,
  word: testWord,
  id: testNumber,
  number: testNumber,
  time: testTime,
  boolean: testBoolean,
};
