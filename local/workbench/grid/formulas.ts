import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { readArea, writeEntries } from '../../apps-script/workbook/cells';
import { valueOfFormula } from '../../apps-script/workbook/typed-text';
import { type CellValue, lastColumn, type Sheet, type Workbook } from '../../apps-script/workbook/workbook';

/** The part of IronCalc that is used; sheets count from 0, rows and columns from 1. */
interface Model {
  pauseEvaluation(): void;
  evaluate(): void;
  newSheet(): void;
  renameSheet(sheet: number, name: string): void;
  setUserInput(sheet: number, row: number, column: number, input: string): void;
  getCellType(sheet: number, row: number, column: number): number;
  getFormattedCellValue(sheet: number, row: number, column: number): string;
  free(): void;
}

interface Engine {
  readonly Model: new (name: string, locale: string, timeZone: string, language: string) => Model;
  initSync(options: { readonly module: Uint8Array }): unknown;
}

interface Formula {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Computes every formula of the workbook and puts the values into the cells, as Sheets does after each edit. What the
 * engine does not know shows its error, such as #NAME?. The runtime itself computes nothing: a script that sets a
 * formula reads #ERROR! until its execution ends.
 */
export function computeFormulas(workbook: Workbook): void {
  const found = workbook.sheets.map(formulasOf);
  if (found.every((formulas) => formulas.length === 0)) return;
  const { Model: NewModel } = engine();
  const model = new NewModel('workbench', 'en', 'UTC', 'en');
  try {
    model.pauseEvaluation();
    workbook.sheets.forEach((sheet, index) => {
      if (index > 0) model.newSheet();
      model.renameSheet(index, sheet.name);
      fill(model, index, sheet);
      for (const { row, column, text } of found[index] ?? []) model.setUserInput(index, row, column, text);
    });
    model.evaluate();
    workbook.sheets.forEach((sheet, index) => {
      for (const formula of found[index] ?? [])
        writeValue(sheet, formula, computedValue(model, index, formula));
    });
  } finally {
    model.free();
  }
}

/** Those that have a value; a cell that shows an image has none. */
function formulasOf(sheet: Sheet): readonly Formula[] {
  if (Object.keys(sheet.layers.formula ?? {}).length === 0) return [];
  const area = { row: 1, column: 1, rowCount: sheet.rows.length, columnCount: lastColumn(sheet) };
  return readArea(sheet, area, 'formula', (_, text, row, column) => ({ row, column, text: text ?? '' }))
    .flat()
    .filter(({ text }) => text !== '' && valueOfFormula(text) !== '');
}

function fill(model: Model, index: number, sheet: Sheet): void {
  sheet.rows.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (value !== '') model.setUserInput(index, row + 1, column + 1, inputOf(value));
    });
  });
}

/** An apostrophe keeps a text what it is: 00417 is no number. */
function inputOf(value: CellValue): string {
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

const NUMBER = 1;
const BOOLEAN = 4;

function computedValue(model: Model, index: number, { row, column }: Formula): CellValue {
  const shown = model.getFormattedCellValue(index, row, column);
  const type = model.getCellType(index, row, column);
  if (type === BOOLEAN) return shown.toUpperCase() === 'TRUE';
  // A number with a format of its own, such as a date, stays the text that it shows.
  return type === NUMBER && Number.isFinite(Number(shown)) ? Number(shown) : shown;
}

function writeValue(sheet: Sheet, { row, column, text }: Formula, value: CellValue): void {
  writeEntries(sheet, { row, column, rowCount: 1, columnCount: 1 }, () => ({ value, formula: text }));
}

let loaded: Engine | undefined;

/** IronCalc, when the first formula needs it. It is an ES module for browsers, so it is bundled for this place. */
function engine(): Engine {
  if (loaded) return loaded;
  const file = require.resolve('@ironcalc/wasm');
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    define: { 'import.meta.url': '""' },
    logLevel: 'silent',
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(module, module.exports, require);
  const made = module.exports as Engine;
  made.initSync({ module: readFileSync(path.join(path.dirname(file), 'wasm_bg.wasm')) });
  loaded = made;
  return made;
}
