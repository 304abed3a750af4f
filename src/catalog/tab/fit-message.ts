import { sentencesOf } from '../../language/patterns';

/** No message has more characters: nobody reads more next to a row, and Shopify may list 240 countries. */
export const LONGEST_MESSAGE = 300;

const TOO_LONG = 'The rest is too long to show.';

/** Shorter than this, a quoted value is no longer recognised. */
const SHORTEST_QUOTE = 12;

/** A message about one column, or about a whole row. */
export interface Told {
  /** The header as the sheet has it. */
  readonly column?: string | undefined;
  readonly message: string;
}

/**
 * A message of at most so many characters. Values that it quotes are shortened first, then whole sentences are left out,
 * and never the last one, which says what to do next.
 */
export function fitMessage(message: string, most = LONGEST_MESSAGE): string {
  const shorter = shortenQuotes(message, most);
  if (shorter.length <= most) return shorter;
  const sentences = sentencesOf(shorter);
  const last = sentences.length > 1 ? sentences.pop() : undefined;
  const advice = last && last.length < most / 2 ? last : TOO_LONG;
  let start = '';
  for (const sentence of sentences) {
    const more = start ? `${start} ${sentence}` : sentence;
    if (more.length + advice.length + 1 > most) break;
    start = more;
  }
  return `${start || cut(shorter, most - advice.length - 1)} ${advice}`;
}

function withBlanks(told: readonly Told[]): string {
  return told
    .map(({ message }) => message)
    .filter(Boolean)
    .join(' ');
}

interface Joining<One> {
  readonly most: number;
  /** Text before the count of those left out. */
  readonly lead: string;
  readonly end: string;
  join(some: readonly One[]): string;
}

/** The messages of a row, the gravest first. */
export function joinMessages<One extends Told>(
  told: readonly One[],
  join: (some: readonly One[]) => string = withBlanks,
): string {
  return joinWhole(told, { most: LONGEST_MESSAGE, lead: ' … and ', end: '.', join });
}

/**
 * Joins messages to at most so many characters. Whole messages only; those that do not fit are counted, and their columns
 * named, so that nobody takes the row for mended too early.
 */
export function joinWhole<One extends Told>(
  told: readonly One[],
  { most, lead, end, join }: Joining<One>,
): string {
  const all = join(told);
  if (all.length <= most || told.length < 2) return fitMessage(all, most);
  for (let count = told.length - 1; count > 0; count -= 1) {
    const text = `${join(told.slice(0, count))}${lead}${countedMore(told.slice(count))}${end}`;
    if (text.length <= most) return text;
  }
  const rest = told.slice(1);
  const room = most - lead.length - end.length;
  const first = shortenQuotes(join(told.slice(0, 1)), Math.max(most / 2, room - countedMore(rest).length));
  const start = fitMessage(first, room - countedMore(rest, 0).length);
  return `${start}${lead}${countedMore(rest, room - start.length)}${end}`;
}

/** `3 more: Status, Quantity, 1 other`: as many columns as there is room for, and how many messages name none of them. */
function countedMore(rest: readonly Told[], room = Number.POSITIVE_INFINITY): string {
  const columns = [...new Set(rest.flatMap(({ column }) => column ?? []))];
  for (let count = columns.length; count > 0; count -= 1) {
    const named = columns.slice(0, count);
    const others = rest.filter(({ column }) => column === undefined || !named.includes(column)).length;
    const words = others === 0 ? [] : [others === 1 ? '1 other' : `${others} others`];
    const text = `${rest.length} more: ${[...named, ...words].join(', ')}`;
    if (text.length <= room) return text;
  }
  return `${rest.length} more`;
}

export function fitProblem<Problem extends { readonly message: string; readonly nextStep: string }>(
  problem: Problem,
): Problem {
  return { ...problem, message: fitMessage(problem.message), nextStep: fitMessage(problem.nextStep) };
}

/** Shortens the longest of the quoted values until all fits, or none is long. */
function shortenQuotes(message: string, most: number): string {
  let text = message;
  while (text.length > most) {
    const [quote = '', next = ''] = (text.match(/“[^“”]*”/g) ?? []).sort((a, b) => b.length - a.length);
    const fitting = quote.length - (text.length - most);
    const length = Math.max(SHORTEST_QUOTE, next.length < quote.length ? next.length : 0, fitting);
    if (length >= quote.length) break;
    text = text.replace(quote, () => `${cut(quote.slice(0, -1), length - 1)}”`);
  }
  return text;
}

/** A text of at most so many characters. */
export function shortText(text: string, most: number): string {
  return text.length > most ? cut(text, most) : text;
}

/** Half of a surrogate pair would show as a broken character. */
function cut(text: string, most: number): string {
  const start = text.replace(/…$/, '').slice(0, most - 1);
  return `${start.trimEnd().replace(/[\ud800-\udbff]$/, '')}…`;
}
