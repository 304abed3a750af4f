import type { Workbook } from '../workbook/workbook';

/** Everything that outlives an execution. JSON-safe; the runtime changes it in place. */
export interface RuntimeState {
  workbook: Workbook;
  documentProperties: Properties;
  scriptProperties: Properties;
  /** By user. Two runtimes of one published add-on share this object, and the script's own. */
  userProperties: Record<string, Properties>;
  documentCache: Cache;
  scriptCache: Cache;
  userCaches: Record<string, Cache>;
  documentLock: LockSlot;
  scriptLock: LockSlot;
  userLocks: Record<string, LockSlot>;
  triggers: Trigger[];
  /** By user. */
  quotas: Record<string, QuotaUse>;
  /** Scopes of the manifest that the user has not ticked, or has taken back. */
  refusedScopes: string[];
  /** Tokens given out by `ScriptApp.newStateToken`, by token. */
  stateTokens: Record<string, StateToken>;
  /** State of the seeded generator. */
  seed: number;
  executions: number;
}

export type Properties = Record<string, string>;

/** Evicted in the order of creation. */
export type Cache = Record<string, { value: string; createdAtMs: number; expiresAtMs: number }>;

export interface LockSlot {
  /** Id of the execution that holds the lock. */
  holder: string | null;
}

export interface QuotaUse {
  /** Quotas reset 24 hours after the first request. */
  firstUseAtMs: number;
  urlFetchCalls: number;
  propertiesReadWrites: number;
  triggerRuntimeMs: number;
}

export interface Trigger {
  id: string;
  user: string;
  /** The spreadsheet in which it was made, and in which it runs. */
  documentId: string;
  handlerFunction: string;
  schedule: TriggerSchedule;
  /** `null` once a one-off trigger has run, and where Google disabled it; it stays in the list until it is deleted. */
  nextAtMs: number | null;
}

export type TriggerSchedule =
  | { every: 'hours'; count: number; minute: number }
  | { every: 'days'; count: number; hour: number; minute: number; timeZone: string }
  /** Bound scripts only. */
  | { every: 'minutes'; count: number }
  | { every: 'once' };

interface StateToken {
  method: string;
  arguments: Record<string, string>;
  user: string;
  expiresAtMs: number;
}

export function newRuntimeState(workbook: Workbook, seed = 1): RuntimeState {
  return {
    workbook,
    documentProperties: {},
    scriptProperties: {},
    userProperties: {},
    documentCache: {},
    scriptCache: {},
    userCaches: {},
    documentLock: { holder: null },
    scriptLock: { holder: null },
    userLocks: {},
    triggers: [],
    quotas: {},
    refusedScopes: [],
    stateTokens: {},
    seed,
    executions: 0,
  };
}
