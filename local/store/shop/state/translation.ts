import type { Row } from './table';

/** A language of the shop besides its own; the id is its code. */
export interface ShopLocale extends Row {
  readonly published: boolean;
  readonly webPresenceIds: readonly string[];
}

/** The id is `resource|locale|key|market`. */
export interface Translation extends Row {
  readonly resourceId: string;
  readonly locale: string;
  readonly key: string;
  readonly marketId: string | null;
  readonly value: string;
  /** Digest of the text that was translated; another one now means that it is outdated. */
  readonly digest: string;
  readonly updatedAt: string;
}
