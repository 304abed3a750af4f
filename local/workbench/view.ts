import type { ChatMessage } from '../apps-script/chats/chat-services';
import type { ShownMenu } from '../apps-script/runtime/interface';

/** State of the page; JSON, sent whole after each thing that a person does. */
export interface WorkbenchView {
  readonly spreadsheet: string;
  /** Virtual: milliseconds since 1970. */
  readonly nowMs: number;
  /** The user at the keyboard. */
  readonly user: string;
  readonly users: readonly string[];
  readonly menus: readonly ShownMenu[];
  readonly isSidebarOpen: boolean;
  /** Grows each time that the sidebar is opened again, so that its frame is loaded again. */
  readonly sidebarOpened: number;
  /** The dialog in front, until the person closes it; `number` tells dialogs apart. */
  readonly dialog: ShownDialog | null;
  readonly tabs: readonly ShownTab[];
  /** The tab in front; the add-on brings one there as well. */
  readonly inFront: number;
  /** The last event: Google's message in the corner, its clock's work, or somebody's change in Shopify. */
  readonly news: string;
  /** Number of requests that reached Shopify. */
  readonly requests: number;
  /** Messages to chats since the workbench was started, the first one first. */
  readonly told: readonly ChatMessage[];
  /** Currency of the shop. */
  readonly currency: string;
  readonly credentials: Credentials;
}

export interface ShownDialog {
  readonly number: number;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** Nothing behind it can be used meanwhile. */
  readonly modal: boolean;
}

export interface ShownTab {
  readonly id: number;
  readonly name: string;
  /** As many as are in use, and a few to type into; row by row. */
  readonly cells: readonly (readonly ShownCell[])[];
  /** Rows that a filter or a person hides; they count from 1. */
  readonly hiddenRows: readonly number[];
}

export interface ShownCell {
  readonly text: string;
  /** As `#rrggbb`. */
  readonly background?: string;
  readonly isBold?: boolean;
  /** A person who edits the cell sees this in place of its text. */
  readonly formula?: string;
}

/** Credentials to try each way to connect; they open nothing but the embedded store. */
interface Credentials {
  readonly shop: string;
  readonly accessToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Address of an incoming webhook. */
  readonly chat: string;
}
