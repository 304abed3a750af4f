import type { RunView, UndoSummary } from '../../../src/answers/answers';
import { openWorkbench, saidOf } from '../../support/workbench';
import { addCatalog, fixedPricesIn } from '../markets/shop';
import { change, define, metafieldsIn, sheetOf, shopWith } from './shop';

const NUMBERS = Array.from({ length: 25 }, (_, index) => index + 1);
const COLORS = 'Metafield: custom.color [single_line_text_field]';
const rows = (value: (number: number) => string) => NUMBERS.map((number) => [`p${number}`, value(number)]);

describe('25 values in one request', () => {
  test('are of as many new products as they fill, and a bad one of them stops no other', () => {
    const bench = shopWith();
    const price = { title: 'Germany', currency: 'EUR' };
    addCatalog(bench, price);
    const headers = [COLORS, 'Metafield: custom.size [number_integer]', 'Price / Germany'];
    const sheet = sheetOf(headers, ...NUMBERS.map((number) => [`p${number}`, 'red', `${number}`, '4']));
    expect(new Set(Object.values(saidOf(bench.sync({ Products: sheet }))))).toEqual(
      new Set(['created Status is empty, so it is draft.']),
    );
    expect(metafieldsIn(bench)).toHaveLength(50);
    expect(fixedPricesIn(bench)).toHaveLength(25);
    const { metafieldsSet, priceListFixedPricesUpdate } = bench.requests.counts().byOperation;
    expect({ metafieldsSet, priceListFixedPricesUpdate }).toEqual({
      metafieldsSet: 2,
      priceListFixedPricesUpdate: 1,
    });
  });

  test('of which Shopify refuses one are sent without it, and its row says why', () => {
    const bench = shopWith();
    bench.sync({ Products: sheetOf([COLORS], ...rows((number) => `old ${number}`)) });
    // No definition is known here that a rule could be read from: somebody makes it while the run reads.
    let defined = false;
    const late = openWorkbench({
      saved: bench.save(),
      answering: (request, answer) => {
        const body = String(request.body);
        if (!defined && body.includes('metafieldDefinitions')) {
          defined = true;
          define(late, {
            key: 'color',
            type: 'single_line_text_field',
            validations: [{ name: 'regex', value: '^(new|old)' }],
          });
        }
        return answer;
      },
    });
    const sheet = sheetOf([COLORS], ...rows((number) => (number === 7 ? 'bad' : `new ${number}`)));
    const said = saidOf(late.sync({ Products: sheet }));
    expect(said['Products:8']).toMatch(
      /^error Metafield: custom\.color.*: Shopify refused: Value is not the correct/,
    );
    expect(said['Products:9']).toBe(`updated ${COLORS} old 8 → new 8.`);
    expect(metafieldsIn(late).filter((value) => value.includes('new'))).toHaveLength(24);
    expect(metafieldsIn(late)).toContain('p7 custom.color old 7');
  });

  test('of which one moved in Shopify during the run leave that one alone, and its row names both values', () => {
    const bench = shopWith();
    bench.sync({ Products: sheetOf([COLORS], ...rows((number) => `old ${number}`)) });
    let moved = false;
    const late = openWorkbench({
      saved: bench.save(),
      answering: (request, answer) => {
        if (!moved && String(request.body).includes('ProductValues')) {
          moved = true;
          change(late, 'p3', 'color', 'theirs');
        }
        return answer;
      },
    });
    const said = saidOf(late.sync({ Products: sheetOf([COLORS], ...rows((number) => `new ${number}`)) }));
    expect(moved).toBe(true);
    expect(said['Products:4']).toMatch(
      /^conflict .*moved away from old 3 during the sync, so new 3 was not sent/,
    );
    expect(metafieldsIn(late)).toContain('p3 custom.color theirs');
    expect(metafieldsIn(late).filter((value) => value.includes('new'))).toHaveLength(24);
  });

  test('are undone where nothing moved since, as set, changed or not there before', () => {
    const bench = shopWith();
    const sync = (...values: string[]) =>
      bench.sync({
        Products: sheetOf([COLORS], ...values.map((value, index) => [`p${index}`, value])),
      });
    sync('a', 'b', 'c', 'd');
    const before = metafieldsIn(bench);
    sync('A', '[clear]', 'C', 'D');
    change(bench, 'p3', 'color', 'theirs');
    const runs = bench.call<readonly RunView[]>('listRuns');
    if (!runs.ok) throw new Error(runs.problem.message);
    const undone = bench.call<UndoSummary>('undoRun', { run: runs.value[0]!.number });
    expect(undone).toMatchObject({ ok: true });
    expect(metafieldsIn(bench)).toEqual(
      before.map((value) => value.replace(/^p3 .*/, 'p3 custom.color theirs')),
    );
    // What was undone is not sent again by the cells that still say it.
    const again = saidOf(sync('A', '[clear]', 'C', 'D'));
    expect(Object.values(again).filter((said) => said.startsWith('updated'))).toEqual([]);
  });

  test.each([
    ['set back', 'old', 'new'],
    ['given back', 'old', '[clear]'],
  ])('that are to be %s by an undo are left alone where somebody sets them in that moment', (_, was, is) => {
    const bench = shopWith();
    const sheet = (value: string) => ({ Products: sheetOf([COLORS], ['p0', value], ['p1', value]) });
    bench.sync(sheet(was));
    bench.sync(sheet(is));
    let reads = 0;
    const late = openWorkbench({
      saved: bench.save(),
      answering: (request, answer) => {
        if (String(request.body).includes('ProductValues')) reads += 1;
        if (reads === 1 && String(request.body).includes('ProductValues'))
          change(late, 'p0', 'color', 'theirs');
        return answer;
      },
    });
    late.clock.advance(120_000);
    const runs = late.call<readonly RunView[]>('listRuns');
    if (!runs.ok) throw new Error(runs.problem.message);
    const undone = late.call<UndoSummary>('undoRun', { run: runs.value[0]!.number });
    expect(undone).toMatchObject({ ok: true });
    expect(reads).toBeGreaterThan(0);
    expect(metafieldsIn(late)).toEqual(['p0 custom.color theirs', `p1 custom.color ${was}`]);
  });
});
