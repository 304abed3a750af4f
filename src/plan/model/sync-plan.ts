import { cellsOf, type Place, type RowRef, type SaidInCells } from '../../catalog/tab/row';
import type { RowStatus } from '../../catalog/tab/status-block';
import type { Gid, VariantId } from '../../catalog/values/gid';
import type { SyncAction } from './action';
import type { Base, BaseRecord, BaseVariant, QuantityKey } from './base';
import type { Conflict } from './conflict';
import type { KeptCell } from './kept-cell';
import type { ShownChange } from './piece';
import type { RowOutcome } from './row-outcome';

/**
 * Everything that a run will do, and the outcomes already known. An immutable value: the preview shows it, the run sends
 * it.
 */
export interface SyncPlan {
  readonly actions: readonly SyncAction[];
  readonly outcomes: readonly RowOutcome[];
  /** Cells found in step with the store: remembered, so that the next run need not read them. */
  readonly adopted: readonly BaseRecord[];
  /** Adjust cells that have had their effect and still hold their number. */
  readonly applied: readonly AppliedCell[];
  /** Changes that look like a mistake and wait for a person; none of them is among the actions. */
  readonly held: readonly HeldChange[];
  /** Cells that changed on both sides; a person chooses which one counts. */
  readonly conflicts: readonly Conflict[];
  /** Cells of existing items that differ and whose history is not known; a person chooses a side. */
  readonly unsynced: readonly Conflict[];
  /** Cells that are to hold Shopify's value. */
  readonly kept: readonly KeptCell[];
  /** Set where a part can only be planned once Shopify has what is sent now, such as an image that two requests would bring. */
  readonly followsUp: boolean;
}

/** A part of a plan, and what the rows of the rest are told. */
export type Limited = Pick<SyncPlan, 'actions' | 'outcomes'>;

/** A plan in the making. */
export class PlanDraft {
  readonly actions: SyncAction[] = [];
  readonly outcomes: RowOutcome[] = [];
  readonly adopted: BaseRecord[] = [];
  readonly applied: AppliedCell[] = [];
  readonly held: HeldChange[] = [];
  readonly conflicts: Conflict[] = [];
  readonly unsynced: Conflict[] = [];
  readonly kept: KeptCell[] = [];
  followsUp = false;
  private readonly variants = new Map<VariantId, BaseVariant>();

  /** A variant's record as the plan has it so far: rows of two tabs may mean one variant. */
  adoptedVariant(id: VariantId): BaseVariant | undefined {
    return this.variants.get(id);
  }

  adopt(record: BaseRecord): void {
    this.adopted.push(record);
    if (record.kind === 'variant') this.variants.set(record.id, record);
  }

  say(ref: RowRef, status: RowStatus, message: string, shopifyId?: Gid): void {
    this.outcomes.push({ ref, status, message, ...(shopifyId && { shopifyId }) });
  }

  /** Adds a message to the cell with a name of the row's item. */
  sayName(
    { ref, name }: Pick<RowOutcome, 'ref' | 'name'>,
    status: RowStatus,
    message: string,
    shopifyId?: Gid,
  ): void {
    this.outcomes.push({ ref, name, status, message, ...(shopifyId && { shopifyId }) });
  }

  /** Adds a message to one cell. */
  sayOf({ ref, column }: Place, status: RowStatus, message: string, shopifyId?: Gid): void {
    this.outcomes.push({ ref, column, status, message, ...(shopifyId && { shopifyId }) });
  }

  /** Adds a message to every row with the value, under the row's own header. */
  tell(value: SaidInCells, { words, givesWay, ...told }: Telling): undefined {
    for (const { ref, column } of cellsOf(value))
      this.outcomes.push({
        ...told,
        ref,
        column,
        message: words(column),
        ...(givesWay && { about: column }),
      });
  }
}

interface Telling extends Pick<RowOutcome, 'status' | 'shopifyId' | 'waits'> {
  words(column: string): string;
  /** A later message about the cell takes its place. */
  readonly givesWay?: true | undefined;
}

/** An Adjust cell whose number Shopify has taken: it is to be emptied. */
export interface AppliedCell {
  readonly ref: RowRef;
  /** The header as the sheet has it. */
  readonly column: string;
  readonly variantId: VariantId;
  readonly key: QuantityKey;
  readonly delta: number;
}

/** A change that looks like a mistake. It is held until a person confirms exactly these two values. */
export interface HeldChange {
  /** Names the item and both values; another value makes another key, so a confirmation no longer applies. */
  readonly key: string;
  readonly ref: RowRef;
  /** The change from one value to another, for a person. */
  readonly change: string;
  readonly reason: string;
  /** The same change in parts, where there is one old and one new value. */
  readonly shown?: ShownChange;
  /** Set where it deletes an item. */
  readonly deletes?: 'product' | 'variant';
  /** The same in the words of other rows with the value: they are told, and it counts once. */
  readonly also?: readonly Pick<HeldChange, 'ref' | 'change'>[];
}

/** Whether the memory already says exactly this, as it does for most rows of most runs, so that nothing need be saved. */
export function isRemembered(record: BaseRecord, base: Base): boolean {
  const known = knownRecord(record, base);
  return known !== undefined && JSON.stringify(known) === JSON.stringify(record);
}

function knownRecord(record: BaseRecord, base: Base): BaseRecord | undefined {
  switch (record.kind) {
    case 'product':
      return base.product(record.id);
    case 'variant':
      return base.variant(record.id);
    case 'undone':
      return base.undone().get(record.id);
    case 'creation':
    case 'operation':
    case 'lost':
      return undefined;
  }
}
