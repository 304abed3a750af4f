import { sampleOf } from '../support/sampled';
import { openWorkbench, type Workbench } from '../support/workbench';
import { drawLifeSchedule, drawSchedule, LIFE_FROM } from './draw-schedule';
import { lifeScenarios } from './life-scenarios';
import { PLATFORM_NAMES, type Platform, type PlatformName, platformOf } from './platforms';
import { type Edited, edit, playSchedule, settle, triggersOfAnother } from './play-schedule';
import { type Scenario, scenarios } from './scenarios';
import { type AnsweredRow, type Standing, whatStands } from './what-stands';
import { stateWithoutOthers, touchedSkus, withoutOthers } from './without-others';

/**
 * Each seed is a schedule of kills, failing requests, executions that overlap and other people who act, under one of the
 * ways in which the live platforms are reported to behave. `npm run interleavings` plays hundreds of each.
 */
const { PLATFORM, SCHEDULES, FROM = '1' } = process.env;
const names = PLATFORM_NAMES.filter((name) => PLATFORM === undefined || PLATFORM === name);

/** Seeds that found something. */
const ENDED_BADLY: Partial<Record<PlatformName, readonly number[]>> = {
  'large-answers-time-out': [118],
  'fetch-quota-spent': [10],
  'published-add-on': [38],
  'version-retired': [181],
};

/** Of every way some; each sample begins elsewhere, so that they are different schedules. */
function seedsOf(name: PlatformName): readonly number[] {
  const sampled = name === 'documented' ? { count: 2, from: 1 } : { count: 1, from: 2 * names.indexOf(name) };
  const { count, from } =
    SCHEDULES === undefined ? sampled : { count: Number(SCHEDULES), from: Number(FROM) };
  const seeds = Array.from({ length: count }, (_, index) => index + from);
  const life = LIFE_FROM + names.indexOf(name);
  return SCHEDULES === undefined
    ? [...seeds, ...(sampleOf(names, 2).includes(name) ? [life] : []), ...(ENDED_BADLY[name] ?? [])]
    : seeds;
}

interface Prepared extends Edited {
  readonly before: Standing;
  /** What an undisturbed run comes to. */
  readonly wanted: Standing;
}

const prepared = new Map<string, Prepared>();

/** Made once for all that begin alike. */
function prepare(scenario: Scenario, platform: Platform): Prepared {
  const key = JSON.stringify([scenario.name, platform.besides, platform.runtime]);
  const known = prepared.get(key);
  if (known) return known;
  const edited = edit(scenario, platform);
  const made = {
    ...edited,
    before: whatStands(openWorkbench({ saved: edited.saved })),
    wanted: whatStands(settle(edited, { runtime: platform.runtime })),
  };
  prepared.set(key, made);
  return made;
}

describe.each(names)('where the platforms are %s', (name) => {
  const platform = platformOf(name);

  const endsUndisturbed = (seed: number): void => {
    const isLife = seed >= LIFE_FROM;
    const own = isLife ? lifeScenarios : scenarios;
    const schedule = (isLife ? drawLifeSchedule : drawSchedule)(seed, own);
    const { before, wanted, ...edited } = prepare(own[schedule.scenario] as Scenario, platform);
    const played = playSchedule(edited, schedule, platform);
    const { done } = played.store.edge.otherPeople;
    const settled = settle({ ...edited, saved: played.save() }, platform);
    const stands = whatStands(settled);
    const touched = touchedSkus(settled, done);

    // First what says why the rest is not as it should be.
    expect(stands.rows.filter((row) => !isAnswered(row, touched))).toEqual([]);
    expect(withoutOthers(settled, done, { stands, before, wanted })).toEqual(wanted.products);
    if (own[schedule.scenario]?.ordersImages)
      expect(imageOrders(settled)).toEqual(imageOrders(settle(edited, { runtime: platform.runtime })));
    // What was got from Shopify is known of every column.
    const hasGot = schedule.starts.some(({ who }) => who === 'refresh' || who === 'pull');
    if (touched.size === 0 && !hasGot) expect(stateWithoutOthers(stands.state)).toEqual(wanted.state);
    expect(stands.inFlight).toBe(wanted.inFlight);
    expect(stands.rows.map(({ at }) => at)).toEqual(wanted.rows.map(({ at }) => at));
    expect(mutationsOf(settle({ ...edited, saved: settled.save() }, platform))).toEqual([]);
    expect(triggersOfAnother(settled)).toBe(platform.besides ? 1 : 0);
  };

  test.each(seedsOf(name))(
    'schedule %i ends in the store of an undisturbed run, with every row answered',
    endsUndisturbed,
  );
});

test('a schedule repeats exactly, to the last byte of spreadsheet and store', () => {
  const schedule = drawSchedule(3, scenarios);
  const platform = platformOf('documented');
  const edited = prepare(scenarios[schedule.scenario] as Scenario, platform);
  const [one, other] = [playSchedule(edited, schedule, platform), playSchedule(edited, schedule, platform)];
  expect(one.save() === other.save()).toBe(true);
  expect(one.wire).toEqual(other.wire);
});

/** A person may be asked only where somebody else did something. */
function isAnswered({ sku, said }: AnsweredRow, touched: ReadonlySet<string>): boolean {
  return (
    /^(Created|Updated|Up to date|No change to send)\b/.test(said) ||
    (/^(Changed in both|Held|Differs)\b/.test(said) && touched.has(sku))
  );
}

/** Of each product, as Shopify shows them. */
const imageOrders = ({ store }: Workbench) =>
  store
    .dump()
    .products.map(({ handle, media }) => [handle, media.map(({ originalSource }) => originalSource)]);

function mutationsOf({ wire }: Workbench): string[] {
  return wire.filter((text) => text.startsWith('{"query":"mutation'));
}
