import { describeBeside } from '../../../support/beside';
import { loadContracts, loadSequences } from './recordings';
import { type ReplayedContract, replayContract } from './replay-contracts';
import { type Replayed, replaySequence } from './replay-sequences';
import { misses, share, shareOf, tell } from './share';

/** What begins a scenario's name, and the least share of its requests that is answered as recorded. */
const families: readonly { readonly name: string; readonly begins: RegExp; readonly least: Least }[] = [
  { name: 'metafields', begins: /^metafield/, least: { unseeded: 0.9, seeded: 0.9 } },
  { name: 'collections', begins: /^products__collection/, least: { unseeded: 0.8, seeded: 0.9 } },
  { name: 'publishing', begins: /^store-properties__publish/, least: { seeded: 0.9 } },
  { name: 'markets and companies', begins: /^(markets|b2b)__/, least: { unseeded: 0.9, seeded: 0.9 } },
  { name: 'files', begins: /^media__/, least: { unseeded: 0.9, seeded: 0.8 } },
  { name: 'product media', begins: /^products__.*[Mm]edia/, least: { seeded: 0.9 } },
  {
    name: 'options and order of variants',
    begins: /^products__product(Option|Variants|-mut)/,
    least: { seeded: 0.8 },
  },
  { name: 'translations', begins: /^localization__/, least: { unseeded: 0.8 } },
];

interface Least {
  readonly unseeded?: number;
  readonly seeded?: number;
}

describeBeside('recorded-store', 'what later capabilities ask, recorded from a real store,', () => {
  const contracts = loadContracts('contracts-more').map((contract) => ({
    name: contract.name,
    ...replayContract(contract),
  }));
  const requests = (begins: RegExp, needsSeed: boolean): readonly Replayed[] =>
    contracts
      .filter((contract) => begins.test(contract.name) && contract.needsSeed === needsSeed)
      .flatMap(({ replayed }: ReplayedContract) => replayed);

  test.each(families)('is answered as it was: $name', ({ name, begins, least }) => {
    const [unseeded, seeded] = [requests(begins, false), requests(begins, true)];
    tell(`${name} without seed: ${share(unseeded)}`);
    tell(`${name} with seed: ${share(seeded)}`);
    if (least.unseeded) expect(shareOf(unseeded)).toBeGreaterThanOrEqual(least.unseeded);
    if (least.seeded) expect(shareOf(seeded)).toBeGreaterThanOrEqual(least.seeded);
  });

  test('is answered as it was in whole conversations', () => {
    const replayed = loadSequences('sequences-more').flatMap(replaySequence);
    tell(`later sequences: ${share(replayed)}`);
    expect(shareOf(replayed)).toBeGreaterThanOrEqual(0.8);
  });

  test('never makes the store throw', () => {
    const thrown = contracts
      .flatMap(({ replayed }) => misses(replayed))
      .filter(({ differences }) =>
        differences.some(({ ours }) => JSON.stringify(ours ?? null).includes('"thrown"')),
      );
    expect(thrown.map(({ where }) => where)).toEqual([]);
  });
});
