import type { Cache } from '../ports/cache';
import type { Clock } from '../ports/clock';
import type { Lock } from '../ports/lock';
import type { Log } from '../ports/log';
import type { Secrets, Settings } from '../ports/settings';
import type { Sheets } from '../ports/sheets';
import type { Store } from '../ports/store';
import type { NewUuid } from '../ports/uuid';
import type { Connection } from './connection';

/** Everything a use case may reach; wired together in `main.ts`. */
export interface Outside {
  readonly sheets: Sheets;
  /** Document properties: seen by everyone who edits the spreadsheet. */
  readonly settings: Settings;
  /** User properties: seen by nobody else. */
  readonly secrets: Secrets;
  readonly cache: Cache;
  readonly lock: Lock;
  readonly clock: Clock;
  readonly newUuid: NewUuid;
  readonly log: Log;
  readonly version: string;
  readonly openStore: (connection: Connection, secret: string) => Store;
}
