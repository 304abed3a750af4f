import { KilledError } from '../../local/apps-script/runtime';
import type { Answer, PreviewSummary } from '../../src/answers/answers';
import type { PullView } from '../../src/answers/pull';
import { FORMS, type Form, PACKS } from '../../src/catalog/writing/forms';
import type { Shop } from './shop';
import { textsOf } from './standing-texts';
import { meet, others } from './steps';
import { movedBetween } from './store-facts';

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
  const known = new Set(sheetsOf(shop).map(({ id }) => id));
  const killedAt = shop.draw.chance(0.7) ? [5 + shop.draw.upTo(150), 5 + shop.draw.upTo(250)] : [];
  shop.say(`the catalog is got as ${form}, killed at calls ${killedAt}`);
  const view = toItsEnd(shop, form, killedAt);
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
  const now = JSON.stringify([...textsOf(shop)].map(([name, { texts: own }]) => [name, [...own]]));
  if (now !== texts) shop.check(['getting the catalog wrote into another tab']);
  shop.got = facts;
  shop.happened.count('the catalog is got');
}

const sheetsOf = ({ bench }: Shop) => bench.runtime.state.workbook.sheets;

function toItsEnd(shop: Shop, form: Form, killedAt: readonly number[]): PullView | undefined {
  let view: PullView | undefined;
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
    const choice = { form, packs: PACKS, filter: {} };
    let answer = execution === 0 ? run('startPull', choice) : run('continuePull');
    // Nothing is known of it: the person begins again.
    if (answer?.ok === false && execution > 0) answer = run('startPull', choice);
    view = answer?.ok ? answer.value : view;
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
