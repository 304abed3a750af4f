import type { Usage } from '../../../../src/ports/system';
import { openAllowance, saveAccountKind } from '../../../../src/sync/ground/daily-allowance';
import type { Services } from '../../../../src/sync/ground/services';

const NOON_MS = Date.UTC(2026, 10, 23, 12);
const HOUR_MS = 3_600_000;

/** One user over many executions: what they keep, what time it is, and what the running execution has used. */
function userAt(startMs = NOON_MS) {
  const kept = new Map<string, string>();
  const now = { ms: startMs };
  const used = { urlFetchCalls: 0, propertyCalls: 0 };
  const secrets = {
    seenBy: 'user' as const,
    load: (key: string) => kept.get(key),
    save: (key: string, value: string) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key),
  };
  const clock = { now: () => now.ms };
  const services = { secrets, clock, usage: (): Usage => ({ ...used }) } as unknown as Services;
  /** An execution that uses so much, lasts so long, and ends. */
  const spend = (usage: Partial<Usage>, lastsMs = 0, isClock = false) => {
    const allowance = openAllowance(services, isClock);
    used.urlFetchCalls += usage.urlFetchCalls ?? 0;
    used.propertyCalls += usage.propertyCalls ?? 0;
    now.ms += lastsMs;
    allowance.save();
  };
  return { services, secrets, now, used, spend, open: (isClock = false) => openAllowance(services, isClock) };
}

describe('what Google allows a user in a day', () => {
  test('is enough for a person who has used little', () => {
    const user = userAt();
    user.spend({ urlFetchCalls: 500, propertyCalls: 900 });
    expect(user.open().spent()).toBeUndefined();
  });

  test('is added up over executions, and a part is kept back', () => {
    const user = userAt();
    for (let run = 0; run < 19; run++) user.spend({ urlFetchCalls: 1_000 });
    expect(user.open().spent()).toEqual({
      kind: 'quota',
      message: 'Google allows this account 20,000 requests a day, and they are nearly used up.',
      nextStep: 'The sync goes on where it stopped: sync again in 24 hours.',
    });
  });

  test('counts reads and writes of settings too', () => {
    const user = userAt();
    user.spend({ propertyCalls: 47_500 }, HOUR_MS);
    expect(user.open().spent()).toMatchObject({
      message:
        'Google allows this account 50,000 reads and writes of settings a day, and they are nearly used up.',
      nextStep: 'The sync goes on where it stopped: sync again in 23 hours.',
    });
  });

  test('counts the time of what the clock started, and of nothing else', () => {
    const user = userAt();
    user.spend({}, 80 * 60_000);
    user.spend({}, 80 * 60_000, true);
    expect(user.open(true).spent()).toBeUndefined();
    user.spend({}, 6 * 60_000, true);
    expect(user.open(true).spent()).toMatchObject({
      message: 'Google allows this account 90 minutes of scheduled work a day, and they are nearly used up.',
    });
    expect(user.open().spent()).toBeUndefined();
  });

  test('is more in a Google Workspace', () => {
    const user = userAt();
    saveAccountKind(user.secrets, 'workspace');
    user.spend({ urlFetchCalls: 90_000 });
    expect(user.open().spent()).toBeUndefined();
  });

  test('begins anew a day after the first use', () => {
    const user = userAt();
    user.spend({ urlFetchCalls: 19_500 });
    user.now.ms += 24 * HOUR_MS;
    expect(user.open().spent()).toBeUndefined();
  });

  test('is kept every minute, so that an execution that is killed has been counted', () => {
    const user = userAt();
    const allowance = user.open();
    user.used.urlFetchCalls += 19_000;
    user.now.ms += 61_000;
    allowance.spent();
    expect(user.open().spent()).toMatchObject({ kind: 'quota' });
  });

  test('counts from today where the clock was set back', () => {
    const user = userAt();
    user.spend({ urlFetchCalls: 19_000 });
    user.now.ms -= 365 * 24 * HOUR_MS;
    expect(user.open().spent()).toBeUndefined();
  });
});
