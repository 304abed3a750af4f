import { KilledError } from '../../local/apps-script/runtime';
import { writeEntries } from '../../local/apps-script/workbook/cells';
import type { Answer } from '../../src/answers/answers';
import type { RefreshView } from '../../src/answers/refresh';
import { type AskedCell, askedCells, canonical, cellAt } from './cells';
import type { Shop } from './shop';
import { type Texts, textsOf } from './standing-texts';
import { meet, others } from './steps';
import { movedBetween } from './store-facts';

/** A refresh after edits of both sides, perhaps killed and chosen again: what is edited stays, and nothing is sent. */
export function refreshed(shop: Shop): void {
  meet(shop, shop.draw.chance(0.5) ? 'both' : 'edit');
  others(shop);
  const formula = shop.draw.chance(0.4) ? plantFormula(shop) : undefined;
  const before = textsOf(shop);
  const facts = shop.facts();
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
      const isAsGot = !settled?.texts.get(place) && cell && said(text) === shop.got.get(cell.what);
      const isEdited = settled?.skus === skus && said(settled.texts.get(place)) !== said(text) && !isAsGot;
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
