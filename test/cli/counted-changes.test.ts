import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newWorkbook } from '../../local/apps-script/runtime';
import { countedNote } from '../../local/cli/counted-changes';
import { type Imported, importFiles } from '../../local/cli/tabs';

const folder = mkdtempSync(path.join(tmpdir(), 'counted-changes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = 'Handle,Option1 Value,SKU,Price,Tags';

/** A spreadsheet into which the same file is imported again and again. */
function spreadsheet() {
  const workbook = newWorkbook({ name: 'Catalog', sheets: [] });
  const imported: Imported = { changes: new Map(), counted: new Map() };
  const file = path.join(folder, 'Prices.csv');
  return {
    /** Prices of the tab after the file with these rows was imported. */
    put(...rows: readonly string[]): unknown[] {
      writeFileSync(file, [HEADER, ...rows].join('\n'));
      importFiles(workbook, [file], { kind: 'text' }, imported);
      return (workbook.sheets[0]?.rows ?? []).slice(1, rows.length + 1).map((row) => row[3]);
    },
    /** A sync counts what a cell asks for, and puts the result there. */
    count(row: number, price: string | number): void {
      workbook.sheets[0]!.rows[row - 1]![3] = price;
    },
    /** A person puts a row above, or a column before, in the workbench. */
    insertRow: (...cells: readonly string[]) => workbook.sheets[0]!.rows.splice(1, 0, [...cells]),
    removeRow: (row: number) => workbook.sheets[0]!.rows.splice(row - 1, 1),
    insertColumn(header: string): void {
      for (const [index, row] of workbook.sheets[0]!.rows.entries())
        row.splice(0, 0, index === 0 ? header : 'x');
    },
    counted: () => imported.counted.get('Prices')?.prices,
  };
}

describe('a change such as +5 % in a file that is imported again', () => {
  test('is not counted again once a sync has counted it, and the report says so', () => {
    const tab = spreadsheet();
    expect(tab.put('hat,S,H-1,+5 %,wool', 'hat,M,H-2,20,')).toEqual(['+5 %', '20']);
    tab.count(2, 10.5);
    for (const _ of ['a second time', 'and a third']) {
      expect(tab.put('hat,S,H-1,+5 %,wool', 'hat,M,H-2,20,')).toEqual([10.5, '20']);
      expect(tab.counted()).toBe(1);
    }
    expect(countedNote({ prices: 1, quantities: 0 })).toBe(
      '1 cell that says a change such as +5 % was counted at an earlier sync, and not again. Type the price, or another change.',
    );
    expect(countedNote({ prices: 0, quantities: 0 })).toBeUndefined();
  });

  test('has the result of its own row, wherever rows and columns have moved meanwhile', () => {
    const tab = spreadsheet();
    tab.put('hat,S,H-1,+5 %,wool');
    tab.count(2, 10.5);
    tab.insertRow('cap', 'S', 'C-1', '99', '');
    tab.insertColumn('Note');
    expect(tab.put('hat,S,H-1,+5 %,wool')).toEqual([10.5]);
  });

  test('leaves the price alone where two rows, or none, may be its own', () => {
    const tab = spreadsheet();
    tab.put('hat,S,H-1,+5 %,wool');
    tab.count(2, 10.5);
    tab.insertRow('hat', 'S', 'H-1', '99', '');
    expect(tab.put('hat,S,H-1,+5 %,wool')).toEqual(['']);
    const gone = spreadsheet();
    gone.put('hat,S,H-1,+5 %,wool');
    gone.insertRow('cap', 'S', 'C-1', '99', '');
    gone.removeRow(3);
    expect(gone.put('hat,S,H-1,+5 %,wool')).toEqual(['']);
  });

  test('is not called counted where it has a blank before it and still stands', () => {
    const tab = spreadsheet();
    tab.put('hat,S,H-1, +5 %,wool');
    tab.put('hat,S,H-1, +5 %,wool');
    expect(tab.counted()).toBe(0);
  });

  test('waits as ever while it is held or in error', () => {
    const tab = spreadsheet();
    tab.put('hat,S,H-1,*1.2,');
    expect(tab.put('hat,S,H-1,*1.2,')).toEqual(['*1.2']);
    expect(tab.counted()).toBe(0);
  });

  test('counts again where the cell asks for another one', () => {
    const tab = spreadsheet();
    tab.put('hat,S,H-1,+5 %,');
    tab.count(2, '10.50');
    expect(tab.put('hat,S,H-1,-10 %,')).toEqual(['-10 %']);
  });

  test.each([
    ['whose rows were sorted', ['cap,,C-1,30,', 'hat,S,H-1,+5 %,'], 1],
    ['whose SKU changed', ['hat,S,H-1b,+5 %,', 'cap,,C-1,30,'], 0],
    ['whose handle changed', ['sun-hat,S,H-1,+5 %,', 'cap,,C-1,30,'], 0],
    ['whose tags changed', ['hat,S,H-1,+5 %,linen', 'cap,,C-1,30,'], 0],
  ])('is known in a file %s', (_, rows, place) => {
    const tab = spreadsheet();
    tab.put('hat,S,H-1,+5 %,', 'cap,,C-1,30,');
    tab.count(2, '10.50');
    expect(tab.put(...rows)[place]).toBe('10.50');
  });

  test('is counted for an item that asks for it the first time', () => {
    const tab = spreadsheet();
    tab.put('hat,S,H-1,+5 %,', 'cap,,C-1,30,');
    tab.count(2, '10.50');
    expect(tab.put('hat,S,H-1,+5 %,', 'cap,,C-1,+5 %,')).toEqual(['10.50', '+5 %']);
  });

  test('leaves a tag that looks like one, and a plain price below 0', () => {
    const tab = spreadsheet();
    tab.put('hat,S,H-1,-5,-50%');
    tab.count(2, '7');
    expect(tab.put('hat,S,H-1,-5,-50%')).toEqual(['-5']);
  });
});

describe('a number to add in a file that is imported again', () => {
  const stock = (header: string) => {
    const workbook = newWorkbook({ name: 'Catalog', sheets: [] });
    const imported: Imported = { changes: new Map(), counted: new Map() };
    const file = path.join(folder, 'Stock.csv');
    const column = header.split(',').length - 1;
    return {
      put(...rows: readonly string[]): unknown[] {
        writeFileSync(file, [header, ...rows].join('\n'));
        importFiles(workbook, [file], { kind: 'text' }, imported);
        return (workbook.sheets[0]?.rows ?? []).slice(1, rows.length + 1).map((row) => row[column] ?? '');
      },
      /** A sync adds the number, and empties the cell. */
      add(row: number): void {
        workbook.sheets[0]!.rows[row - 1]![column] = '';
      },
      counted: () => imported.counted.get('Stock')?.quantities,
    };
  };
  const ADJUST = 'SKU,Variant Inventory Adjust';

  test('is not added again once a sync has added it, and the report says so', () => {
    const tab = stock(ADJUST);
    expect(tab.put('H-1,3', 'H-2,+4')).toEqual(['3', '+4']);
    for (const row of [2, 3]) tab.add(row);
    for (const _ of ['a second time', 'and a third']) {
      expect(tab.put('H-2,4', 'H-1,3')).toEqual(['', '']);
      expect(tab.counted()).toBe(2);
    }
    expect(countedNote({ prices: 0, quantities: 2 })).toBe(
      '2 cells that say a number to add were added at an earlier sync, and not again. To add it once more, sync the file with an empty cell first; or type another number.',
    );
  });

  test('is added where it is another number, or where the cell was empty in between', () => {
    const tab = stock(ADJUST);
    tab.put('H-1,3', 'H-2,4');
    for (const row of [2, 3]) tab.add(row);
    expect(tab.put('H-1,5', 'H-2,')).toEqual(['5', '']);
    tab.add(2);
    expect(tab.put('H-1,5', 'H-2,4')).toEqual(['', '4']);
  });

  test('waits as ever while it is held or in error', () => {
    const tab = stock(ADJUST);
    tab.put('H-1,3');
    expect(tab.put('H-1,3')).toEqual(['3']);
    expect(tab.counted()).toBe(0);
  });

  test('is told apart by its location', () => {
    const tab = stock('SKU,Location,Variant Inventory Adjust');
    tab.put('H-1,Shop,3', 'H-1,Warehouse,3');
    tab.add(2);
    expect(tab.put('H-1,Shop,3', 'H-1,Warehouse,3')).toEqual(['', '3']);
    const wide = stock('SKU,Inventory Available Adjust: Shop,Inventory Available Adjust: Warehouse');
    wide.put('H-1,3,3');
    wide.add(2);
    expect(wide.put('H-1,3,3')).toEqual(['']);
    expect(wide.counted()).toBe(1);
  });
});
