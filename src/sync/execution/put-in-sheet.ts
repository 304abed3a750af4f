import { buildWeight, weightUnitOf } from '../../catalog/building/build-variant';
import { cellOfValue } from '../../catalog/columns/cell-kinds';
import { cellHolding, parseRows } from '../../catalog/reading/parse-rows';
import type { ParsedRow } from '../../catalog/reading/parsed-row';
import { resolvedLayout } from '../../catalog/tab/family-columns';
import { readsText } from '../../catalog/tab/layout';
import type { RowRef } from '../../catalog/tab/row';
import type { LayoutColumn, TabLayout } from '../../catalog/tab/tab-layout';
import { type Cell, type FieldValue, hasValue, type ParseContext } from '../../catalog/values/cell';
import {
  canonicalWeight,
  type Weight,
  type WeightUnit,
  weightInGrams,
  weightInUnit,
} from '../../catalog/values/weight';
import { canonical, canonicalCell, categoryIdOf } from '../../plan/compare/canonical';
import type { PutOutcome } from '../../plan/compare/kept-cells';
import type { OwnCell, SeenCell } from '../../ports/tabs';
import type { Services } from '../ground/services';
import { parseContext, type TabInRun } from '../tabs/read-catalog';
import { findCells, identitiesOf, seenOf, spanOf } from '../tabs/row-finder';
import type { OpenRun } from './execution';

/** A cell of the merchant's that should get Shopify's value. */
export interface PutCell {
  readonly ref: RowRef;
  /** The header as it stands in the sheet. */
  readonly column: string;
  /** Its own value, in canonical form; null where it asks for nothing. */
  readonly sheet: string | null;
  readonly to: FieldValue | null;
  readonly words?: string | undefined;
  /** Canonical form of a cell that holds `to`, where that is no value of its own. */
  readonly says?: string;
}

/**
 * Puts Shopify's values into cells, because a person asked for it. Cells that were edited meanwhile, or are not found
 * again, are left alone and missing from the answer.
 */
export function putInSheet<Cell extends PutCell>(
  services: Services,
  { tabs, shop }: Pick<OpenRun, 'tabs' | 'shop'>,
  cells: readonly Cell[],
): ReadonlyMap<Cell, PutOutcome> {
  const outcomes = new Map<Cell, PutOutcome>();
  for (const tab of tabs) {
    const own = cells.filter(({ ref }) => ref.sheetId === tab.sheetId);
    if (own.length === 0) continue;
    const wanted = own.map(({ ref }) => ref.row);
    const { layout: now, places } = findCells(services.tabs, tab.sheetId, tab.layout, tab.identities, wanted);
    const layout = resolvedLayout(now, shop.families);
    const found = new Map<Cell, Place>();
    for (const cell of own) {
      const row = places.get(cell.ref.row);
      const column = layout.columns.find(({ header }) => isSameHeader(header, cell.column));
      if (row !== undefined && column) found.set(cell, { row, column });
    }
    if (found.size === 0) continue;
    const context = parseContext(services, shop);
    const read = () => readCells(services.tabs, { ...tab, layout }, [...found.values()], context);
    const before = read();
    // Cells that name a row are written after those that are found by them.
    const inOrder = [false, true].flatMap((names) =>
      [...found].filter(([, { column }]) => (column.column.identifies !== undefined) === names),
    );
    const free = inOrder.flatMap(([cell, place]) => {
      const said = before(place);
      // Rows may have moved since they were found.
      if (said.identity !== tab.identities.get(cell.ref.row)) return [];
      const isAsBefore = cell.sheet === null ? said.isEmpty : said.says === cell.sheet;
      if (!isAsBefore) return [];
      const { column, unit, seen } = said;
      const put = cellFor(cell, { ...place, column }, unit, context);
      return [{ cell, place, said, put: put && { ...put, seen } }];
    });
    const written = new Set(
      services.cells.write(
        tab.sheetId,
        free.flatMap(({ put }) => put ?? []),
      ),
    );
    const after = read();
    for (const { cell, place, said, put } of free) {
      const { says = null, identity } = after(place);
      if (!put || !written.has(put)) {
        const isEdited = says !== (said.says ?? null) || identity !== said.identity;
        if (!put || !isEdited) outcomes.set(cell, put ? 'left' : 'unsayable');
        continue;
      }
      if (identity !== undefined) tab.identities.set(cell.ref.row, identity);
      outcomes.set(cell, { says, isOther: put.value !== '' && !isSame(said.column, says, cell) });
    }
  }
  return outcomes;
}

/** The cell with Shopify's value; undefined where it would ask for something else. */
function cellFor(
  wanted: Pick<PutCell, 'to' | 'words' | 'says'>,
  { row, column }: Place,
  unit: WeightUnit,
  context: ParseContext,
): Omit<OwnCell, 'seen'> | undefined {
  const { to, words } = wanted;
  const isWeight = column.column.kind === 'weightNumber' && to !== null;
  const asText = readsText(column);
  const own =
    wanted.says !== undefined
      ? String(to)
      : cellOfValue(column.column, isWeight ? weightIn(column, to as Weight, unit) : (words ?? to));
  const value = asText ? String(own) : own;
  if (value === '') return { row, index: column.index, value, asText };
  const said = cellHolding(column, value, context);
  const meant =
    isWeight && hasValue(said)
      ? canonicalWeight(weightSaid(column, Number(said.value), unit))
      : said && canonicalCell(column.column.key, said);
  return isSame(column, meant, wanted)
    ? { row, index: column.index, value: unambiguous(value, context), asText }
    : undefined;
}

/** The number of a column's own unit, or of the unit of its row. */
function weightIn({ column }: LayoutColumn, weight: Weight, unit: WeightUnit): number {
  return column.unit ? weightInGrams(weightInUnit(weight, unit)) : weightInUnit(weight, unit).value;
}

function weightSaid({ column }: LayoutColumn, value: number, unit: WeightUnit): Weight {
  return { value, unit: column.unit ?? unit };
}

/** A cell of plain text that holds 1.234 may mean one or a thousand. */
function unambiguous(value: string | number | boolean, { locale }: ParseContext): string | number | boolean {
  const isAmbiguous = typeof value === 'number' && /^-?\d{1,3}\.\d{3}$/.test(String(value));
  return isAmbiguous ? `${value}0`.replace('.', locale.decimalSeparator) : value;
}

/** Whether a cell that says this, in canonical form, asks for the value. */
function isSame(
  { column }: LayoutColumn,
  says: string | null | undefined,
  { to, words, says: meant }: Pick<PutCell, 'to' | 'words' | 'says'>,
): boolean {
  if (meant !== undefined) return says === meant;
  if (words !== undefined) return says === canonical(column.key, words);
  if (column.resolvedBy) return categoryIdOf(says ?? '') === to;
  return says === canonical(column.kind === 'weightNumber' ? 'weight' : column.key, to);
}

interface Place {
  readonly row: number;
  readonly column: LayoutColumn;
}

interface Said {
  /** As its row means it. */
  readonly column: LayoutColumn;
  /** In canonical form; undefined where the cell asks for nothing or cannot be read. */
  readonly says: string | undefined;
  /** It holds nothing, or a word of ours that asks for nothing; false for a cell that cannot be read. */
  readonly isEmpty: boolean;
  readonly seen: readonly SeenCell[];
  /** The unit in which its row gives weights. */
  readonly unit: WeightUnit;
  readonly identity: string | undefined;
}

function readCells(
  tabs: Services['tabs'],
  { sheetId, name, layout }: Pick<TabInRun, 'sheetId' | 'name'> & { readonly layout: TabLayout },
  places: readonly Place[],
  context: ParseContext,
): (place: Place) => Said {
  const grid = tabs.read(sheetId, layout, spanOf(places.map(({ row }) => row)));
  const parsed = parseRows({ sheetId, tab: name, layout, rows: grid.rows }, context).rows;
  const byRow = new Map(parsed.map((row) => [row.ref.row, row]));
  const identities = identitiesOf(grid.rows, layout);
  const rawRows = new Map(grid.rows.map((raw) => [raw.row, raw]));
  return ({ row, column: ofTab }) => {
    const own = byRow.get(row);
    const column = own?.layout.columns.find(({ index }) => index === ofTab.index) ?? ofTab;
    const says = own && sayOf(own, column);
    const isEmpty = own !== undefined && cellIn(own, column)?.kind === 'blank';
    const unit = own ? weightUnitOf(own) : 'GRAMS';
    const seen = seenOf(rawRows.get(row), layout, ofTab);
    return { column, says, isEmpty, unit, seen, identity: identities.get(row) };
  };
}

function sayOf(row: ParsedRow, at: LayoutColumn): string | undefined {
  if (at.column.kind === 'weightNumber') {
    const weight = buildWeight(row);
    return weight && canonicalCell('weight', weight.cell);
  }
  const cell = cellIn(row, at);
  return cell && canonicalCell(at.column.key, cell);
}

function cellIn(row: ParsedRow, { column, header, location }: LayoutColumn): Cell<FieldValue> | undefined {
  return location === undefined
    ? row.cells[column.key]
    : row.located.find((one) => one.column.header === header)?.cell;
}

function isSameHeader(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
