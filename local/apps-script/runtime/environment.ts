import type { AccountKind } from '../../../src/answers/requests';
import type { WireAnswer, WireRequest } from '../../store/wire';
import type { VirtualClock } from './clock';
import type { Interface } from './interface';
import type { Manifest } from './manifest';
import type { RuntimeState } from './runtime-state';

/** Time by which computing between two service calls moves the clock. `measured` cannot be replayed exactly. */
export type Computing = 'free' | 'measured' | { readonly perCallMs: number };

/**
 * `disabled`: listed, and never fires, as people report of triggers that were made while a trigger ran.
 * Source: https://issuetracker.google.com/issues/150756612
 */
export type TriggersMadeInTriggers = 'fire' | 'disabled';

/**
 * Form of the trigger's ID in an event. `rounded`: as text that went through a double, so that its last digits differ from
 * those of `getUniqueId`. `number`: that double itself. `short`: eight digits instead of nineteen. All were seen in logs
 * of live scripts.
 */
export type TriggerUid = 'exact' | 'rounded' | 'number' | 'short';

/**
 * Treatment of an apostrophe that a script writes in front of a text into a cell of plain text. In other cells it
 * goes, and makes the rest text; of these no page of Google's says.
 */
export type ApostrophesInPlainText = 'taken-off' | 'kept';

/** Shared by all executions of one runtime. */
export interface Environment {
  readonly state: RuntimeState;
  readonly clock: VirtualClock;
  readonly manifest: Manifest;
  readonly installed: 'bound' | 'addon';
  readonly accountKind: AccountKind;
  readonly computing: Computing;
  /** Whether a time-driven trigger sees the spreadsheet; not settled for a published add-on. */
  readonly triggersSeeSpreadsheet: boolean;
  readonly triggersMadeInTriggers: TriggersMadeInTriggers;
  readonly triggerUid: TriggerUid;
  readonly apostrophesInPlainText: ApostrophesInPlainText;
  readonly userLocale: string;
  readonly interface: Interface;
  readonly send: (request: WireRequest) => WireAnswer;
  readonly gate: (call: GatedCall) => void;
  /** The text of an HTML file of the project, by name without `.html`. */
  readonly readHtmlFile: (name: string) => string | undefined;
}

/** A service call that is about to run. `service` is the class of the reference: `Range`, `UrlFetchApp` … */
export interface GatedCall {
  readonly service: string;
  readonly method: string;
  /** Id of the execution that calls. */
  readonly execution: string;
  /** Values of the bundle's realm: read them, keep none. */
  readonly args: readonly unknown[];
}
