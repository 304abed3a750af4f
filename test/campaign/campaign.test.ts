import { playCampaign } from './play-campaign';

/**
 * Each seed is a small shop that lives for a while: its tabs are edited, other people act in the store, runs fail, are
 * killed, previewed, confirmed and undone. `npm run campaign` plays a thousand, `FROM=1001` the next; `SEED=7 npm run campaign` plays one.
 */
const { SEED, CAMPAIGN = '24', FROM = '1' } = process.env;
const seeds = SEED
  ? [Number(SEED)]
  : Array.from({ length: Number(CAMPAIGN) }, (_, index) => index + Number(FROM));

test.each(seeds)('seed %i keeps every promise', (seed) => {
  const { script, broken } = playCampaign(seed);
  if (broken.length > 0) throw new Error([`SEED=${seed}`, ...script, '', ...broken].join('\n'));
});
