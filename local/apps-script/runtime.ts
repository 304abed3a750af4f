import fs from 'node:fs';
import path from 'node:path';
import type { AccountKind } from '../../src/answers/requests';
import type { WireAnswer, WireRequest } from '../store/wire';
import { createSideBySide, type SideBySide } from './interleaving/side-by-side';
import type { VirtualClock } from './runtime/clock';
import type {
  ApostrophesInPlainText,
  Computing,
  Environment,
  GatedCall,
  TriggersMadeInTriggers,
  TriggerUid,
} from './runtime/environment';
import { type Interface, newInterface } from './runtime/interface';
import { readManifest } from './runtime/manifest';
import { type ExecutionResult, type RunAs, runFunction } from './runtime/run-function';
import type { RuntimeState, Trigger } from './runtime/runtime-state';
import { clockEvent, dueTriggers, nextRunMs, nextTriggerMs } from './runtime/triggers';
import { authMode } from './services/script-app';

export { limitThreads } from './interleaving/thread';
export { createVirtualClock, type VirtualClock } from './runtime/clock';
export type { GatedCall as ServiceCall } from './runtime/environment';
export { KilledError } from './runtime/exception';

export type { ExecutionResult, RunAs } from './runtime/run-function';
export { newRuntimeState, type RuntimeState } from './runtime/runtime-state';
export { newSheet, newWorkbook, type Sheet, type Workbook } from './workbook/workbook';

export interface RuntimeOptions {
  readonly state: RuntimeState;
  /** The folder with the built `Code.js`, `Sidebar.html` and `appsscript.json`. */
  readonly distDir: string;
  readonly send: (request: WireRequest) => WireAnswer;
  readonly clock: VirtualClock;
  /** Every service call passes here before it runs. It may let time pass, run other executions, or throw a `KilledError`. */
  readonly gate?: (call: GatedCall) => void;
  readonly installed?: 'bound' | 'addon';
  readonly accountKind?: AccountKind;
  /** Cost of computing on the clock; `free` is the default. */
  readonly computing?: Computing;
  /** Default true. Not settled for a published add-on with `spreadsheets.currentonly`. */
  readonly triggersSeeSpreadsheet?: boolean;
  /** Default `fire`. Not settled: https://issuetracker.google.com/issues/150756612 */
  readonly triggersMadeInTriggers?: TriggersMadeInTriggers;
  /** Default `exact`. */
  readonly triggerUid?: TriggerUid;
  /** Default `taken-off`. */
  readonly apostrophesInPlainText?: ApostrophesInPlainText;
  /** For example `en`, `de`. */
  readonly userLocale?: string;
}

export interface Runtime {
  readonly state: RuntimeState;
  readonly clock: VirtualClock;
  readonly interface: Interface;
  /** Runs a top-level function in a fresh load of the bundle. Never throws for what the bundle does. */
  run(functionName: string, args?: readonly unknown[], as?: Partial<RunAs>): ExecutionResult;
  /** Opens the spreadsheet: `onOpen` in the mode that Google would give. */
  open(as?: Partial<RunAs>): ExecutionResult;
  /** Follows a redirect to `/usercallback` with its query: checks the state token and calls its function. */
  followCallback(query: Readonly<Record<string, string>>, user: string): ExecutionResult;
  dueTriggers(): readonly Trigger[];
  /** Moves the clock to `timeMs` (not back) and runs what falls due on the way, in order. */
  advanceTo(timeMs: number): readonly ExecutionResult[];
  /** Time of the next trigger. */
  nextTriggerMs(): number | undefined;
  /** Executions that overlap, each in a worker; the seed decides what comes first of what happens at one moment. */
  sideBySide(seed: number): SideBySide;
}

export function createRuntime(options: RuntimeOptions): Runtime {
  const { state, clock, distDir } = options;
  const environment: Environment = {
    state,
    clock,
    manifest: readManifest(distDir),
    installed: options.installed ?? 'bound',
    accountKind: options.accountKind ?? 'consumer',
    computing: options.computing ?? 'free',
    triggersSeeSpreadsheet: options.triggersSeeSpreadsheet ?? true,
    triggersMadeInTriggers: options.triggersMadeInTriggers ?? 'fire',
    triggerUid: options.triggerUid ?? 'exact',
    apostrophesInPlainText: options.apostrophesInPlainText ?? 'taken-off',
    userLocale: options.userLocale ?? 'en',
    interface: newInterface(),
    send: options.send,
    gate: options.gate ?? (() => undefined),
    readHtmlFile: (name) => {
      const file = path.join(distDir, `${name}.html`);
      return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
    },
  };

  const run: Runtime['run'] = (functionName, args = [], as = {}) =>
    runFunction(environment, distDir, functionName, args, as);

  /** Argument of its function. */
  function firedEvent(trigger: Trigger): unknown {
    // Set before it runs: the function may delete the trigger, or look at it.
    trigger.nextAtMs = nextRunMs(trigger.schedule, clock.now(), state);
    return {
      authMode: authMode.member('FULL'),
      ...clockEvent(trigger, {
        nowMs: clock.now(),
        timeZone: environment.manifest.timeZone,
        uid: environment.triggerUid,
      }),
    };
  }
  const runsTrigger = ({ user }: Trigger) => ({ user, kind: 'trigger', authMode: 'FULL' }) as const;

  return {
    state,
    clock,
    interface: environment.interface,
    run,
    open: (as = {}) => {
      const mode = as.authMode ?? 'LIMITED';
      const event = { authMode: authMode.member(mode) };
      return run('onOpen', [event], { ...as, kind: 'simple-trigger', authMode: mode });
    },
    followCallback: (query, user) => {
      const token = state.stateTokens[query.state ?? ''];
      if (token === undefined || token.user !== user || token.expiresAtMs <= clock.now()) {
        throw new Error('The state token is invalid or has expired. Please try again.');
      }
      const parameter = { ...query, ...token.arguments };
      return run(token.method, [{ parameter }], { user, kind: 'sidebar', authMode: 'FULL' });
    },
    dueTriggers: () => dueTriggers(state, clock.now()),
    nextTriggerMs: () => nextTriggerMs(state),
    advanceTo: (timeMs) => {
      const results: ExecutionResult[] = [];
      for (;;) {
        const nextMs = nextTriggerMs(state);
        if (nextMs === undefined || nextMs > Math.max(timeMs, clock.now())) break;
        clock.advance(Math.max(0, nextMs - clock.now()));
        for (const trigger of dueTriggers(state, clock.now())) {
          if (!state.triggers.includes(trigger)) continue;
          results.push(run(trigger.handlerFunction, [firedEvent(trigger)], runsTrigger(trigger)));
        }
      }
      clock.advance(Math.max(0, timeMs - clock.now()));
      return results;
    },
    sideBySide: (seed) =>
      createSideBySide(
        environment,
        distDir,
        {
          nextMs: () => nextTriggerMs(state),
          startDue: (start) => {
            for (const trigger of dueTriggers(state, clock.now())) {
              start(trigger.handlerFunction, { args: [firedEvent(trigger)], ...runsTrigger(trigger) });
            }
          },
        },
        seed,
      ),
  };
}
