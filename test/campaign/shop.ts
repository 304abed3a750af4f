import { KilledError } from '../../local/apps-script/runtime';
import type { Answer, RunSummary } from '../../src/answers/answers';
import { collect } from '../add-on/groups/shop';
import { addCatalog } from '../add-on/markets/shop';
import { define } from '../add-on/metafields/shop';
import { csvOf } from '../support/csv';
import { type BenchOptions, openWorkbench, type Workbench } from '../support/workbench';
import { askedNow, checkAsked } from './checks/check-asked';
import { type Before, checkStanding, checkStill, photograph, unanswered } from './checks/check-standing';
import { checkTruth } from './checks/check-truth';
import { agreements, checkContradictions, contradictions } from './checks/check-twins';
import { kindsIn } from './sent-kinds';
import { Ledger } from './store/ledger';
import type { Hot } from './store/other-people';
import { createdBetween, movedBetween, storeFacts } from './store/store-facts';
import { HAPPENINGS, type Happening, Tally } from './tally';
import { adjustingCells, askedCells, cellAt, filledRows, ownTabs, type Word } from './workbook/cells';
import { type Draw, openDraw } from './workbook/draw';
import { drawTabsById } from './workbook/draw-twins';
import { drawWorkbook } from './workbook/draw-workbook';
import { textsOf } from './workbook/standing-texts';
import { makeEqual } from './workbook/workbook-acts';

/** How often a person goes on with what pauses or fails, before it counts as a run that does not end. */
const MOST_EXECUTIONS = 60;
/** Where nearly half of the requests time out, it may take any number until one execution has read all that it needs. */
const MOST_UNLUCKY = 400;
export const MINUTE_MS = 60_000;

/** A spreadsheet and its store, what was done to them, and every promise that was broken on the way. */
export class Shop {
  readonly draw: Draw;
  readonly ledger = new Ledger();
  readonly happened = new Tally();
  readonly locations: readonly string[];
  readonly seed: number;
  readonly script: string[] = [];
  readonly broken: string[] = [];
  /** Of earlier pulls, whose tabs were deleted. */
  readonly removedTabs: number[] = [];
  hot: Hot = { key: '', word: 'price' };
  bench: Workbench;
  /** The merchant's cells after the last undisturbed run. */
  settled: ReturnType<typeof textsOf> = new Map();
  /**
   * What was last in step, by an undisturbed run or because the catalog was got: an empty cell into which that is typed is
   * in step as well.
   */
  readonly inStep = new Map<string, string>();
  #ids: readonly number[];
  #wireCounted = 0;
  /** Service calls until the kill that was drawn. */
  #callsLeft: number | undefined;
  /** A call that carries out what a person decided may have been killed, so that the next run ends it. */
  #endsDecision = false;
  readonly #tabs: Record<string, string[][]>;

  constructor(seed: number) {
    this.seed = seed;
    this.draw = openDraw(seed);
    const { tabs, locations, dialects } = drawWorkbook(this.draw);
    this.locations = locations;
    this.bench = openWorkbench({ store: { seed, locations: [...locations] } });
    define(
      this.bench,
      { key: 'material', type: 'single_line_text_field' },
      { key: 'size', type: 'number_integer' },
      { key: 'finish', type: 'list.single_line_text_field' },
      { key: 'thread', type: 'boolean', ownerType: 'PRODUCTVARIANT' },
    );
    collect(this.bench, ['Sale'], ['Winter'], ['Gifts']);
    addCatalog(this.bench, { title: 'Germany', currency: 'USD', percent: -10 });
    addCatalog(this.bench, { title: 'Acme', company: 'Acme', currency: 'USD' });
    for (const dialect of dialects) this.happened.count(`the tabs speak ${dialect}` as Happening);
    this.#tabs = { ...tabs };
    this.#ids = this.#paste(tabs);
  }

  #paste(tabs: Readonly<Record<string, string[][]>>): number[] {
    const texts = Object.entries(tabs).map(([name, rows]) => [name, csvOf(rows)] as const);
    for (const [name, text] of texts) this.say(`${name}:\n${text}`);
    return this.bench.paste(Object.fromEntries(texts));
  }

  /** Tabs that say by Shopify's IDs what others say; nobody has edited anything yet. */
  addTabsById(): void {
    const added = drawTabsById(this.draw, this.bench, this.#tabs);
    this.#ids = [...this.#ids, ...this.#paste(added)];
    this.bench.call('chooseTabs', { sheetIds: this.#ids });
  }

  /** As long as it says that a row is in error, the campaign would do nothing else with it. */
  settleContradictions(): void {
    const found = contradictions(this.bench, this.locations);
    if (found.size > 0) this.happened.count('two rows contradict each other');
    for (const cells of found.values())
      if (this.draw.chance(0.7)) this.say(makeEqual(this.bench, this.draw, cells));
  }

  say(line: string): void {
    this.script.push(line);
  }

  check(broken: readonly string[]): void {
    for (const line of broken) this.broken.push(`after step ${this.script.length}: ${line}`);
  }

  /** Of a run that nobody disturbed, and that began then; of one that sent nothing, without a time. */
  checkRows(sinceMs?: number): void {
    const run = { locations: this.locations, ...(sinceMs !== undefined && { sinceMs }) };
    this.check([...unanswered(this.bench), ...checkTruth(this.bench, this.ledger, run)]);
  }

  checkStore(before: Before): void {
    this.check(checkStanding(this.bench, before, this.ledger));
  }

  agreed = (): ReadonlySet<string> => agreements(this.bench, this.locations);

  /** Nothing but an edit makes two rows contradict each other, also where one of them is in error. */
  checkAgreed(agreed: ReadonlySet<string>): void {
    const parted = [...contradictions(this.bench, this.locations)].filter(([what]) => agreed.has(what));
    this.check(parted.map(([what]) => `rows that agreed on ${what} say two values`));
  }

  reopen(options: BenchOptions = {}): void {
    this.countSent('a run');
    this.#callsLeft = undefined;
    this.bench = openWorkbench({
      saved: this.bench.save(),
      gate: () => this.#count(),
      // What a run sent stood there, also where somebody changed it again before the run ended.
      answering: ({ body }, answer) => {
        if (String(body).startsWith('{"query":"mutation')) this.ledger.see(this.bench);
        return answer;
      },
      ...options,
    });
    this.#wireCounted = 0;
  }

  /** Counts the kinds of change that the wire holds of which none was counted yet, and answers them. */
  countSent(by: 'a run' | 'an undo'): ReturnType<typeof kindsIn> {
    const { wire, store } = this.bench;
    const onlineStore = store.state.publications.all().find(({ name }) => name === 'Online Store');
    const kinds = kindsIn(wire.slice(this.#wireCounted), onlineStore?.id ?? '');
    for (const kind of kinds) this.happened.count(`${by} sends ${kind}`);
    this.#wireCounted = wire.length;
    return kinds;
  }

  /** The call that comes next may be killed, at whichever service call; tells whether it is to be. */
  killSoon(): boolean {
    this.#callsLeft = this.draw.chance(0.3) ? 5 + this.draw.upTo(200) : undefined;
    this.#endsDecision ||= this.#callsLeft !== undefined;
    if (this.#callsLeft) this.say(`  killed at call ${this.#callsLeft}`);
    return this.#callsLeft !== undefined;
  }

  #count(): void {
    if (this.#callsLeft === undefined) return;
    this.#callsLeft -= 1;
    if (this.#callsLeft > 0) return;
    this.#callsLeft = undefined;
    this.happened.count('a run is killed');
    throw new KilledError('Killed after a decision');
  }

  /** What the cells ask from here on. */
  readCells(): void {
    this.ledger.readCells(this.bench, this.locations);
  }

  standing = (): string[] =>
    ownTabs(this.bench).flatMap(({ name, rows }) =>
      rows.map((row, at) => `${name}:${at + 1} ${row.join(' | ')}`),
    );

  facts = () => storeFacts(this.bench);

  /** Undisturbed, to the end, and twice more: the second sends nothing, the third changes no word. */
  settle(): void {
    this.reopen();
    this.bench.clock.advance(6 * MINUTE_MS);
    const before = photograph(this.bench);
    this.readCells();
    this.ledger.readStore(this.bench);
    this.say('an undisturbed run');
    const sinceMs = this.bench.clock.now();
    const agreed = this.agreed();
    const asked = askedNow(this.bench, this.locations);
    const added = adjustingCells(this.bench, this.locations).length;
    const { outcome, problem } = this.bench.drive(this.#ids, '--hold');
    // With a row in error or held the run is done as well.
    if (outcome !== 'finished') this.check([`the run ended as ${outcome}: ${problem?.message}`]);
    this.checkStore(before);
    this.ledger.see(this.bench);
    this.checkRows(sinceMs);
    this.check(
      checkContradictions(this.bench, this.locations, { before: before.facts, after: this.facts() }),
    );
    this.checkAgreed(agreed);
    if (!this.#endsDecision) this.check(checkAsked(asked, { before: before.facts, after: this.facts() }));
    this.#endsDecision = false;
    this.count(before);
    if (adjustingCells(this.bench, this.locations).length < added)
      this.happened.count('a number is added to stock');
    this.check(checkStill(this.bench, () => this.bench.drive(this.#ids, '--hold')));
    // What Shopify could not fetch has been said by now.
    this.checkRows();
    this.settled = textsOf(this);
    this.ledger.settled(this.bench, this.locations);
    const facts = this.facts();
    for (const { what, value } of askedCells(this.bench, this.locations))
      if (facts.get(what) === value) this.inStep.set(what, value);
  }

  /** What happened since, and what the rows say. */
  count(before: Before): void {
    const after = this.facts();
    const moved = movedBetween(before.facts, after);
    if (moved.length > 0) this.happened.count('a change is sent');
    for (const word of new Set(moved.map(({ what }) => what.split(' ')[1] as Word)))
      this.happened.count(`${word} is sent`);
    const created = createdBetween(before.facts, after);
    const isAdded = (key: string) => before.facts.has(`${key.split('-')[0]} title`);
    if (created.some(isAdded)) this.happened.count('a variant is added to a product');
    if (created.some((key) => !isAdded(key))) this.happened.count('a product is created');
    const says = new Set(
      ownTabs(this.bench).flatMap((sheet) =>
        filledRows(sheet).map((row) => `a row says ${cellAt(sheet, row, 'Sync status')}`),
      ),
    );
    for (const one of HAPPENINGS) if (says.has(one)) this.happened.count(one);
    const messages = ownTabs(this.bench).flatMap((sheet) =>
      filledRows(sheet).map((row) => cellAt(sheet, row, 'Sync message')),
    );
    if (messages.some((text) => /this variant’s image.* was not replaced/.test(text)))
      this.happened.count('a variant keeps its image where the new one fails');
  }

  /** Until it is finished, or nothing more comes of it: the next undisturbed run has to end it. */
  goOn<Summary extends RunSummary>(first: string, ...args: readonly unknown[]): Summary | undefined {
    let [name, given] = [first, args];
    for (let [times, unlucky] = [0, 0]; times < MOST_EXECUTIONS && unlucky < MOST_UNLUCKY; ) {
      const seen = this.bench.wire.length;
      const result = this.bench.runtime.run(name, [...given], { kind: 'sidebar' });
      const answer = result.outcome === 'returned' ? (result.value as Answer<Summary>) : undefined;
      if (answer?.ok && answer.value.outcome !== 'paused') return answer.value;
      if (answer && !answer.ok) {
        this.say(`  ${name}: ${answer.problem.message}`);
        return undefined;
      }
      if (onlyFailedToRead(this.bench.wire.slice(seen))) unlucky += 1;
      else times += 1;
      this.bench.clock.advance(MINUTE_MS);
      [name, given] = ['continueSync', []];
    }
    this.check([`${first} did not come to its end`]);
    return undefined;
  }
}

/** Of an execution that sent nothing: what it asked last had no answer, so that it could not go on. */
const onlyFailedToRead = (wire: readonly string[]): boolean =>
  wire.length > 0 &&
  !wire.some((text) => text.startsWith('{"query":"mutation')) &&
  !wire.at(-1)?.startsWith('{"data"');
