import { hasRecordings, loadSequences } from './recordings';
import { type Replayed, replaySequence } from './replay-sequences';
import { share, shareOf, tell } from './share';

const wanted = 0.97;

describe('conversations recorded from a real store', () => {
  if (!hasRecordings) {
    test('cannot be replayed: ../shared/recorded-store is absent', () => {
      tell('The recorded conversations were not replayed: ../shared/recorded-store is absent.');
    });
    return;
  }

  const replayed: Replayed[] = loadSequences().flatMap(replaySequence);

  test('are answered as they were recorded', () => {
    tell(`sequences: ${share(replayed)}`);
    expect(shareOf(replayed)).toBeGreaterThanOrEqual(wanted);
  });

  test('make no request throw', () => {
    const thrown = replayed.filter(({ differences }) => differences.some(({ path }) => path === '$.thrown'));
    expect(thrown.map(({ where }) => where)).toEqual([]);
  });
});
