import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { fileStem } from '../../../src/catalog/values/image-address';
import type { Form } from '../../../src/catalog/writing/forms';
import { describeBeside } from '../../support/beside';
import { csvOf } from '../../support/csv';
import { sheetOf } from '../../support/running';
import type { Workbench } from '../../support/workbench';
import { matrixifyExport } from '../tabs/exports/matrixify-export';
import { classicCsv, newCsv } from '../tabs/exports/product-csv';
import { type StoredProduct, storedProducts } from '../tabs/exports/stored-products';
import { writeStore } from '../tabs/exports/written-store';
import { choiceOf, openConnected, previewOf, pull } from './pulling';

type Cell = string | number | boolean;

const IMAGE = /^(product image url|image src|variant image( url)?)$/i;
const QUANTITY = /^(inventory quantity|variant inventory qty)$/i;
const TRACKER = /^(variant )?inventory tracker$/i;

/** What a pull writes otherwise than the file that came: the list in docs/columns.md. */
function isSame(header: string, ours: Cell, theirs: string, isTracked: boolean): boolean {
  if (QUANTITY.test(header) && !isTracked) return ours === '';
  if (IMAGE.test(header)) return ours === theirs || fileStem(String(ours)) === fileStem(theirs);
  if (typeof ours === 'number') return theirs !== '' && ours === Number(theirs);
  const text = theirs.replace(/^'/, '').replace(/\r\n/g, '\n').trim();
  return String(ours).trim().toLowerCase() === text.toLowerCase();
}

/** Cells that differ, in columns that both have: `row header: theirs → ours`. */
function differences(ours: readonly (readonly Cell[])[], theirs: readonly (readonly string[])[]): string[] {
  const [header = [], ...rows] = theirs;
  const own = (ours[0] ?? []).map((name) => String(name).toLowerCase());
  const tracker = header.findIndex((name) => TRACKER.test(name));
  const length = Math.max(rows.length, ours.length - 1);
  return Array.from({ length }, (_, row) =>
    header.flatMap((name, index) => {
      const place = own.indexOf(name.toLowerCase());
      if (place < 0) return [];
      const [our, their] = [ours[row + 1]?.[place] ?? '', rows[row]?.[index] ?? ''];
      const isTracked = Boolean(rows[row]?.[tracker]);
      return isSame(name, our, their, isTracked) ? [] : [`${row + 2} ${name}: ${their} → ${our}`];
    }),
  ).flat();
}

function pulledRows(bench: Workbench, form: Form): readonly (readonly Cell[])[] {
  const { tab, outcome } = pull(bench, choiceOf(form));
  expect(outcome).toBe('finished');
  return sheetOf(bench, tab).rows as readonly (readonly Cell[])[];
}

/** Columns of an export that say something, and that the add-on does not push. */
const NOT_WRITTEN =
  /fulfillment|tax code|unit price|linked to|google shopping|command|top row|created|updated|published at|scope|template|^url$|total inventory|row #|category: |collections|image (type|width|height)|item id|position$|adjust|on hand|committed|reserved|damaged|safety|quality|incoming| \/ |metafield: custom/i;

/** Repeated on each row of a record by Matrixify, and said once by us. */
const REPEATED = [
  'Title',
  'Vendor',
  'Type',
  'Tags',
  'Status',
  'Option1 Name',
  'Option2 Name',
  'Option3 Name',
];

type Exported = (products: readonly StoredProduct[]) => string;

const EXPORTS: readonly (readonly [form: Form, exported: Exported])[] = [
  ['csv', (products) => csvOf(newCsv(products, 'Main'))],
  ['classic', (products) => csvOf(classicCsv(products, 'Main'))],
  ['matrixify', matrixifyExport],
];

describe('a catalog that was got from Shopify', () => {
  test.each(EXPORTS)('as %s says in each cell what the program’s own export says', (form, exported) => {
    const bench = openConnected({ store: { locations: ['Main'] } });
    writeStore(bench.store);
    bench.clock.advance(60_000);
    const theirs: string[][] = parse(exported(storedProducts(bench.store)));
    const ours = pulledRows(bench, form);
    const header = theirs[0] ?? [];
    const own = (ours[0] ?? []).map((name) => String(name).toLowerCase());
    const missing = header.filter(
      (name, index) =>
        theirs.slice(1).some((row) => row[index]) &&
        !own.includes(name.toLowerCase()) &&
        !NOT_WRITTEN.test(name),
    );
    expect(missing).toEqual([]);
    const told = form === 'matrixify' ? withoutRepeats(theirs) : theirs;
    expect(differences(ours, told)).toEqual([]);
  });

  test('next to the tab that it was sent from: no photo is sent again', () => {
    const bench = openConnected();
    const image = 'https://images.example.com/hats/blue.jpg?size=large';
    bench.sync({ Hats: `Handle,Title,Image Src,Variant Image\nhat,Hat,${image},${image}\n` });
    bench.clock.advance(60_000);
    pull(bench, choiceOf('classic'));
    expect(previewOf(bench).others).toEqual([]);
    expect(bench.store.dump().products[0]).toMatchObject({ handle: 'hat', media: [{}] });
  });
});

function withoutRepeats(rows: readonly (readonly string[])[]): string[][] {
  const header = rows[0] ?? [];
  const handle = header.indexOf('Handle');
  return rows.map((row, number) =>
    row.map((cell, index) => {
      const isFurther = number > 1 && rows[number - 1]?.[handle] === row[handle];
      return isFurther && REPEATED.includes(header[index] ?? '') ? '' : cell;
    }),
  );
}

describeBeside('samples', 'real product files', (folder) => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));

  test.each(names)('%s, sent and got again in its own form, says the same in every cell', (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const bench = openConnected();
    bench.sync({ Sent: text });
    bench.clock.advance(60_000);
    const theirs: string[][] = parse(text, { relax_column_count: true });
    expect(differences(pulledRows(bench, 'classic'), theirs)).toEqual([]);
  });
});
