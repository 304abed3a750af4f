import type { DesiredCatalog } from '../../catalog/building/desired';
import type { Base } from '../model/base';
import type { SyncPolicy } from '../model/policy';
import type { ShopFacts, StoreSnapshot } from '../model/snapshot';
import type { PlanDraft } from '../model/sync-plan';
import type { CellsNow } from './current-cells';
import type { UndoableRun } from './logged-runs';

export interface UndoInput {
  readonly undoable: UndoableRun;
  readonly desired: DesiredCatalog;
  readonly snapshot: StoreSnapshot;
  readonly base: Base;
  readonly policy: SyncPolicy;
  readonly shop: ShopFacts;
}

export interface UndoContext extends UndoInput, CellsNow {
  readonly draft: PlanDraft;
}
