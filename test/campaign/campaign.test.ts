import { sampled } from '../support/sampled';
import { playCampaign } from './play-campaign';
import { HAPPENINGS, Tally } from './tally';

/**
 * Each seed is a small shop that lives for a while: its tabs are edited, other people act in the store, runs fail, are
 * killed, previewed, confirmed and undone. `npm run campaign` plays a thousand, `FROM=1001` the next; `SEED=7 npm run campaign` plays one.
 */
const { SEED, CAMPAIGN = sampled(6, 60), FROM = '1' } = process.env;
const seeds = SEED
  ? [Number(SEED)]
  : Array.from({ length: Number(CAMPAIGN) }, (_, index) => index + Number(FROM));
/** So many seeds let each thing happen that they are there for. */
const ENOUGH = 200;
const tally = new Tally();

afterAll(() => {
  if (process.env.TALLY) process.stdout.write(`${tally}\n`);
});

test.each(seeds)('seed %i keeps every promise', (seed) => {
  const { script, broken, happened, standing } = playCampaign(seed);
  tally.add(happened);
  if (broken.length > 0)
    throw new Error(
      [`SEED=${seed} npm run campaign`, ...script, '', ...standing(), '', ...broken].join('\n'),
    );
});

(seeds.length < ENOUGH ? test.skip : test)('and all that they are to be kept through has happened', () => {
  expect(HAPPENINGS.filter((what) => tally.of(what) === 0)).toEqual([]);
});
