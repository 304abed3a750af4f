/** The sidebar knows the server only by the types of its answers; nothing of the server's code comes along. */
import type { ConnectionView, Overview, RunSummary, TabView } from '../sync/answers';

export type { Answer } from '../sync/answers';
export type { ConnectionView, Overview, RunSummary, TabView };

export type FieldGroup = keyof RunSummary['unknownBase'];
export type RowStatus = keyof RunSummary['totals'];
export type Problem = NonNullable<RunSummary['problem']>;

/** How far the running execution is. */
export interface Progress {
  readonly sent: number;
  readonly total: number;
}

/** Which side counts for cells that were never synced. A group without a choice stays held. */
export type HeldChoice = Partial<Readonly<Record<FieldGroup, 'sheet' | 'shopify'>>>;
