import type { Answer } from '../../../../src/answers/answers';
import type { TabView } from '../../../../src/sidebar/server/answers';
import { OPENING, reduce } from '../../../../src/sidebar/state/state';
import { tabChoice } from '../../../../src/sidebar/state/tab-choice';
import { NO_NETWORK, OVERVIEW, ok, tabOf } from '../fixtures';

/** A sidebar with tab 1 ticked, and a server that answers when the test says so. */
function tabs() {
  let state = reduce(OPENING, { kind: 'opened', answer: ok(OVERVIEW) });
  const calls: { sheetIds: readonly number[]; reply: (answer: Answer<readonly TabView[]>) => void }[] = [];
  const choose = tabChoice(
    {
      chooseTabs: ({ sheetIds }) => new Promise((reply) => calls.push({ sheetIds, reply })),
    },
    (event) => {
      state = reduce(state, event);
    },
  );
  const ticked = () => state.tabs.filter((tab) => tab.ticked).map((tab) => tab.sheetId);
  return { calls, choose, ticked, state: () => state };
}

const saved = (ids: readonly number[]) => ok([1, 2].map((id) => tabOf(id, ids.includes(id))));
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('ticking tabs', () => {
  test('shows at once and is saved', async () => {
    const { calls, choose, ticked, state } = tabs();
    void choose([1, 2], [1]);
    expect(ticked()).toEqual([1, 2]);
    expect(state().activity).toBe('choosing');
    calls[0]?.reply(saved([1, 2]));
    await settled();
    expect([ticked(), state().activity]).toEqual([[1, 2], undefined]);
  });

  test('faster than it is saved ends with the last choice', async () => {
    const { calls, choose, ticked } = tabs();
    void choose([1, 2], [1]);
    void choose([2], [1, 2]);
    void choose([], [2]);
    expect(calls.map(({ sheetIds }) => sheetIds)).toEqual([[1, 2]]);
    calls[0]?.reply(saved([1, 2]));
    await settled();
    expect(ticked()).toEqual([]);
    expect(calls.map(({ sheetIds }) => sheetIds)).toEqual([[1, 2], []]);
    calls[1]?.reply(saved([]));
    await settled();
    expect(ticked()).toEqual([]);
  });

  test('is taken back where it could not be saved', async () => {
    const { calls, choose, ticked, state } = tabs();
    void choose([1, 2], [1]);
    calls[0]?.reply(NO_NETWORK);
    await settled();
    expect(ticked()).toEqual([1]);
    expect(state().problem).toEqual(NO_NETWORK.problem);
  });
});
