import { KINDS_OF_CHANGE, UNDONE_KINDS } from './sent-kinds';
import { WORDS_SENT, type Word } from './workbook/cells';

const EVENTS = [
  'a change is sent',
  'a product is created',
  'a variant is added to a product',
  'a preview lists changes that are sent',
  'somebody moves what a preview listed',
  'a held change is confirmed',
  'a held change is refused',
  'the sheet’s side is chosen',
  'Shopify’s side is chosen',
  'both changes are added',
  'a run is undone',
  'old values are put back into the sheet',
  'a scheduled run sends',
  'selected rows are sent',
  'a refresh writes cells',
  'the catalog is got',
  'a number is added to stock',
  'a variant keeps its image where the new one fails',
  'a run is killed',
  'a request fails',
  'several changes travel in one document',
  'a document of several changes has no clear answer',
  'others act during a run',
  'a row says Up to date',
  'a row says Updated',
  'a row says Created',
  'a row says Differs',
  'a row says Held',
  'a row says Changed in both',
  'an item is deleted on request',
  'a product is archived instead',
  'two rows contradict each other',
  'the tabs speak classic',
  'the tabs speak since 2025',
  'the tabs speak matrixify',
  'the tabs speak prices',
  'the tabs speak plain',
  'the tabs speak inventory long',
  'the tabs speak inventory wide',
] as const;

/** What must really have happened in a sample of campaigns: one in which nothing happens proves nothing. */
export const HAPPENINGS = [
  ...EVENTS,
  ...WORDS_SENT.map((word) => `${word} is sent` as const),
  ...KINDS_OF_CHANGE.map((kind) => `a run sends ${kind}` as const),
  ...UNDONE_KINDS.map((kind) => `an undo sends ${kind}` as const),
];

export type Happening =
  | (typeof EVENTS)[number]
  | `${Word} is sent`
  | `${'a run' | 'an undo'} sends ${string}`;

/** How often each happened. */
export class Tally {
  readonly #counts = new Map<string, number>();

  count(what: Happening, times = 1): void {
    this.#counts.set(what, this.of(what) + times);
  }

  of(what: Happening): number {
    return this.#counts.get(what) ?? 0;
  }
}
