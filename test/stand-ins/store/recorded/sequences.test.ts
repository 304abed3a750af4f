import { describeBeside } from '../../../support/beside';
import { loadSequences } from './recordings';
import { type Replayed, replaySequence } from './replay-sequences';
import { share, shareOf, tell } from './share';

const wanted = 0.97;

describeBeside('recorded-store', 'conversations recorded from a real store', () => {
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
