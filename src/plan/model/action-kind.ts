import type { RowRef } from '../../catalog/tab/row';
import type { Gid, ProductId, VariantId } from '../../catalog/values/gid';
import type { FieldChange, NewVariant, SyncAction } from './action';
import type { Base, BaseRecord } from './base';
import type { Batch, Batching } from './batch';
import type { RefusedRow, Written } from './batch-outcome';
import type { Piece } from './piece';
import type { PlannedChanges, PlannedDeletions, PlannedNew } from './planned';
import type { AddedImage, Created, Replaced } from './replaced-value';
import type { RowOutcome } from './row-outcome';
import type { ListedField } from './snapshot';

/** Everything that one kind of change declares. The compiler refuses a kind that leaves an entry out. */
export interface ActionKind<A extends SyncAction = SyncAction> {
  /** The rows that an action's outcome is reported to. */
  rows(action: A): readonly RowRef[];
  /** The smallest parts that may be sent, refused, held or limited independently. */
  pieces(action: A): readonly Piece[];
  /** The action with the wanted pieces only; undefined where none is left. */
  withPieces(action: A, isWanted: (piece: Piece) => boolean): readonly SyncAction[];
  /** The fields that are sent, by item; a new item has no id. */
  fields(action: A): readonly SentFields[];
  /** Tells its rows what happens on success. A preview also tells what follows automatically once the store has answered. */
  foretell(action: A, isPreview: boolean): readonly RowOutcome[];
  /** Counts what it creates and changes. */
  count(action: A): PlannedCounts;
  /** Lists the old values, for an undo. */
  replaces(action: A): readonly Replaced[];
  /** Makes records of the store's answer; undefined where the store did not take the action. */
  settle(action: A, answer: ActionAnswer): SettledAction | undefined;
  /** Explains the state in Shopify after a refusal, and the next step, where Shopify's own message does not. */
  afterRefusal?(action: A, refused: RefusedRow): string | undefined;
  /** Rows whose cells still ask for the opposite when this was sent to undo a run, and that have no pair to show it. */
  asksAgain(action: A): readonly RowRef[];
  /** All actions of the kind as requests. */
  batches(actions: readonly A[], batching: Batching): readonly Batch[];
  /** The part of Shopify's answer that tells whether it took an action: `rows` where only the refused ones are named. */
  readonly writtenIn: 'rows' | 'stock' | 'values' | 'fields';
  /** The most requests that may be sent as fields of one document; 1 where a lost answer would leave too much unknown. */
  readonly joins: number;
  /** The variants that it creates; Shopify limits how many a large store may create per day. */
  newVariants(action: A): readonly NewVariant[];
  /** Set where one request may contain actions on any items, also on items that become known one after the other. */
  readonly takesAnyItems?: true;
  /**
   * Whether it may be a line of a bulk operation, which may be sent twice. Most kinds set a state, or are refused the
   * second time.
   */
  canGoInBulk(action: A): boolean;
  /** The fields that Shopify overwrites without comparing, so that they are read again before a late write. */
  uncompared?(action: A): Uncompared | undefined;
}

export interface Uncompared {
  readonly id: ProductId | VariantId;
  /** Each with the value that the plan found. */
  readonly fields: readonly ListedField[];
  readonly changes: readonly FieldChange[];
}

interface SentFields {
  readonly id?: ProductId | VariantId;
  readonly changes: readonly FieldChange[];
}

interface PlannedCounts {
  readonly create?: Partial<PlannedNew>;
  readonly change?: Partial<PlannedChanges>;
  readonly delete?: Partial<PlannedDeletions>;
  readonly publish?: number;
  readonly unpublish?: number;
  readonly remove?: number;
}

/** Answer of the store to the batch of an action. */
export interface ActionAnswer {
  readonly written: Written;
  /** Index of the action in the batch. */
  readonly index: number;
  /** The memory as earlier batches, and earlier actions of this batch, left it. */
  readonly base: Base;
  isTaken(ref: RowRef): boolean;
}

export interface SettledAction {
  readonly records: readonly BaseRecord[];
  /** Ids of what was created, by row. */
  readonly ids?: ReadonlyMap<string, Gid>;
  /** Items created without a row that reports them. */
  readonly created?: readonly (Created | AddedImage)[];
  /** Actions that could not be sent before: they concern what was just created. */
  readonly next?: readonly SyncAction[];
  /** The action without values that were sent but differ in Shopify's answer, and the messages about those. */
  readonly taken?: SyncAction;
  readonly untaken?: readonly RowOutcome[];
}

/**
 * The most batches of one item in a document. Ten take 1.5 seconds, 20 nearly three, 50 more than six, and ten documents
 * are sent in parallel. The limit of 1,000 points is not reached.
 */
export const JOINED_MOST = 10;

/** The most batches of 250 prices or quantities in a document: more would take longer than Google waits for a response. */
export const JOINED_LISTS = 5;

/** One request for each action. */
function eachAlone(actions: readonly SyncAction[]): readonly Batch[] {
  return actions.map((action) => ({ kind: action.kind, action }) as Batch);
}

/** For entries that do not apply to a kind. */
export const none = (): readonly never[] => [];

/** Entries of a kind that sends one request for each action, where Shopify names only the refused rows. */
export const alone = { batches: eachAlone, writtenIn: 'rows', joins: 1, newVariants: none } as const;

/** The same, where several requests may be sent as one document. */
export const joined = { ...alone, joins: JOINED_MOST } as const;
