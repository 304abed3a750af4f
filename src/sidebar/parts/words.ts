import { countOf, DATE_LOCALE, formatCount, say, told } from '../language/say';
import type {
  Conflict,
  ConnectionView,
  FieldGroup,
  PreviewSummary,
  RowStatus,
  RunSummary,
} from '../server/answers';

export const GROUP_WORDS: Readonly<Record<FieldGroup, string>> = {
  products: say`Products`,
  inventory: say`Inventory`,
  prices: say`Prices`,
};

/** As they stand next to the rows of a sheet in the same language. */
export const RUN_WORDS: Readonly<Record<RowStatus, string>> = {
  error: told('Error'),
  conflict: told('Changed in both'),
  skipped: told('Held'),
  created: told('Created'),
  updated: told('Updated'),
  differs: told('Differs'),
  'not-synced': told('Not synced'),
  'not-compared': told('No change to send'),
  unchanged: told('Up to date'),
};

export const PREVIEW_WORDS: Readonly<Record<RowStatus, string>> = {
  ...RUN_WORDS,
  created: told('To create'),
  updated: told('To update'),
};

/** The order in which totals are shown: what was done first, what needs a person last. */
const SHOWN_STATUSES = [
  'created',
  'updated',
  'unchanged',
  'not-compared',
  'differs',
  'not-synced',
  'skipped',
  'conflict',
  'error',
] as const;

export function shownTotals(
  totals: RunSummary['totals'],
  words: Readonly<Record<RowStatus, string>>,
): readonly { readonly status: RowStatus; readonly word: string; readonly count: string }[] {
  return SHOWN_STATUSES.filter((status) => totals[status] > 0).map((status) => ({
    status,
    word: words[status],
    count: formatCount(totals[status]),
  }));
}

/** `1 October 2027`, of midnight UTC. */
export function dayWords(timeMs: number): string {
  const day = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(timeMs).toLocaleDateString(DATE_LOCALE, day);
}

/**
 * `Acme · EUR · 1,204 products · 2 locations`. What the app may not read is left out: every store has a location. So is
 * the number of products once a sync may have changed it.
 */
export function describeConnection(connection: ConnectionView, hasSynced: boolean): string {
  const { shop, shopName, currencyCode, productCount, locationCount } = connection;
  const products = productCount === null || hasSynced ? '' : countOf(productCount, 'product');
  const locations = locationCount === 0 ? '' : countOf(locationCount, 'location');
  return [shopName || shop, currencyCode, products, locations].filter(Boolean).join(' · ');
}

/** Rows that wait for a person. */
export function rowsToLookAt({ error, conflict, skipped }: RunSummary['totals']): number {
  return error + conflict + skipped;
}

export function describeTime(timeMs: number): string {
  return new Date(timeMs).toLocaleString(DATE_LOCALE, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** `41 + 8 = 49`: what Shopify has, what the sheet changed, and what comes out. */
export function describeSum({ by, is }: NonNullable<Conflict['sum']>): string {
  return `${is - by} ${by < 0 ? '−' : '+'} ${Math.abs(by)} = ${is}`;
}

/** Says how long it takes to send what a preview shows, where that is worth knowing. */
export function describeEstimate({ estimatedSeconds }: Pick<PreviewSummary, 'estimatedSeconds'>): string {
  if (estimatedSeconds === null || estimatedSeconds < 30) return '';
  const minutes = Math.max(1, Math.round(estimatedSeconds / 60));
  return say`Sending takes about ${countOf(minutes, 'minute')}.`;
}
