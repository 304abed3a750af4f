import { csvOf } from '../../support/csv';
import { openWorkbench, saidOf } from '../../support/workbench';
import { moveProduct } from '../refresh/moving';

const HEADER = ['Handle', 'Title', 'SKU', 'Price'];
const NAMES = ['a', 'b', 'c', 'd'];
const tab = (titleOf: (name: string) => string) =>
  csvOf([HEADER, ...NAMES.map((name) => [name, titleOf(name), `S-${name}`, '10.00'])]);

test('handles that somebody turned round in Shopify are told row by row, by a run, a preview and the next run alike', () => {
  const bench = openWorkbench();
  bench.sync({ Products: tab((name) => `T${name}`) });
  moveProduct(bench, 'a', { handle: 'aside' });
  for (const [from, to] of [
    ['b', 'a'],
    ['c', 'b'],
    ['d', 'c'],
    ['aside', 'd'],
  ] as const)
    moveProduct(bench, from, { handle: to });
  const now = { a: 'd', b: 'a', c: 'b', d: 'c' };
  for (const args of [['--hold'], ['--preview'], ['--hold']]) {
    const said = saidOf(bench.sync({ Products: tab((name) => `New ${name}`) }, ...args));
    for (const [index, name] of NAMES.entries())
      expect(said[`Products:${index + 2}`]).toMatch(
        new RegExp(
          `^conflict “${name}” was the product \\d+, now “${now[name as keyof typeof now]}”, at the last sync and is the product \\d+ in Shopify now`,
        ),
      );
  }
  expect(bench.store.dump().products.map(({ title }) => title)).toEqual(['Ta', 'Tb', 'Tc', 'Td']);
});
