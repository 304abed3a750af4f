import type { Answer, Settings, SettingsChange } from '../../../../src/sidebar/server/answers';
import { settingsChoice } from '../../../../src/sidebar/state/settings-choice';
import type { SidebarEvent } from '../../../../src/sidebar/state/sidebar-event';
import { NO_NETWORK, OVERVIEW, ok } from '../fixtures';

const { settings: saved } = OVERVIEW;
const keeping: Settings = { ...saved, keepStock: true };
const leaving: Settings = { ...saved, keepStock: false };

/** A server that answers when it is told to. */
function slowServer() {
  const asked: SettingsChange[] = [];
  const waiting: ((answer: Answer<Settings>) => void)[] = [];
  const events: SidebarEvent[] = [];
  const choose = settingsChoice(
    {
      saveSettings: (change) => {
        asked.push(change);
        return new Promise((resolve) => waiting.push(resolve));
      },
    },
    (event) => events.push(event),
  );
  const answer = async (given: Answer<Settings>) => {
    waiting.shift()?.(given);
    await new Promise(setImmediate);
  };
  const keep = () => choose({ change: { keepStock: true }, shown: keeping }, saved);
  const leave = () => choose({ change: { keepStock: false }, shown: leaving }, keeping);
  return { asked, events, keep, leave, answer };
}

test('what was chosen is shown at once, and saved without the other settings', async () => {
  const { asked, events, keep } = slowServer();
  void keep();
  expect(asked).toEqual([{ keepStock: true }]);
  expect(events).toEqual([{ kind: 'set', settings: keeping }]);
});

test('what another sidebar chose is shown once a choice is saved', async () => {
  const { events, keep, answer } = slowServer();
  const both: Settings = { ...keeping, statusPlace: 'left' };
  const done = keep();
  await answer(ok(both));
  await done;
  expect(events.at(-1)).toEqual({ kind: 'set', settings: both });
});

test('choices that are made while one is saved are saved after it, and stay in sight', async () => {
  const { asked, events, keep, leave, answer } = slowServer();
  const done = keep();
  await leave();
  expect(asked).toEqual([{ keepStock: true }]);
  await answer(ok(keeping));
  expect(events.at(-1)).toEqual({ kind: 'set', settings: leaving });
  await answer(ok(leaving));
  await done;
  expect(asked).toEqual([{ keepStock: true }, { keepStock: false }]);
  expect(events.at(-1)).toEqual({ kind: 'set', settings: leaving });
});

test('a choice that could not be saved is taken back', async () => {
  const { events, keep, answer } = slowServer();
  const done = keep();
  await answer(NO_NETWORK);
  await done;
  expect(events.at(-1)).toEqual({ kind: 'settings-refused', settings: saved, problem: NO_NETWORK.problem });
});

test('of two choices of which only the first could be saved, the first is shown', async () => {
  const { events, keep, leave, answer } = slowServer();
  const done = keep();
  await leave();
  await answer(ok(keeping));
  await answer(NO_NETWORK);
  await done;
  expect(events.at(-1)).toEqual({ kind: 'settings-refused', settings: keeping, problem: NO_NETWORK.problem });
});
