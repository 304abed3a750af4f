import { buildCatalog } from '../../catalog/building/build-catalog';
import type { DesiredCatalog } from '../../catalog/building/desired';
import { misreadNote } from '../../catalog/reading/misread';
import { parseRows } from '../../catalog/reading/parse-rows';
import { assignFamilyColumns } from '../../catalog/tab/family-columns';
import { columnLetters, type Grid, rowRef } from '../../catalog/tab/grid';
import { assignLocationColumns } from '../../catalog/tab/location-columns';
import { type RowIssue, rowKey } from '../../catalog/tab/row';
import { namingColumns } from '../../catalog/tab/status-block';
import type { TabLayout } from '../../catalog/tab/tab-layout';
import type { ParseContext } from '../../catalog/values/cell';
import { currencyDecimals } from '../../catalog/values/money';
import { parseLocale } from '../../catalog/values/read-number';
import type { Anchor, Anchors } from '../../plan/model/item-context';
import type { ShopFacts } from '../../plan/model/snapshot';
import type { StatusRow } from '../../ports/status-block';
import type { HeadlessCell } from '../../ports/tabs';
import type { Services } from '../ground/services';
import { loadSettings } from '../ground/settings';
import { identitiesOf } from './row-finder';
import { pulledTabKey, type RecognisedTab } from './ticked-tabs';

/** A ticked tab as it takes part in a run. */
export interface TabInRun {
  readonly sheetId: number;
  readonly name: string;
  readonly layout: TabLayout;
  /** The status block as it stood when the run began. */
  readonly status: readonly StatusRow[];
  /** Meaning of each row when the run began, and after the run itself wrote to it, so that its answer finds it again. */
  readonly identities: Map<number, string>;
  /** The products that its rows name, by handle or ID and in lower case, whatever becomes of the rows. */
  readonly named: ReadonlySet<string>;
  /** Set where its file was read in a wrong encoding. */
  readonly misread?: string | undefined;
}

export interface ReadCatalog {
  readonly tabs: readonly TabInRun[];
  readonly desired: DesiredCatalog;
  readonly anchors: Anchors;
}

/** tab → grid → rows → desired catalog, over every ticked tab. */
export function readCatalog(
  services: Services,
  tabs: readonly RecognisedTab[],
  shop: ShopFacts,
): ReadCatalog {
  const context = parseContext(services, shop);
  const grids: Grid[] = [];
  const refusals: RowIssue[] = [];
  const inRun: TabInRun[] = [];
  const refusedRows: RowIssue['ref'][] = [];
  for (const { handle, recognition: recognised, ticked } of tabs) {
    const located = assignLocationColumns(
      recognised,
      shop.locations.map(({ name }) => name),
    );
    const recognition = assignFamilyColumns(located, shop.families);
    if (!ticked || recognition.kind === 'ignored') continue;
    const { sheetId, name } = handle;
    const { rows, headless } = services.tabs.read(sheetId, recognition.layout);
    const grid: Grid = { sheetId, tab: name, layout: recognition.layout, rows };
    const status = services.statusBlock.read(sheetId, recognition.layout);
    inRun.push({
      sheetId,
      name,
      layout: withStatusPlace(services, sheetId, recognition.layout),
      status,
      identities: identitiesOf(rows, recognition.layout),
      named: namedIn(rows, recognition.layout),
      // What is never sent is Shopify's own text, and no file is to be blamed for it.
      misread: misreadNote(
        rows.map(({ cells }) => cells.filter((_, at) => !recognition.layout.columns[at]?.column.whyShown)),
      ),
    });
    const reason =
      recognition.kind === 'refused' ? recognition.reason : headless && headlessReason(headless, grid);
    if (!reason) {
      grids.push(grid);
      continue;
    }
    for (const { row } of rows) {
      refusals.push({ ref: rowRef(grid, row), message: `This tab was not synced. ${reason}` });
      refusedRows.push(rowRef(grid, row));
    }
  }
  const desired = buildCatalog(grids.map((grid) => parseRows(grid, context)));
  return {
    tabs: inRun,
    anchors: anchorsOf(inRun),
    desired: {
      ...desired,
      issues: [...desired.issues, ...refusals],
      rows: [...desired.rows, ...refusedRows],
    },
  };
}

/** A tab that was got from Shopify keeps its first columns, by which it is recognised. */
function withStatusPlace({ settings }: Services, sheetId: number, layout: TabLayout): TabLayout {
  const isNear = loadSettings(settings).statusPlace === 'left' && !settings.load(pulledTabKey(sheetId));
  return isNear ? { ...layout, statusAfter: namingColumns(layout.columns) } : layout;
}

/** Rules for reading the cells of this spreadsheet for this shop. */
export function parseContext(
  { spreadsheet }: Services,
  { currencyCode }: Pick<ShopFacts, 'currencyCode'>,
): ParseContext {
  return {
    locale: parseLocale(spreadsheet.locale()),
    currencyCode,
    currencyDecimals: currencyDecimals(currencyCode),
    timeZone: spreadsheet.timeZone(),
  };
}

function namedIn(rows: Grid['rows'], { columns }: TabLayout): Set<string> {
  const positions = columns.flatMap(({ column: { identifies } }, position) =>
    identifies === 'product' ? [position] : [],
  );
  return new Set(rows.flatMap(({ texts }) => positions.map((at) => (texts[at] ?? '').trim().toLowerCase())));
}

function anchorsOf(tabs: readonly TabInRun[]): Anchors {
  const anchors = new Map<string, Anchor>();
  for (const { sheetId, name, status } of tabs) {
    for (const { row, shopifyId } of status) {
      const ref = { sheetId, tab: name, row };
      if (shopifyId) anchors.set(rowKey(ref), { ref, id: shopifyId });
    }
  }
  return anchors;
}

/** A cell under no header means that a row slipped sideways: every column of it may hold its neighbour's value. */
function headlessReason({ row, column, text }: HeadlessCell, { layout, rows }: Grid): string {
  const { columns, unknownAt = [] } = layout;
  const cells = rows.find((each) => each.row === row)?.cells ?? [];
  const beyond = columns.slice(-1).map((last) => ({ ...last, index: column }));
  const split = splitPrice(row, { columns: [...columns, ...beyond] }, [...cells, text]);
  if (split) return split;
  return [...columns, ...unknownAt].some(({ index }) => index > column)
    ? `Row ${row} has a value in column ${columnLetters(column)}, which has no header. Give that column a header, or clear the cell.`
    : `Row ${row} is longer than the header row. Give that column a header, or clear the cells beyond the last one.`;
}

/** Message where a price with a comma became two cells; `cells` are in the order of the layout's columns. */
export function splitPrice(
  row: number,
  layout: Pick<TabLayout, 'columns'>,
  cells: readonly unknown[],
): string | undefined {
  const [split] = layout.columns.flatMap(({ column, index }, position) => {
    const [whole, cents] = [cells[position], cells[position + 1]].map(String);
    const isNext = layout.columns[position + 1]?.index === index + 1;
    const isPrice =
      column.kind === 'money' && isNext && /^\d+$/.test(`${whole}`) && /^\d\d?$/.test(`${cents}`);
    return isPrice ? `${whole},${cents}` : [];
  });
  return (
    split &&
    `Row ${row} has one cell too many: a price such as ${split} became two cells. Write it as ${split.replace(',', '.')}, or as "${split}" in the file.`
  );
}
