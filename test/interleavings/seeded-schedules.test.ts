import { openWorkbench, type Workbench } from '../support/workbench';
import { drawSchedule } from './draw-schedule';
import { type Edited, edit, playSchedule, settle } from './play-schedule';
import { scenarios } from './scenarios';
import { type AnsweredRow, type Standing, whatStands } from './what-stands';
import { stateWithoutOthers, touchedSkus, withoutOthers } from './without-others';

/**
 * Each seed is a schedule of kills, failing requests, executions that overlap and other people who act. `npm run
 * schedules` plays a thousand; `SEED=7 npx jest seeded-schedules` plays one.
 */
const COUNT = Number(process.env.SCHEDULES ?? 24);
const { SEED } = process.env;
const seeds = SEED === undefined ? Array.from({ length: COUNT }, (_, index) => index + 1) : [Number(SEED)];

interface Prepared extends Edited {
  readonly before: Standing;
  /** What an undisturbed run comes to. */
  readonly wanted: Standing;
}

const prepared: readonly Prepared[] = scenarios.map((scenario) => {
  const edited = edit(scenario);
  return {
    ...edited,
    before: whatStands(openWorkbench({ saved: edited.saved })),
    wanted: whatStands(settle(edited)),
  };
});

test.each(seeds)('schedule %i ends in the store of an undisturbed run, with every row answered', (seed) => {
  const schedule = drawSchedule(seed, scenarios);
  const { before, wanted, ...edited } = prepared[schedule.scenario] as Prepared;
  const played = playSchedule(edited, schedule);
  const { done } = played.store.edge.otherPeople;
  const settled = settle({ saved: played.save() });
  const stands = whatStands(settled);
  const touched = touchedSkus(settled, done);

  expect(withoutOthers(settled, done, { stands, before, wanted })).toEqual(wanted.products);
  if (touched.size === 0) expect(stateWithoutOthers(stands.state)).toEqual(wanted.state);
  expect(stands.inFlight).toBe(wanted.inFlight);
  expect(stands.rows.map(({ at }) => at)).toEqual(wanted.rows.map(({ at }) => at));
  expect(stands.rows.filter((row) => !isAnswered(row, touched))).toEqual([]);
  expect(mutationsOf(settle({ saved: settled.save() }))).toEqual([]);
});

test('a schedule repeats exactly, to the last byte of spreadsheet and store', () => {
  const schedule = drawSchedule(3, scenarios);
  const edited = prepared[schedule.scenario] as Prepared;
  const [one, other] = [playSchedule(edited, schedule), playSchedule(edited, schedule)];
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

function mutationsOf({ wire }: Workbench): string[] {
  return wire.filter((text) => text.startsWith('{"query":"mutation'));
}
