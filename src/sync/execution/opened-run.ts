import type { RowRef } from '../../catalog/tab/row';
import type { RecentSteps } from '../../plan/guards/steps';
import type { SyncPolicy } from '../../plan/model/policy';
import type { ShopFacts } from '../../plan/model/snapshot';
import type { Store } from '../../ports/store';
import type { Signer } from '../memory/signature';
import type { State } from '../memory/state-tab';
import type { ReadCatalog } from '../tabs/read-catalog';

/** Everything a run or a preview stands on: the store, what the sheet asks, and what was last synced. */
export interface OpenRun extends ReadCatalog {
  readonly store: Store;
  readonly shop: ShopFacts;
  readonly state: State;
  readonly policy: SyncPolicy;
  readonly signer: Signer;
  /** Asked of rows that a person selected; each is looked at once in an execution. */
  readonly isHidden: (ref: RowRef) => boolean;
  /** What runs of the last day changed. */
  readonly recent: () => RecentSteps;
  /** What a run has created so far, in whichever of its executions. */
  readonly createdBy: (run: number) => ReadonlySet<string>;
}
