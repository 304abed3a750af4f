import { MOST_WAITING_EXECUTIONS, syncToEnd } from '../../../../src/sidebar/state/long-run';
import { NO_NETWORK, ok, summaryOf } from '../fixtures';

const paused = (sent: number) => ok(summaryOf({ outcome: 'paused', sent, remaining: 5 }));

function serverOf(...answers: readonly Awaited<ReturnType<typeof syncToEnd>>[]) {
  const left = [...answers];
  const ask = async () => left.shift()!;
  const sent: number[] = [];
  return { left, sent, run: () => syncToEnd({ continueSync: ask }, ask, (count) => sent.push(count)) };
}

describe('a long run', () => {
  test('is continued until it is finished', async () => {
    const { run, left, sent } = serverOf(paused(10), paused(12), ok(summaryOf()));
    expect(await run()).toEqual(ok(summaryOf()));
    expect(left).toEqual([]);
    expect(sent).toEqual([10, 12]);
  });

  test('stops where a person should see a problem', async () => {
    const stopped = ok(summaryOf({ outcome: 'paused', problem: NO_NETWORK.problem }));
    expect(await serverOf(paused(10), stopped, ok(summaryOf())).run()).toEqual(stopped);
    expect(await serverOf(paused(10), NO_NETWORK).run()).toEqual(NO_NETWORK);
  });

  test('waits while Shopify works through what it was given', async () => {
    const { run, left } = serverOf(paused(10), paused(0), paused(0), ok(summaryOf()));
    expect(await run()).toEqual(ok(summaryOf()));
    expect(left).toEqual([]);
  });

  test('stops where nothing is sent for very long', async () => {
    const { run, left } = serverOf(...Array(MOST_WAITING_EXECUTIONS + 5).fill(paused(0)));
    expect(await run()).toEqual(paused(0));
    expect(left).toHaveLength(4);
  });
});
