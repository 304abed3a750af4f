import { saidOf } from '../../support/workbench';
import { change, metafieldsIn, sheetOf, shopWith } from './shop';

const MATERIAL = 'Metafield: custom.material [single_line_text_field]';
const SIZE = 'Variant Metafield: custom.size [number_integer]';

describe('a metafield of a product or a variant', () => {
  test('is written with the item that is created, and a second run asks nothing about it', () => {
    const bench = shopWith();
    const sheet = { Products: sheetOf([MATERIAL, SIZE], ['hat', 'Wool', '7'], ['cap', '', '']) };
    const first = bench.sync(sheet);
    expect(saidOf(first)).toEqual({
      'Products:2': 'created Status is empty, so it is draft.',
      'Products:3': 'created Status is empty, so it is draft.',
    });
    expect(metafieldsIn(bench)).toEqual(['hat custom.material Wool', 'hat-1 custom.size 7']);
    const second = bench.sync(sheet);
    expect(saidOf(second)['Products:2']).toMatch(/^not-compared /);
    expect(second.requests.byOperation.metafieldsSet).toBe(1);
  });

  test('changes, is emptied by [clear], and stays where its cell is empty or its column is gone', () => {
    const bench = shopWith();
    const sync = (...values: string[]) =>
      saidOf(bench.sync({ Products: sheetOf([MATERIAL, SIZE], ['hat', ...values]) }))['Products:2'];
    sync('Wool', '7');
    expect(sync('Linen', '8')).toBe(`updated ${MATERIAL} Wool → Linen. ${SIZE} 7 → 8.`);
    expect(metafieldsIn(bench)).toEqual(['hat custom.material Linen', 'hat-1 custom.size 8']);
    sync('', '');
    expect(metafieldsIn(bench)).toEqual(['hat custom.material Linen', 'hat-1 custom.size 8']);
    bench.sync({ Products: sheetOf([], ['hat']) });
    expect(metafieldsIn(bench)).toEqual(['hat custom.material Linen', 'hat-1 custom.size 8']);
    expect(sync('[clear]', '8')).toBe(`updated ${MATERIAL} Linen → (empty).`);
    expect(metafieldsIn(bench)).toEqual(['hat-1 custom.size 8']);
  });

  test('that changed on both sides waits for a person, and is left alone where Shopify alone moved', () => {
    const bench = shopWith();
    const sync = (value: string, ...args: string[]) =>
      saidOf(bench.sync({ Products: sheetOf([MATERIAL], ['hat', value]) }, ...args))['Products:2'];
    sync('Wool');
    change(bench, 'hat', 'material', 'Felt');
    expect(sync('Wool', '--preview')).toMatch(/^differs .*Shopify has Felt, the sheet Wool/);
    expect(sync('Linen')).toMatch(/^conflict .*you changed it to Linen and it became Felt in Shopify/);
    expect(metafieldsIn(bench)).toEqual(['hat custom.material Felt']);
  });
});
