/** The four columns that this add-on writes beside a tab's own; found again by these words wherever they stand. */
export const STATUS_HEADERS = ['Sync status', 'Sync message', 'Synced at', 'Shopify ID'] as const;

/** In order of precedence: where a row has several outcomes, the first wins. */
export const ROW_STATUSES = ['error', 'conflict', 'skipped', 'created', 'updated', 'unchanged'] as const;

export type RowStatus = (typeof ROW_STATUSES)[number];

/** What a merchant reads in the status column. */
export const STATUS_WORDS: Readonly<Record<RowStatus, string>> = {
  error: 'Error',
  conflict: 'Changed in both',
  skipped: 'Held',
  created: 'Created',
  updated: 'Updated',
  unchanged: 'Up to date',
};

/** What a merchant reads in a preview, where nothing has been done yet. */
export const FORESEEN_WORDS: Readonly<Record<RowStatus, string>> = {
  ...STATUS_WORDS,
  created: 'To create',
  updated: 'To update',
};

export function statusOfWord(word: string, words = STATUS_WORDS): RowStatus | undefined {
  return ROW_STATUSES.find((status) => words[status] === word);
}
