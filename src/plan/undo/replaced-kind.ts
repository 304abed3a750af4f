import type { DesiredCatalog } from '../../catalog/building/desired';
import type { FieldValue } from '../../catalog/values/cell';
import type { ProductId, VariantId } from '../../catalog/values/gid';
import type { CellsNow, UndoPlace } from '../identity/current-cells';
import type { FieldChange } from '../model/action';
import type { Base } from '../model/base';
import type { KeptCell } from '../model/kept-cell';
import type { ReplacedValue } from '../model/replaced-value';
import type { SnapshotNeeds, StoreSnapshot } from '../model/snapshot';
import type { PlanDraft } from '../model/sync-plan';
import type { PutBackContext } from './put-back-items';

/** Everything that undoing one kind of replaced value needs. The compiler refuses a kind that leaves an entry out. */
export interface ReplacedKind<R extends ReplacedValue = ReplacedValue> {
  /** Parts of the store that are read of its item. */
  readonly reads: readonly ReadPart[];
  /** Reads Shopify's present value; undefined where the item is gone, and null for a level that is not active. */
  now(replaced: R, store: StoreNow): FieldValue | null | undefined;
  /** Sends the old value, where Shopify still has what the run wrote. */
  giveBack(replaced: R, now: FieldValue | null, at: GivenBack): void;
  /** Set where restoring involves more than the value, and must continue where the value itself is restored already. */
  readonly isMore?: true;
  /** Cells that still say what the run sent, with the old values that are in Shopify again. */
  cells(replaced: R, context: CellsContext): readonly KeptCell[];
}

export type ReadPart = Extract<keyof SnapshotNeeds, 'options' | 'stock' | 'media' | 'variantImages'>;

export interface StoreNow {
  readonly snapshot: StoreSnapshot;
  readonly base: Base;
}

export interface GivenBack {
  readonly place: UndoPlace;
  readonly context: UndoContext;
  /** Fields that are sent with others of their item. */
  readonly fields: Map<ProductId | VariantId, FieldChange[]>;
}

export interface UndoContext extends StoreNow {
  readonly desired: DesiredCatalog;
  readonly draft: PlanDraft;
}

export interface CellsContext extends PutBackContext {
  readonly cells: CellsNow['cells'];
}
