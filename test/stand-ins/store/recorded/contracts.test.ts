import { describeBeside } from '../../../support/beside';
import { reasonNotModelled } from './not-modelled';
import { loadContracts } from './recordings';
import { type ReplayedContract, replayContract } from './replay-contracts';
import { misses, share, shareOf, tell } from './share';

const wantedWithoutSeed = 0.9;
const wantedWithSeed = 0.7;

describeBeside('recorded-store', 'scenarios recorded from a real store', () => {
  const contracts: ReplayedContract[] = loadContracts().map(replayContract);
  const requests = (needsSeed: boolean) =>
    contracts.filter((contract) => contract.needsSeed === needsSeed).flatMap(({ replayed }) => replayed);

  test('that need no seed are answered as they were recorded', () => {
    tell(`contracts without seed: ${share(requests(false))}`);
    expect(shareOf(requests(false))).toBeGreaterThanOrEqual(wantedWithoutSeed);
  });

  test('that need a seed are answered as they were recorded', () => {
    tell(`contracts with seed: ${share(requests(true))}`);
    expect(shareOf(requests(true))).toBeGreaterThanOrEqual(wantedWithSeed);
  });

  test('are left out only where the recording lacks their variables', () => {
    const incomplete = contracts.flatMap((contract) => contract.incomplete);
    tell(
      `${incomplete.length} requests cannot be replayed by anyone: their variables, or a write before them, were not kept`,
    );
    expect(incomplete.length).toBeGreaterThan(0);
  });

  test('give their reason where they are deliberately not modelled', () => {
    const missed = contracts.flatMap(({ replayed }) => misses(replayed));
    const explained = missed.filter(({ where }) => reasonNotModelled(where));
    tell(`${explained.length} of ${missed.length} misses are deliberately not modelled`);
    expect(explained.length).toBeGreaterThan(0);
  });

  test('make no request throw', () => {
    const thrown = contracts
      .flatMap(({ replayed }) => replayed)
      .filter(({ differences }) =>
        differences.some(({ ours }) => JSON.stringify(ours ?? null).includes('"thrown"')),
      );
    expect(thrown.map(({ where }) => where)).toEqual([]);
  });
});
