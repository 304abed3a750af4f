import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describeBeside } from '../../support/beside';
import { csvOf } from '../../support/csv';
import { expectedProducts } from '../../support/expected-products';
import { mutationsIn, openWorkbench, saidOf } from '../../support/workbench';

describeBeside('samples', 'real product files', (folder) => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));

  describe.each(names)('%s', (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const bench = openWorkbench();
    const first = bench.sync({ Products: text });

    test('creates every row', () => {
      const { created, ...others } = first.totals;
      expect(created).toBe(parse(text, { relax_column_count: true }).length - 1);
      expect(Object.values(others).every((count) => count === 0)).toBe(true);
      expect(first.outcome).toBe('finished');
    });

    test('leaves a store that says what the file says, field by field', () => {
      const { products, locations } = bench.store.dump();
      const wanted = expectedProducts(text, locations[0]?.name ?? '');
      expect(products).toMatchObject(wanted);
      expect(products).toHaveLength(wanted.length);
    });

    test('has nothing to do the second time', () => {
      const before = bench.store.dump();
      const second = bench.sync({ Products: text });
      // What cannot be sent stays said.
      const said = Object.values(saidOf(second)).filter((words) => words.startsWith('not-synced'));
      for (const words of said) expect(words).toMatch(/ was not sent: Shopify does not track this item\. /);
      const { unchanged, 'not-compared': notRead, 'not-synced': notSent } = second.totals;
      expect(unchanged + notRead + notSent).toBe(first.totals.created);
      expect(notSent).toBe(said.length);
      expect(mutationsIn(second, first)).toEqual({});
      expect(bench.store.dump()).toEqual(before);
    });

    test('updates exactly the rows of three prices and two quantities that were edited', () => {
      const rows: string[][] = parse(text, { relax_column_count: true });
      const header = rows[0] as string[];
      const variantRows = rows.flatMap((cells, index) =>
        index && cells[header.indexOf('Variant Price')] ? [index] : [],
      );
      const edited = { price: variantRows.slice(0, 3), stock: variantRows.slice(2, 4) };
      const tracker = header.indexOf('Variant Inventory Tracker');
      for (const index of edited.stock) (rows[index] as string[])[tracker] = 'shopify';
      bench.sync({ Products: csvOf(rows) }, '--on-conflict', 'sheet');
      for (const index of edited.price) (rows[index] as string[])[header.indexOf('Variant Price')] = '77.70';
      for (const index of edited.stock)
        (rows[index] as string[])[header.indexOf('Variant Inventory Qty')] = '41';
      const report = bench.sync({ Products: csvOf(rows) });
      const updated = Object.entries(saidOf(report)).filter(([, said]) => said.startsWith('updated'));
      expect(updated.map(([row]) => row)).toEqual(
        variantRows.slice(0, 4).map((index) => `Products:${index + 1}`),
      );
      for (const [, said] of updated) expect(said).toMatch(/ → 77\.70|→ 41/);
      expect(report.totals).toMatchObject({ error: 0, conflict: 0, skipped: 0, created: 0 });
    });
  });
});
