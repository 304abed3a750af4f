import type { PullChoice, PullView } from '../../answers/pull';
import type { PublicationId } from '../../catalog/values/gid';
import type { StoreProduct } from '../../plan/model/snapshot';
import { fail, type Problem, type Result, succeed } from '../../ports/problem';
import { withMemory } from '../execution/open-run';
import { saveProgress } from '../execution/progress';
import { saveSeen } from '../execution/restored-spreadsheet';
import { type Allowance, deadlineOf, openAllowance } from '../ground/daily-allowance';
import type { Services, StartedBy } from '../ground/services';
import { refuseDuringLease } from '../run/lease';
import { answer } from '../run/run-alone';
import { tickTabs } from '../tabs/ticked-tabs';
import { count, measurePull } from './estimate-pull';
import { tabFiller } from './fill-tab';
import { armForPull } from './go-on';
import { type OpenPull, openPullShop, type PullShop } from './open-pull';
import {
  forgetPull,
  forgetPullCancelled,
  isPullCancelled,
  loadPull,
  type Pull,
  savePull,
  savePulledTab,
} from './pull-record';
import { makeTab, noteMade, pullTarget, startsWith } from './pull-target';
import { nextStep, viewPull } from './view-pull';

/** Makes a tab and begins to fill it. */
export function startPull(services: Services, choice: PullChoice): Result<PullView> {
  const refused = refuseDuringLease(services, 'person') ?? refuseSecond(services);
  if (refused) return refused;
  const deadlineMs = deadlineOf(services, 'person');
  const reached = openPullShop(services, choice);
  if (!reached.ok) return reached;
  const measured = measurePull(services, choice, reached.value);
  if (!measured.ok) return measured;
  const opened = withMemory(services, reached.value);
  if (!opened.ok) return opened;
  const target = pullTarget(services, opened.value, choice);
  if (!target.ok) return target;
  forgetPull(services);
  const sheetId = makeTab(services, opened.value.template, target.value);
  services.tabs.show(sheetId);
  forgetPullCancelled(services);
  const pull: Pull = {
    id: services.newUuid(),
    spreadsheetId: services.spreadsheet.id(),
    shop: opened.value.shop.domain,
    sheetId,
    form: choice.form,
    packs: choice.packs,
    search: measured.value.search,
    size: measured.value.size,
    place: null,
    open: null,
    products: 0,
    rows: 0,
    unshown: 0,
    startedAtMs: services.clock.now(),
    state: { kind: 'running' },
  };
  savePull(services, pull);
  noteMade(services);
  return succeed(work(services, opened.value, pull, { by: 'person', deadlineMs }));
}

/** Refuses a second pull while one is not finished: the first would be forgotten, and its tab never be full. */
function refuseSecond(services: Services): Result<never> | undefined {
  const pull = loadPull(services);
  if (!pull || pull.state.kind === 'finished' || pull.state.kind === 'failed') return undefined;
  const tab = services.tabs.list().find(({ sheetId }) => sheetId === pull.sheetId);
  if (!tab) return undefined;
  return fail(
    'invalid-input',
    `Getting the catalog into “${tab.name.slice(0, 60)}” is not finished.`,
    `Choose Go on in the sidebar${pull.adds ? '' : ', or delete that tab'} first.`,
  );
}

/** Goes on where the last execution paused, or was killed. */
export function continuePull(services: Services): Result<PullView> {
  const pull = loadPull(services);
  if (!pull) return NOTHING_TO_CONTINUE;
  const refused = refuseDuringLease(services, 'person');
  if (refused) return refused;
  if (pull.state.kind === 'finished') return succeed(viewPull(services, pull));
  return goOn(services, pull, { by: 'person', deadlineMs: deadlineOf(services, 'person') });
}

export interface Worker {
  readonly by: StartedBy['by'];
  readonly deadlineMs: number;
}

/** Goes on with this one. */
export function goOn(services: Services, pull: Pull, worker: Worker): Result<PullView> {
  const reached = openPullShop(services, pull);
  if (!reached.ok) return reached;
  const changed = changedSince(services, reached.value, pull);
  if (changed) return succeed(end(services, { ...pull, state: { kind: 'failed', problem: changed } }));
  const opened = withMemory(services, reached.value);
  if (!opened.ok) return opened;
  // Between two executions of one that goes on, it counts.
  if (pull.state.kind === 'stopped' || pull.state.kind === 'failed') forgetPullCancelled(services);
  return succeed(work(services, opened.value, pull, worker));
}

/** Adds to a tab that is full what its filter finds newly. Cut off, it is a pull that somebody can go on with. */
export function addToTab(services: Services, pull: Pull, deadlineMs: number): Result<PullView> {
  const reached = openPullShop(services, pull);
  if (!reached.ok) return reached;
  const changed = changedSince(services, reached.value, pull);
  if (changed) return { ok: false, problem: changed };
  const opened = withMemory(services, reached.value);
  if (!opened.ok) return opened;
  forgetPullCancelled(services);
  savePull(services, pull);
  return succeed(
    work(services, opened.value, pull, { by: services.isTrigger ? 'clock' : 'person', deadlineMs }),
  );
}

/** Tells whether a product, or a variant of a known one, is new. Remembered items had a row, which a person removed if it is gone. */
export function isNew({ variants }: StoreProduct, { base }: OpenPull['state']): boolean {
  return variants.some(({ id }) => base.variant(id) === undefined);
}

/** Problem where a filler lost what it relies on: its tab, with the columns that it was made with, and the store. */
function changedSince(
  { tabs }: Services,
  { shop, template }: PullShop,
  { sheetId, shop: ofShop }: Pull,
): Problem | undefined {
  if (shop.domain !== ofShop) return OTHER_SHOP;
  if (!tabs.list().some((tab) => tab.sheetId === sheetId)) return NO_TAB;
  return startsWith(tabs.readTop(sheetId, 1)[0], template) ? undefined : OTHER_COLUMNS;
}

function work(services: Services, open: OpenPull, begun: Pull, { by, deadlineMs }: Worker): PullView {
  const allowance = openAllowance(services, by === 'clock');
  const filler = tabFiller(services, open, { ...begun, state: { kind: 'running' } });
  const stopCheck = stopCheckOf(services, begun, allowance);
  let stopped: Problem | undefined;
  const isOver = () => {
    stopped ??= stopCheck();
    return stopped !== undefined || services.clock.now() >= deadlineMs;
  };
  const { size } = begun;
  const worked = answer(services, () => {
    const read = open.store.catalog.read(
      { search: begun.search, parts: open.parts, size, onlineStore: onlineStoreOf(open) },
      begun.place ?? undefined,
      {
        deadlineMs,
        stopCheck,
        onPlace(place) {
          filler.flush();
          filler.save({ place });
        },
        take(block) {
          const { products } = block;
          const wanted = begun.adds ? products.filter((product) => isNew(product, open.state)) : products;
          const goesOn = filler.take({ ...block, products: wanted }, isOver);
          saveProgress(services.cache, { sent: filler.pull().products, total: size.products });
          return goesOn;
        },
      },
    );
    filler.flush();
    return read;
  });
  allowance.save();
  if (open.state.seal()) saveSeen(services, open.shop.domain, open.state);
  const pull = filler.pull();
  if (worked.ok && worked.value === 'read') return finish(services, pull);
  const changed = worked.ok ? undefined : changedSince(services, open, pull);
  if (changed) return end(services, { ...pull, state: { kind: 'failed', problem: changed } });
  const problem = (worked.ok ? stopped : worked.problem) ?? null;
  const kind = problem?.kind === 'stopped' ? 'stopped' : 'paused';
  return end(services, { ...pull, state: { kind, problem } }, pull.rows > begun.rows);
}

function onlineStoreOf({ shop: { publishing } }: OpenPull): PublicationId | null {
  return publishing.kind === 'possible' ? publishing.onlineStore : null;
}

/** The tab takes part from now on. */
function finish(services: Services, pull: Pull): PullView {
  const done: Pull = { ...pull, place: null, open: null, state: { kind: 'finished' } };
  tickTabs(services, [pull.sheetId]);
  savePulledTab(services, done);
  const view = end(services, done);
  if (done.adds) return view;
  services.spreadsheet.toast(
    `Filled “${view.tab}” with ${count(view.rows, 'row')} of ${count(view.products, 'product')}. ${nextStep(view)}`,
  );
  return view;
}

function end(services: Services, ended: Pull, hasMoved = false): PullView {
  savePull(services, ended);
  armForPull(services, ended, hasMoved);
  return viewPull(services, ended);
}

/** Each look costs as much as a small write to the sheet. */
const ASKED_EVERY_MS = 2_000;

function stopCheckOf(services: Services, pull: Pull, allowance: Allowance): () => Problem | undefined {
  let askedMs = 0;
  let isStopped = false;
  return () => {
    if (!isStopped && Math.abs(services.clock.now() - askedMs) >= ASKED_EVERY_MS) {
      askedMs = services.clock.now();
      isStopped = isPullCancelled(services, pull);
    }
    return isStopped ? STOPPED : allowance.spent();
  };
}

const STOPPED: Problem = {
  kind: 'stopped',
  message: 'Getting the catalog was stopped. The rows so far stay, and their tab is not ticked.',
  nextStep: 'Choose Go on for the rest, or delete the tab.',
};

const OTHER_SHOP: Problem = {
  kind: 'wrong-shop',
  message: 'This tab was being filled from another store.',
  nextStep: 'Delete the tab, and get the catalog of this store.',
};

const NO_TAB: Problem = {
  kind: 'invalid-input',
  message: 'The tab that was being filled is gone.',
  nextStep: 'Choose Get from Shopify again.',
};

const OTHER_COLUMNS: Problem = {
  kind: 'invalid-input',
  message: 'The columns of this tab were changed while it was filled.',
  nextStep: 'Delete the tab, and choose Get from Shopify again.',
};

const NOTHING_TO_CONTINUE = fail(
  'invalid-input',
  'There is nothing to go on with.',
  'Choose Get from Shopify.',
);
