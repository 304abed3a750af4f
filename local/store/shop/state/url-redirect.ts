import type { Row } from './table';

/** Leads visitors of a path where nothing is shown any more to another address. */
export interface UrlRedirect extends Row {
  /** Begins with a slash. */
  readonly path: string;
  readonly target: string;
  readonly createdAt: string;
}
