import { KilledError } from '../../local/apps-script/runtime';
import { keysOf } from '../../local/cli/drive';
import { type ActKind, choices } from '../../local/store/other-people/act';
import { perform } from '../../local/store/other-people/perform';
import type { Answer, RunSummary, RunView } from '../../src/sync/answers';
import { csvOf } from '../end-to-end/csv';
import { type BenchOptions, openWorkbench, type Workbench } from '../end-to-end/workbench';
import { checkPreview, checkStanding, checkStill } from './check';
import { type Draw, openDraw } from './draw';
import { drawWorkbook } from './draw-workbook';
import { Ledger } from './ledger';
import { editWorkbook, ownTabs } from './workbook-acts';

/** What a seed came to: what was done, in order, and every promise that was broken, with the step after which it was. */
export interface Played {
  readonly script: readonly string[];
  readonly broken: readonly string[];
}

/** How often a person goes on with what pauses or fails, before it counts as a run that does not end. */
const MOST_EXECUTIONS = 25;
const MINUTE_MS = 60_000;

/** One spreadsheet and its store through some rounds of edits, other people, runs, faults, kills, choices and undoing. */
export function playCampaign(seed: number): Played {
  return new Campaign(seed).play();
}

class Campaign {
  readonly #draw: Draw;
  readonly #script: string[] = [];
  readonly #broken: string[] = [];
  readonly #ledger = new Ledger();
  readonly #locations: readonly string[];
  readonly #seed: number;
  #bench: Workbench;
  #ids: readonly number[];

  constructor(seed: number) {
    this.#seed = seed;
    this.#draw = openDraw(seed);
    const { tabs, locations } = drawWorkbook(this.#draw);
    this.#locations = locations;
    this.#bench = openWorkbench({ store: { seed, locations: [...locations] } });
    const texts = Object.entries(tabs).map(([name, rows]) => [name, csvOf(rows)] as const);
    for (const [name, text] of texts) this.#say(`${name}:\n${text}`);
    this.#ids = this.#bench.paste(Object.fromEntries(texts));
  }

  play(): Played {
    this.#settle();
    for (
      let round = 0, rounds = 2 + this.#draw.upTo(2);
      round < rounds && this.#broken.length === 0;
      round += 1
    ) {
      this.#round();
    }
    return { script: this.#script, broken: this.#broken };
  }

  #round(): void {
    for (let edits = this.#draw.upTo(3); edits > 0; edits -= 1)
      this.#say(editWorkbook(this.#bench, this.#draw));
    if (this.#draw.chance(0.4)) this.#others();
    const act = this.#draw.one([
      'none',
      'noisy',
      'noisy',
      'preview',
      'preview',
      'confirm',
      'choose',
      'undo',
    ] as const);
    const before = this.#bench.store.dump();
    switch (act) {
      case 'none':
        break;
      case 'noisy':
        this.#noisy();
        break;
      case 'preview':
        this.#preview();
        break;
      case 'confirm':
      case 'choose':
        this.#decide(act);
        break;
      case 'undo':
        this.#undo();
        break;
    }
    this.#check(checkStanding(this.#bench, { before, ledger: this.#ledger, rows: 'any' }));
    if (this.#broken.length === 0) this.#settle();
  }

  #say(line: string): void {
    this.#script.push(line);
  }

  #check(broken: readonly string[]): void {
    for (const line of broken) this.#broken.push(`after step ${this.#script.length}: ${line}`);
  }

  #reopen(options: BenchOptions = {}): void {
    this.#bench = openWorkbench({ saved: this.#bench.save(), ...options });
  }

  /** Undisturbed, to the end, and twice more: the second sends nothing, the third changes no word. */
  #settle(): void {
    this.#reopen();
    this.#bench.clock.advance(6 * MINUTE_MS);
    const before = this.#bench.store.dump();
    this.#ledger.readCells(this.#bench, this.#locations);
    this.#ledger.readStore(this.#bench);
    this.#say('an undisturbed run');
    const { outcome, problem } = this.#bench.drive(this.#ids, '--hold');
    // With a row in error or held the run is done as well.
    if (outcome !== 'finished') this.#check([`the run ended as ${outcome}: ${problem?.message}`]);
    this.#check(checkStanding(this.#bench, { before, ledger: this.#ledger, rows: 'answered' }));
    this.#check(checkStill(this.#bench, () => this.#bench.drive(this.#ids, '--hold')));
  }

  #others(): void {
    const kinds: readonly (ActKind | 'archive')[] = [
      'price',
      'price',
      'order',
      'order',
      'tag',
      'rename',
      'archive',
      'delete',
    ];
    const kind = this.#draw.one(kinds);
    const { store } = this.#bench;
    if (kind === 'archive') {
      const products = store.dump().products;
      if (products.length === 0) return;
      const { id, handle } = this.#draw.one(products);
      store.execute({
        query:
          'mutation($id: ID!) { productUpdate(product: { id: $id, status: ARCHIVED }) { userErrors { message } } }',
        variables: { id },
      });
      this.#say(`somebody archives ${handle}`);
      return;
    }
    const act = choices[kind](store.state, () => this.#draw.number());
    if (!act) return;
    this.#say(`somebody: ${JSON.stringify(act)}`);
    this.#ledger.others(this.#bench, act);
    perform(store, act);
    this.#ledger.readStore(this.#bench);
  }

  /** A run with failing requests, kills and other people in between; a person goes on where it pauses. */
  #noisy(): void {
    const { one, upTo, chance } = this.#draw;
    const effects = ['timeout-before', 'timeout-after', '502-before', '503-after', 'truncated', '429'];
    const faults = chance(0.7) ? `${1 + upTo(15)}%: ${one(effects)}` : '';
    const killedAt = chance(0.7) ? [20 + upTo(400), 20 + upTo(900)] : [];
    const otherPeople = chance(0.4)
      ? { percent: 1 + upTo(8), kinds: ['price', 'order', 'tag'] as const, seed: this.#seed }
      : undefined;
    let calls = 0;
    const gate = () => {
      calls += 1;
      if (killedAt.includes(calls)) throw new KilledError(`Killed at call ${calls}`);
    };
    this.#ledger.readCells(this.#bench, this.#locations);
    this.#reopen({ gate, store: { seed: this.#seed, faults, ...(otherPeople && { otherPeople }) } });
    this.#say(
      `a run with faults “${faults}”, killed at calls ${killedAt}, others ${JSON.stringify(otherPeople)}`,
    );
    this.#goOn('startSync', {});
    const { done } = this.#bench.store.edge.otherPeople;
    for (const act of done) {
      this.#say(`  meanwhile somebody: ${JSON.stringify(act)}`);
      this.#ledger.others(this.#bench, act);
    }
  }

  /** Until it is finished, or nothing more comes of it: the next undisturbed run has to end it. */
  #goOn(first: string, ...args: readonly unknown[]): RunSummary | undefined {
    let [name, given] = [first, args];
    for (let times = 0; times < MOST_EXECUTIONS; times += 1) {
      const result = this.#bench.runtime.run(name, [...given], { kind: 'sidebar' });
      const answer = result.outcome === 'returned' ? (result.value as Answer<RunSummary>) : undefined;
      if (answer?.ok && answer.value.outcome !== 'paused') return answer.value;
      if (answer && !answer.ok) return undefined;
      this.#bench.clock.advance(MINUTE_MS);
      [name, given] = ['continueSync', []];
    }
    this.#check([`${first} did not come to its end`]);
    return undefined;
  }

  #preview(): void {
    this.#ledger.readCells(this.#bench, this.#locations);
    const summary = this.#goOn('previewSync', {});
    this.#say(`a preview, then “Send changes”`);
    if (!summary?.preview) return;
    const shown = this.#bench.runtime.state.workbook.sheets
      .find(({ name }) => name === 'Sync preview')
      ?.rows.map((row) => row.map(String));
    const before = this.#bench.store.dump();
    this.#goOn('applyPreview', { preview: summary.preview });
    this.#check(checkPreview(this.#bench, { before, shown: shown ?? [] }));
  }

  /** Some of what waits for a person is answered, and only that may be sent. */
  #decide(what: 'confirm' | 'choose'): void {
    this.#ledger.readCells(this.#bench, this.#locations);
    const summary = this.#goOn('startSync', {});
    if (!summary) return;
    const { run, held, conflicts } = summary;
    const keys = keysOf(what === 'confirm' ? held : conflicts).filter(() => this.#draw.chance(0.6));
    if (keys.length === 0) {
      this.#say(`a run, with nothing to ${what}`);
      return;
    }
    const side = this.#draw.one(['sheet', 'shopify', 'add'] as const);
    if (side === 'add') this.#ledger.sums();
    this.#say(`a run, then ${what} ${what === 'choose' ? side : ''} ${keys.join(' | ')}`);
    // A new item without a price is confirmed to be sold for nothing.
    if (keys.some((key) => key.startsWith('new|'))) this.#ledger.unpriced(this.#bench);
    if (what === 'confirm') this.#goOn('confirmHeld', { run, keys });
    else this.#goOn('resolveConflicts', { run, keys, side });
  }

  #undo(): void {
    const runs = this.#bench.call<readonly RunView[]>('listRuns');
    const undoable = runs.ok ? runs.value.filter(({ canBeUndone }) => canBeUndone) : [];
    if (undoable.length === 0 || ownTabs(this.#bench).length === 0) return;
    const { number } = this.#draw.one(undoable);
    this.#say(`run ${number} is undone`);
    this.#goOn('undoRun', { run: number });
  }
}
