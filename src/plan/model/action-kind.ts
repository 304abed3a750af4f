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

/** Everything that one kind of change has to say of itself. The compiler refuses a kind that leaves a line out. */
export interface ActionKind<A extends SyncAction = SyncAction> {
  /** The rows that it answers for. */
  rows(action: A): readonly RowRef[];
  /** The smallest parts that may be sent, refused, held or limited without each other. */
  pieces(action: A): readonly Piece[];
  /** The action with the wanted pieces alone; nothing where none is left. */
  withPieces(action: A, isWanted: (piece: Piece) => boolean): readonly SyncAction[];
  /** The fields that are sent, by item; a new item has no id. */
  fields(action: A): readonly SentFields[];
  /** Tells its rows what happens when it goes well. A preview also tells what follows by itself once the store has answered. */
  foretell(action: A, isPreview: boolean): readonly RowOutcome[];
  /** Counts what it creates and changes. */
  count(action: A): PlannedCounts;
  /** Lists the old values, for an undo. */
  replaces(action: A): readonly Replaced[];
  /** Makes records of the store's answer; undefined where the store did not take the action. */
  settle(action: A, answer: ActionAnswer): SettledAction | undefined;
  /** Says what is in Shopify after it refused the action, and what to do next, where its own words leave both open. */
  afterRefusal?(action: A, refused: RefusedRow): string | undefined;
  /** Rows whose cells still ask for the opposite when this was sent to undo a run, and no pair of theirs tells it. */
  asksAgain(action: A): readonly RowRef[];
  /** All actions of the kind as requests. */
  batches(actions: readonly A[], batching: Batching): readonly Batch[];
  /** The part of Shopify's answer that tells whether it took an action: `rows` where only the refused ones are named. */
  readonly writtenIn: 'rows' | 'stock' | 'values' | 'fields';
  /** How many requests travel as fields of one document at most; 1 where an answer that is lost would leave too much unknown. */
  readonly joins: number;
  /** The variants that it creates, of which a large store takes so many a day. */
  newVariants(action: A): readonly NewVariant[];
  /** Set where one request takes actions of whichever items, also of items that come to be known one after the other. */
  readonly takesAnyItems?: true;
  /**
   * Whether it may be a line of a bulk operation, which may be sent twice. Most kinds set a state, or are refused the
   * second time.
   */
  canGoInBulk(action: A): boolean;
  /** The fields that Shopify replaces whatever stands there, where they are read again before they are sent late. */
  uncompared?(action: A): Uncompared | undefined;
}

export interface Uncompared {
  readonly id: ProductId | VariantId;
  /** With what the plan found there. */
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
  /** Its place among the actions of the batch. */
  readonly index: number;
  /** As earlier batches, and earlier actions of this one, left it. */
  readonly base: Base;
  isTaken(ref: RowRef): boolean;
}

export interface SettledAction {
  readonly records: readonly BaseRecord[];
  /** Ids of what was created, by row. */
  readonly ids?: ReadonlyMap<string, Gid>;
  /** Created without a row that tells of it by itself. */
  readonly created?: readonly (Created | AddedImage)[];
  /** Actions that could not be sent before: they concern what was just created. */
  readonly next?: readonly SyncAction[];
  /** The action without what was sent and is not what Shopify answers, and what the rows are told of that. */
  readonly taken?: SyncAction;
  readonly untaken?: readonly RowOutcome[];
}

/**
 * The most batches of one item in a document. It takes one and a half seconds; of 20 nearly three, of 50 more than six, and
 * ten documents go side by side. The limit of 1,000 points is far off.
 */
export const JOINED_MOST = 10;

/** The most batches of 250 prices or quantities: more would keep a request open for longer than Google waits. */
export const JOINED_LISTS = 5;

/** One request for each action. */
function eachAlone(actions: readonly SyncAction[]): readonly Batch[] {
  return actions.map((action) => ({ kind: action.kind, action }) as Batch);
}

/** For lines of a kind to which they do not apply. */
export const none = (): readonly never[] => [];

/** Lines of a kind that sends one request for each action, of which Shopify names only the refused rows. */
export const alone = { batches: eachAlone, writtenIn: 'rows', joins: 1, newVariants: none } as const;

/** The same, where several requests may travel as one document. */
export const joined = { ...alone, joins: JOINED_MOST } as const;
