import { KilledError } from '../../../local/apps-script/runtime';
import { writeEntries } from '../../../local/apps-script/workbook/cells';
import type { Answer, PreviewSummary } from '../../../src/answers/answers';
import type { PullView } from '../../../src/answers/pull';
import type { RefreshView } from '../../../src/answers/refresh';
import { FORMS, type Form, USUAL_PACKS } from '../../../src/catalog/writing/forms';
import type { Shop } from '../shop';
import { movedBetween } from '../store/store-facts';
import { type AskedCell, askedCells, canonical, cellAt } from '../workbook/cells';
import { type Texts, textsOf } from '../workbook/standing-texts';
import { meet, others } from './steps';

/** A refresh after edits of both sides, perhaps killed and chosen again: what is edited stays, and nothing is sent. */
export function refreshed(shop: Shop): void {
  meet(shop, shop.draw.chance(0.5) ? 'both' : 'edit');
  others(shop);
  const formula = shop.draw.chance(0.4) ? plantFormula(shop) : undefined;
  const before = textsOf(shop);
  const facts = shop.facts();
  const agreed = shop.agreed();
  const killedAt = shop.draw.chance(0.6) ? [5 + shop.draw.upTo(120), 5 + shop.draw.upTo(240)] : [];
  shop.say(`a refresh, killed at calls ${killedAt}`);
  for (const call of [...killedAt, Number.POSITIVE_INFINITY]) {
    let calls = 0;
    const gate = () => {
      calls += 1;
      if (calls === call) throw new KilledError(`Killed at call ${call}`);
    };
    shop.reopen({ gate });
    const { outcome, ...rest } = shop.bench.runtime.run('refreshTabs', [null], { kind: 'sidebar' });
    const answer = 'value' in rest ? (rest.value as Answer<RefreshView>) : undefined;
    shop.say(`  ${outcome} ${answer?.ok ? answer.value.words : answer?.problem.message}`);
    if (answer?.ok && answer.value.cells > 0) shop.happened.count('a refresh writes cells');
  }
  shop.reopen();
  const after = textsOf(shop);
  shop.checkAgreed(agreed);
  shop.check([
    ...movedBetween(facts, shop.facts()).map(({ what }) => `a refresh moved ${what} in Shopify`),
    ...wronglyWritten(shop, { before, after, formula }),
  ]);
  shop.bench.runtime.run('refreshTabs', [null], { kind: 'sidebar' });
  if (JSON.stringify([...textsOf(shop)].map(flat)) !== JSON.stringify([...after].map(flat)))
    shop.check(['a second refresh wrote cells']);
}

const flat = ([name, { texts }]: readonly [string, { readonly texts: ReadonlyMap<string, string> }]) => [
  name,
  [...texts],
];

/** A formula that shows what the cell said: it is the merchant's, whatever Shopify has. */
function plantFormula(shop: Shop): string | undefined {
  const cells = askedCells(shop.bench, shop.locations).filter(({ word }) => word === 'price');
  if (cells.length === 0) return undefined;
  const { sheet, row, header } = shop.draw.one(cells) as AskedCell;
  const said = cellAt(sheet, row, header);
  const place = {
    row: row + 1,
    column: (sheet.rows[0] ?? []).indexOf(header) + 1,
    rowCount: 1,
    columnCount: 1,
  };
  writeEntries(sheet, place, () => ({ value: Number(said), formula: `=${said}+0` }));
  shop.say(`${sheet.name}:${row + 1} ${header} is a formula now`);
  return `${sheet.name} ${row} ${header}`;
}

interface Written {
  readonly before: Texts;
  readonly after: Texts;
  readonly formula: string | undefined;
}

function wronglyWritten(shop: Shop, { before, after, formula }: Written): string[] {
  const facts = shop.facts();
  const asked = new Map(
    askedCells(shop.bench, shop.locations).map((cell) => [
      `${cell.sheet.name} ${cell.row} ${cell.header}`,
      cell,
    ]),
  );
  return [...before].flatMap(([name, { skus, texts }]) => {
    const now = after.get(name);
    const settled = shop.settled.get(name);
    if (now?.skus.split(',').length !== skus.split(',').length) return [`${name} has other rows`];
    return [...texts].flatMap(([place, text]) => {
      const written = now.texts.get(place);
      const key = `${name} ${place}`;
      if (written === text) return [];
      const cell = asked.get(key);
      const said = (of = '') => (cell ? canonical(cell.word, of) : of);
      // The same number in another spelling, as where a cell got back what it had.
      if (said(written) === said(text) && key !== formula) return [];
      const isInStep = !settled?.texts.get(place) && cell && said(text) === shop.inStep.get(cell.what);
      const isEdited = settled?.skus === skus && said(settled.texts.get(place)) !== said(text) && !isInStep;
      const what = `${key} “${text}” → “${written}”`;
      return [
        ...(isEdited ? [`${what}: it was edited, from “${settled.texts.get(place)}”`] : []),
        ...(key === formula ? [`${what}: it holds a formula`] : []),
        ...(cell && cell.value !== (facts.get(cell.what) ?? '')
          ? [`${what}: Shopify has “${facts.get(cell.what)}”`]
          : []),
      ];
    });
  });
}

const EXECUTIONS = 6;

/**
 * The catalog beside the tabs that are there, after edits of both sides, perhaps killed and gone on with; its tab is
 * deleted then. Each variant has its rows once, a preview of the tab alone has nothing to send, and what the other tabs
 * are owed is as before: the undisturbed run after it finds out.
 */
export function pulled(shop: Shop): void {
  meet(shop, shop.draw.chance(0.5) ? 'both' : 'edit');
  others(shop);
  const form = shop.draw.one(Object.keys(FORMS) as Form[]);
  const facts = shop.facts();
  const texts = JSON.stringify([...textsOf(shop)].map(([name, { texts: own }]) => [name, [...own]]));
  const known = new Set([...sheetsOf(shop).map(({ id }) => id), ...shop.removedTabs]);
  const killedAt = shop.draw.chance(0.7) ? [5 + shop.draw.upTo(150), 5 + shop.draw.upTo(250)] : [];
  shop.say(`the catalog is got as ${form}, killed at calls ${killedAt}`);
  const view = toItsEnd(shop, { form, killedAt, known });
  if (shop.bench.store.state.products.all().length === 0) return;
  shop.reopen();
  const made = sheetsOf(shop).filter(
    ({ id, hidden, name }) => !known.has(id) && !hidden && !name.startsWith('Sync '),
  );
  shop.check([
    ...(view?.outcome === 'finished' ? [] : [`getting the catalog ended as ${view?.outcome}`]),
    ...(made.length === 1 ? [] : [`getting the catalog made the tabs ${made.map(({ name }) => name)}`]),
    ...movedBetween(facts, shop.facts()).map(({ what }) => `getting the catalog moved ${what} in Shopify`),
    ...doubledOrLost(shop, made[0]?.rows ?? [], form),
    ...sendsSomething(shop, made[0]?.id ?? 0),
  ]);
  const { workbook } = shop.bench.runtime.state;
  for (const sheet of made) workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  shop.removedTabs.push(...made.map(({ id }) => id));
  const now = JSON.stringify([...textsOf(shop)].map(([name, { texts: own }]) => [name, [...own]]));
  if (now !== texts) shop.check(['getting the catalog wrote into another tab']);
  for (const [what, value] of facts) shop.inStep.set(what, value);
  shop.happened.count('the catalog is got');
}

const sheetsOf = ({ bench }: Shop) => bench.runtime.state.workbook.sheets;

interface Getting {
  readonly form: Form;
  readonly killedAt: readonly number[];
  /** Tabs that were there before, whose record an earlier one left. */
  readonly known: ReadonlySet<number>;
}

function toItsEnd(shop: Shop, { form, killedAt, known }: Getting): PullView | undefined {
  let view: PullView | undefined;
  const packs = shop.draw.chance(0.5) ? [...USUAL_PACKS, 'photo'] : USUAL_PACKS;
  for (let execution = 0; execution < EXECUTIONS && view?.outcome !== 'finished'; execution += 1) {
    let calls = 0;
    const call = killedAt[execution] ?? Number.POSITIVE_INFINITY;
    shop.reopen({
      gate: () => {
        calls += 1;
        if (calls === call) throw new KilledError(`Killed at call ${call}`);
      },
    });
    const run = (name: string, ...args: unknown[]): Answer<PullView> | undefined => {
      const { outcome, ...rest } = shop.bench.runtime.run(name, args, { kind: 'sidebar' });
      const answer = 'value' in rest ? (rest.value as Answer<PullView>) : undefined;
      shop.say(`  ${name} ${outcome} ${answer?.ok ? answer.value.outcome : answer?.problem.message}`);
      return answer;
    };
    const choice = { form, packs, filter: {} };
    let answer = execution === 0 ? run('startPull', choice) : run('continuePull');
    // Nothing is known of it, or of an earlier one alone: the person begins again.
    const isOther = answer?.ok ? known.has(answer.value.sheetId) : answer !== undefined;
    if (isOther && execution > 0) answer = run('startPull', choice);
    view = answer?.ok && !known.has(answer.value.sheetId) ? answer.value : view;
  }
  return view;
}

function doubledOrLost(shop: Shop, rows: readonly (readonly unknown[])[], form: Form): string[] {
  const column = (rows[0] ?? []).indexOf('Variant ID');
  const ids = rows.slice(1).flatMap((row) => (row[column] ? [String(row[column])] : []));
  const wanted = shop.bench.store.state.variants.all().map(({ id }) => id.slice(id.lastIndexOf('/') + 1));
  const isOnce = FORMS[form].kind !== 'inventory';
  return [
    ...wanted.filter((id) => !ids.includes(id)).map((id) => `the catalog lacks variant ${id}`),
    ...(isOnce && new Set(ids).size < ids.length ? ['the catalog has a variant twice'] : []),
  ];
}

function sendsSomething(shop: Shop, sheetId: number): string[] {
  shop.bench.call('chooseTabs', { sheetIds: [sheetId] });
  const answer = shop.bench.call<PreviewSummary>('previewSync');
  if (!answer.ok) return [`a preview of the catalog: ${answer.problem.message}`];
  const { created, updated, error } = answer.value.totals;
  const { held, problem } = answer.value;
  const asks = created + updated + held.count + error;
  return asks > 0 || problem ? [`a preview of the catalog: ${JSON.stringify(answer.value.totals)}`] : [];
}
