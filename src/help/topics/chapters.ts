import { GUIDE_TOPICS } from './guide';
import { LIST_TOPICS } from './lists';
import { NAMING_TOPICS } from './naming';
import { codeOfProblem, PROBLEM_TOPICS } from './problems';
import { READING_TOPICS } from './reading';
import { SLIP_TOPICS } from './slips';
import { STATUS_TOPICS } from './statuses';
import { type Chapter, closeness, type Topic } from './topic';
import { VALUE_TOPICS } from './values';
import { WAITING_TOPICS } from './waiting';

export const CHAPTERS: readonly Chapter[] = [
  { title: 'How to', topics: GUIDE_TOPICS },
  { title: 'What each status means', topics: Object.values(STATUS_TOPICS) },
  { title: 'Held: what looks like a slip', topics: SLIP_TOPICS },
  { title: 'Cells and headers that cannot be read', topics: READING_TOPICS },
  { title: 'Which item a row means', topics: NAMING_TOPICS },
  { title: 'Images, metafields and other fields', topics: VALUE_TOPICS },
  { title: 'Deletion, markets, collections and lists', topics: LIST_TOPICS },
  { title: 'Not sent, kept, changed meanwhile', topics: WAITING_TOPICS },
  { title: 'Why a sync stops or cannot begin', topics: PROBLEM_TOPICS },
];

const TOPICS = CHAPTERS.flatMap(({ topics }) => topics);

/** Paragraphs that say more than these, of the same message, come first. */
const GENERAL: readonly Topic[] = [...Object.values(STATUS_TOPICS), ...GUIDE_TOPICS];

/** A message names several things at most; more paragraphs than this explain nothing. */
const MOST_TOPICS = 3;

/** The text that a person read and asks about: a message, or the code of a paragraph or of a kind of problem. */
export interface Asked {
  readonly message?: string | undefined;
  readonly code?: string | undefined;
  readonly problem?: string | undefined;
}

/** The paragraphs that explain what was asked, the closest first; none where nothing fits. */
export function explain({ message = '', code, problem }: Asked): readonly Topic[] {
  const named = TOPICS.filter((topic) => topic.code === code);
  const kind = TOPICS.filter((topic) => problem !== undefined && topic.code === codeOfProblem(problem));
  const meant = TOPICS.map((topic) => ({ topic, close: closeness(topic, message) }))
    .filter(({ close }) => close > 0)
    .sort((a, b) => b.close - a.close)
    .map(({ topic }) => topic);
  const ofStatus = Object.values(STATUS_TOPICS).filter(
    ({ title }) => message === title || message.startsWith(`${title}: `),
  );
  const isGeneral = (topic: Topic) => GENERAL.includes(topic);
  const ordered = [
    ...named,
    ...meant.filter((topic) => !isGeneral(topic)),
    ...kind,
    ...meant.filter(isGeneral),
    ...ofStatus,
  ];
  return [...new Set(ordered)].slice(0, MOST_TOPICS);
}

/**
 * Finds the paragraphs that contain all the words, those with the words in the title first. `said` translates a text
 * into the language of the page.
 */
export function search(
  text: string,
  said = (english: string) => english,
  untold = (message: string) => message,
): readonly Topic[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length === 0) return [];
  const hits = TOPICS.map((topic) => ({ topic, rank: rankOf(topic, words, said) })).filter(
    ({ rank }) => rank > 0,
  );
  const found = hits.sort((a, b) => b.rank - a.rank).map(({ topic }) => topic);
  // A whole message may be pasted, and is found by what it says; one or two words are only looked for.
  const explained = words.length > 2 ? explain({ message: untold(text) }) : [];
  return [...new Set([...explained, ...found])];
}

function rankOf(
  { title, means, why, next, says }: Topic,
  words: readonly string[],
  said: (english: string) => string,
): number {
  const all = [...[title, means, why, next].map(said), ...says].join(' ').toLowerCase();
  if (!words.every((word) => all.includes(word))) return 0;
  return 1 + words.filter((word) => said(title).toLowerCase().includes(word)).length;
}
