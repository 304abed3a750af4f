import type { Answer, Settings } from '../../../../src/sidebar/server/answers';
import { settingsChoice } from '../../../../src/sidebar/state/settings-choice';
import type { SidebarEvent } from '../../../../src/sidebar/state/sidebar-event';
import { NO_NETWORK, OVERVIEW, ok } from '../fixtures';

const { settings: saved } = OVERVIEW;
const keeping: Settings = { ...saved, keepStock: true };
const leaving: Settings = { ...saved, keepStock: false };

/** A server that answers when it is told to. */
function slowServer() {
  const asked: Settings[] = [];
  const waiting: ((answer: Answer<Settings>) => void)[] = [];
  const events: SidebarEvent[] = [];
  const choose = settingsChoice(
    {
      saveSettings: (settings) => {
        asked.push(settings);
        return new Promise((resolve) => waiting.push(resolve));
      },
    },
    (event) => events.push(event),
  );
  return { asked, events, choose, answer: (answer: Answer<Settings>) => waiting.shift()?.(answer) };
}

test('a choice is saved, and nothing is said of it', async () => {
  const { asked, events, choose, answer } = slowServer();
  const done = choose(keeping, saved);
  answer(ok(keeping));
  await done;
  expect(asked).toEqual([keeping]);
  expect(events).toEqual([{ kind: 'set', settings: keeping }]);
});

test('of choices that are made while one is saved, the last is saved after it', async () => {
  const { asked, choose, answer } = slowServer();
  const done = choose(keeping, saved);
  await choose(leaving, keeping);
  expect(asked).toEqual([keeping]);
  answer(ok(keeping));
  await Promise.resolve();
  await Promise.resolve();
  answer(ok(leaving));
  await done;
  expect(asked).toEqual([keeping, leaving]);
});

test('a choice that could not be saved is taken back', async () => {
  const { events, choose, answer } = slowServer();
  const done = choose(keeping, saved);
  answer(NO_NETWORK);
  await done;
  expect(events.at(-1)).toEqual({ kind: 'settings-refused', settings: saved, problem: NO_NETWORK.problem });
});
