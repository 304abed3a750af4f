import type { PreviewSummary, RunSummary } from '../../../src/answers/answers';
import { csvOf } from '../../support/csv';
import { inAdmin } from '../../support/in-admin';
import { answered } from '../../support/running';
import type { Workbench } from '../../support/workbench';
import { setQuantities } from '../markets/quantities';
import { fix, shopWith } from '../markets/shop';
import { choiceOf, EVERY_FORM, openConnected, pull } from '../pull/pulling';
import { inEnglish, readingOf } from './words-of-ours';

const IN_GERMAN = { runtime: { userLocale: 'de' } };
const CATALOGS = [
  { title: 'Deutschland', currency: 'EUR' },
  { title: 'Acme', currency: 'USD', company: 'Acme' },
  { title: 'Leer' },
];

/** Previews, holds, and sends what these tabs say. */
function play(bench: Workbench, files: Readonly<Record<string, string>>, look: () => void): void {
  const sheetIds = bench.paste(files);
  bench.call('chooseTabs', { sheetIds });
  bench.call('previewSync');
  look();
  bench.sync(files, '--hold');
  look();
  bench.sync(files);
  look();
}

describe('no word of our English stands in any cell of a sheet in German', () => {
  test('through prices and quantities of markets and companies', () => {
    const bench = shopWith(CATALOGS, IN_GERMAN);
    const { read, look } = readingOf(bench);
    const market = (...rows: string[][]) => ({
      Markt: csvOf([['SKU', 'Catalog', 'Price', 'Compare-at price'], ...rows]),
    });
    const wide = (...rows: string[][]) => ({
      Mengen: csvOf([
        [
          'SKU',
          'Price / Deutschland',
          'Minimum / Acme',
          'Maximum / Acme',
          'Increment / Acme',
          'Quantity prices / Acme',
        ],
        ...rows,
      ]),
    });
    play(
      bench,
      market(
        ['A', 'Deutschland', '12.50', '15'],
        ['B', '', '5', ''],
        ['B', 'Spanien', '5', ''],
        ['C', 'Leer', '5', ''],
        ['D', 'Deutschland', '1.505', ''],
      ),
      look,
    );
    play(
      bench,
      wide(
        ['A', '12.50', '2', '10', '2', '4: 9.00'],
        ['B', '18', '10', '5', '3', ''],
        ['C', '€20', '3', '', '2', '10: €8'],
        ['D', 'x', '1', '', '', '10 = 9'],
      ),
      look,
    );
    fix(bench, 'Deutschland', 'A', '14');
    setQuantities(bench, 'Acme', 'A', { rule: [4, null, 2] });
    play(bench, wide(['A', '1.25', '6', '10', '2', '4: 0.90']), look);
    play(bench, wide(['A', '[clear]', '[clear]', '', '', '[clear]']), look);
    expect(read.size).toBeGreaterThan(25);
    expect(inEnglish(read)).toEqual([]);
  });

  test('through getting the catalog and syncing what came', () => {
    const bench = openConnected(IN_GERMAN);
    bench.sync({
      Waren: csvOf([
        ['Handle', 'Title', 'SKU', 'Price', 'Status', 'Inventory tracker', 'Inventory quantity'],
        ['xx', 'Xx', 'X-1', '5', 'draft', 'shopify', '4'],
        ['yy', 'Yy', 'Y-1', '6', 'active', '', ''],
      ]),
    });
    const { read, look } = readingOf(bench);
    for (const form of EVERY_FORM) {
      pull(bench, choiceOf(form));
      look();
      bench.call('previewSync');
      look();
    }
    bench.call('syncNow');
    bench.call('refreshTabs', { groups: ['products', 'prices', 'inventory'] });
    look();
    expect(inEnglish(read)).toEqual([]);
  });

  test('through conflicts, and each side that is chosen', () => {
    const bench = openConnected(IN_GERMAN);
    const files = (title: string, price: string, quantity: string) => ({
      Waren: csvOf([
        ['Handle', 'Title', 'SKU', 'Price', 'Tags', 'Inventory tracker', 'Inventory quantity'],
        ...['x', 'y'].map((one) => [one, `${title}${one}`, `${one}-1`, price, title, 'shopify', quantity]),
      ]),
    });
    const { read, look } = readingOf(bench);
    play(bench, files('Vv', '5', '4'), look);
    const { state } = bench.store;
    for (const { id, title } of state.products.all())
      inAdmin(bench, 'mutation($p:ProductUpdateInput!){productUpdate(product:$p){userErrors{message}}}', {
        p: { id, title: `${title} Ww`, tags: ['Zz'] },
      });
    bench.sync(files('Uu', '5', '4'), '--hold');
    look();
    for (const side of ['sheet', 'shopify'] as const) {
      const { conflicts } = answered(bench.call<PreviewSummary>('previewSync'));
      look();
      const keys = conflicts.shown.slice(0, 1).map(({ key }) => key);
      expect(keys).not.toEqual([]);
      answered(bench.call<RunSummary>('resolveConflicts', { side, keys }));
      look();
    }
    expect([...read].join()).toMatch(/in Shopify wurde es .*Wähle in der Seitenleiste eine Seite/);
    expect(inEnglish(read)).toEqual([]);
  });
});
