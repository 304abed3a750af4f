import { sampled } from '../support/sampled';
import { playCampaign } from './play-campaign';
import { keepPlayed } from './seeds/record';
import { HAPPENINGS } from './tally';

/**
 * Each seed is a small shop that lives for a while: its tabs are edited, other people act in the store, runs fail, are
 * killed, previewed, confirmed and undone. `npm run campaign` plays a thousand by this file; `SEED=7 npm run campaign`
 * plays one.
 */
const { SEEDS, RECORD } = process.env;
const seeds = SEEDS
  ? SEEDS.split(' ').map(Number)
  : Array.from({ length: sampled(4, 60) }, (_, index) => index + 1);

test.each(seeds)('seed %i keeps every promise', (seed) => {
  const { script, broken, happened, standing } = playCampaign(seed);
  const failure =
    broken.length === 0
      ? ''
      : [`SEED=${seed} npm run campaign`, ...script, '', ...standing(), '', ...broken].join('\n');
  const counts = HAPPENINGS.map((what) => [what, happened.of(what)] as const);
  if (RECORD) keepPlayed(RECORD, { seed, failure, happened: Object.fromEntries(counts) });
  if (failure) throw new Error(failure);
});
