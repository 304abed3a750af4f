import type { AccountKind } from '../../answers/requests';
import { fail, type Problem, type Result } from '../../ports/problem';
import { amount, fields, readStored, time } from '../../ports/shape';
import { DAY_MS, HOUR_MS, type Usage } from '../../ports/system';
import type { Services, StartedBy } from './services';

interface DayUse extends Usage {
  /** Milliseconds of work that the clock started. */
  readonly clockMs: number;
}

/**
 * Google's allowance for a user in a day, over all their scripts.
 * Source: https://developers.google.com/apps-script/guides/services/quotas
 */
const DAILY: Readonly<Record<AccountKind, DayUse>> = {
  consumer: { urlFetchCalls: 20_000, propertyCalls: 50_000, clockMs: 90 * 60_000 },
  workspace: { urlFetchCalls: 100_000, propertyCalls: 500_000, clockMs: 360 * 60_000 },
};

/** Kept back: for the end of the run, for a person who tests the connection, and for what nobody counted. */
const KEPT_BACK = 0.05;
/** A killed execution loses no more of its count than this. */
const SAVED_EVERY_MS = 60_000;
const USE_KEY = 'day-use';
const KIND_KEY = 'account-kind';

interface SavedUse extends DayUse {
  /** Milliseconds since 1970. */
  readonly sinceMs: number;
}

const savedUse = fields<SavedUse>({
  sinceMs: time,
  urlFetchCalls: amount,
  propertyCalls: amount,
  clockMs: amount,
});

/** Rest of what Google allows this user in a day. */
export interface Allowance {
  /** Called again and again; undefined while enough is left. Saves the count now and then. */
  spent(): Problem | undefined;
  save(): void;
}

/** Counts from here on; `isClock` where Google's clock started the execution, and its time counts too. */
export function openAllowance(services: Services, isClock: boolean): Allowance {
  const { secrets, clock, usage } = services;
  const daily = DAILY[loadAccountKind(secrets)];
  const startedMs = clock.now();
  const before = currentUse(readStored(savedUse, secrets.load(USE_KEY)), startedMs);
  const counted = usage();
  let savedMs = startedMs;
  const soFar = (): SavedUse => ({
    sinceMs: before.sinceMs,
    urlFetchCalls: before.urlFetchCalls + usage().urlFetchCalls - counted.urlFetchCalls,
    propertyCalls: before.propertyCalls + usage().propertyCalls - counted.propertyCalls,
    clockMs: before.clockMs + (isClock ? clock.now() - startedMs : 0),
  });
  const save = () => {
    savedMs = clock.now();
    secrets.save(USE_KEY, JSON.stringify(soFar()));
  };
  return {
    save,
    spent() {
      if (clock.now() - savedMs >= SAVED_EVERY_MS) save();
      const use = soFar();
      const counting = RESOURCES.filter(({ key }) => isClock || key !== 'clockMs');
      const resource = counting.find(({ key }) => use[key] >= daily[key] * (1 - KEPT_BACK));
      return (
        resource && spentProblem(resource.words(daily[resource.key]), use.sinceMs + DAY_MS - clock.now())
      );
    },
  };
}

/** Refuses a scheduled run that Google would kill before its end. */
export function refuseSpentClock(services: Services): Result<never> | undefined {
  const problem = openAllowance(services, true).spent();
  return problem && { ok: false, problem };
}

/** As the user said; until then the stricter one, because finding it out would mean asking for an e-mail address. */
export function loadAccountKind(secrets: Services['secrets']): AccountKind {
  return secrets.load(KIND_KEY) === 'workspace' ? 'workspace' : 'consumer';
}

export function saveAccountKind(secrets: Services['secrets'], kind: AccountKind): void {
  if (kind !== loadAccountKind(secrets)) secrets.save(KIND_KEY, kind);
}

const RESOURCES: readonly { readonly key: keyof DayUse; readonly words: (daily: number) => string }[] = [
  { key: 'urlFetchCalls', words: (daily) => `${daily.toLocaleString('en-US')} requests` },
  { key: 'propertyCalls', words: (daily) => `${daily.toLocaleString('en-US')} reads and writes of settings` },
  { key: 'clockMs', words: (daily) => `${daily / 60_000} minutes of scheduled work` },
];

function spentProblem(allowed: string, leftMs: number): Problem {
  const hours = Math.max(1, Math.ceil(leftMs / HOUR_MS));
  return fail(
    'quota',
    `Google allows this account ${allowed} a day, and they are nearly used up.`,
    `The sync goes on where it stopped: sync again in ${hours === 1 ? 'an hour' : `${hours} hours`}.`,
  ).problem;
}

/**
 * Google's day begins with the first request. A day that is over no longer counts, nor does one that would begin in the
 * future because the clock was set back.
 */
function currentUse(saved: SavedUse | undefined, nowMs: number): SavedUse {
  const ageMs = nowMs - (saved?.sinceMs ?? 0);
  return saved && ageMs >= 0 && ageMs < DAY_MS
    ? saved
    : { sinceMs: nowMs, urlFetchCalls: 0, propertyCalls: 0, clockMs: 0 };
}

/**
 * Google ends an execution at six minutes, in the middle of whatever it does. A run pauses well before: recording the answers
 * of a bulk operation with tens of thousands of lines is not interrupted, and takes its time.
 */
const WORKING_TIME_MS = 3.75 * 60_000;
/**
 * The clock has 90 minutes a day in a consumer account, which an hourly schedule shares out.
 * Source: https://developers.google.com/apps-script/guides/services/quotas
 */
const CONSUMER_CLOCK_TIME_MS = 3 * 60_000;

/** Calculates when an execution that begins now stops working. Milliseconds since 1970. */
export function deadlineOf({ clock, secrets }: Services, by: StartedBy['by']): number {
  const isShort = by === 'clock' && loadAccountKind(secrets) === 'consumer';
  return clock.now() + (isShort ? CONSUMER_CLOCK_TIME_MS : WORKING_TIME_MS);
}
