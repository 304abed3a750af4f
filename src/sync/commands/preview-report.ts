import type { DesiredCatalog } from '../../catalog/building/desired';
import { shownNote } from '../../catalog/columns/shown-kinds';
import { identifies } from '../../catalog/tab/layout';
import { type RowRef, rowKey } from '../../catalog/tab/row';
import { FORESEEN_WORDS } from '../../catalog/tab/status-block';
import { groupBy } from '../../catalog/values/arrays';
import { legacyId } from '../../catalog/values/gid';
import { type Speak, sayValue } from '../../language/speak';
import { matchBaseVariant } from '../../plan/compare/match-variant';
import type { RowItem } from '../../plan/identity/row-item';
import type { Base } from '../../plan/model/base';
import type { Anchors } from '../../plan/model/item-context';
import type { RowResult } from '../../plan/model/row-outcome';
import type { StoreSnapshot } from '../../plan/model/snapshot';
import { LINE_KINDS, LINE_WORDS, type PreviewLine } from '../../plan/preview/list-changes';
import type { RowName } from '../../plan/preview/name-rows';
import type { NewItemsLine } from '../../plan/preview/new-items';
import { PREVIEW_HEADER, type Report, type ReportLine } from '../../ports/reports';
import type { TabInRun } from '../tabs/read-catalog';

/** Cells that hold words of the add-on: what would happen, why, and the link to Shopify. */
const SAID = [0, PREVIEW_HEADER.indexOf('Why'), PREVIEW_HEADER.indexOf('Shopify')];
const VALUES = [PREVIEW_HEADER.indexOf('Old'), PREVIEW_HEADER.indexOf('New')];

interface Shown extends MissingContext {
  readonly speak: Speak;
  readonly lines: readonly PreviewLine[];
  readonly results: readonly RowResult[];
  readonly newItems: readonly NewItemsLine[];
  readonly nameOf: (ref: RowRef) => RowName;
  readonly linkTo: (item: RowItem) => string;
}

/** One line for each change, those that need a person first; unchanged rows are only counted. */
export function previewReport(sum: string, shown: Shown): Report {
  const { speak, lines, results, newItems, tabs } = shown;
  const isNew = ({ kind }: PreviewLine) => LINE_KINDS.indexOf(kind) >= LINE_KINDS.indexOf('created');
  const toLine = (line: PreviewLine) => lineOf(line, shown);
  const told = new Set(lines.map(({ ref }) => rowKey(ref)));
  return {
    sum: speak(sum),
    header: PREVIEW_HEADER.map(speak),
    lines: [
      ...tabs.flatMap(({ name, sheetId, layout: { headerRow }, misread }) =>
        misread ? [tabLine('Wrong encoding', misread, { tab: name, sheetId, row: headerRow }, 'error')] : [],
      ),
      ...lines.filter((line) => !isNew(line)).map(toLine),
      ...newItems.map(({ ref, what, message }) => tabLine(what, message, ref, 'created')),
      ...lines.filter(isNew).map(toLine),
      ...tabs.flatMap(columnLines),
      ...missingLines(shown),
      ...quietLines(results.filter(({ ref }) => !told.has(rowKey(ref)))),
    ].map((line) => ({
      ...line,
      cells: line.cells.map((cell, at) =>
        SAID.includes(at) ? speak(cell) : VALUES.includes(at) ? sayValue(speak, cell) : cell,
      ),
    })),
  };
}

function lineOf({ kind, ref, change, why }: PreviewLine, { speak, nameOf, linkTo, tabs }: Shown): ReportLine {
  const { product, variant, sku, item } = nameOf(ref);
  const { field, from, to, difference } = change;
  const columns = tabs.find(({ sheetId }) => sheetId === ref.sheetId)?.layout.columns ?? [];
  const index =
    columns.find(({ header }) => field === header || field.startsWith(`${header} · `))?.index ?? 0;
  return {
    cells: [
      LINE_WORDS[kind],
      ...[product, variant, sku, kind === 'created' ? speak(field) : field, from, to, difference, why],
      ...[ref.tab, String(ref.row), item ? 'Open' : ''],
    ],
    status: kind === 'kept' ? 'differs' : kind,
    ...(ref.sheetId !== null && { place: { sheetId: ref.sheetId, row: ref.row, index } }),
    ...(item && { link: linkTo(item) }),
  };
}

/** A line that is about no item. */
function tabLine(
  what: string,
  why: string,
  ref?: RowRef,
  status: ReportLine['status'] = 'not-synced',
): ReportLine {
  return {
    cells: [what, ...Array<string>(7).fill(''), why, ref?.tab ?? '', ref ? String(ref.row) : ''],
    status,
    ...(ref && ref.sheetId !== null && { place: { sheetId: ref.sheetId, row: ref.row, index: 0 } }),
  };
}

/** Rows for which nothing is sent and nothing is reported, combined into a number. */
function quietLines(results: readonly RowResult[]): ReportLine[] {
  const alike = groupBy(results, ({ ref, status, message }) => JSON.stringify([ref.tab, status, message]));
  return [...alike.values()].map((rows): ReportLine => {
    const [{ ref, status, message }] = rows as [RowResult];
    const count = rows.length === 1 ? '1 row' : `${rows.length} rows`;
    const why = [count, message].filter(Boolean).join(': ');
    return { cells: [FORESEEN_WORDS[status], ...Array<string>(7).fill(''), why, ref.tab], status };
  });
}

function columnLines({ name, sheetId, layout }: TabInRun): ReportLine[] {
  const { headerRow, columns, unknown, unsynced, whyLeft = {} } = layout;
  const header = { tab: name, sheetId, row: headerRow };
  return [
    ...unknown.map((column) =>
      tabLine(
        'Unknown column',
        `“${column}” is left alone. If it should be synced, give it a name from the list of columns.`,
        header,
      ),
    ),
    ...columns.flatMap(({ header: name, column }) => {
      const why = shownNote(column);
      return why ? [tabLine('Column not sent', `“${name}” is compared and never sent: ${why}`, header)] : [];
    }),
    ...unsynced.map((column) =>
      tabLine(
        'Column not synced',
        whyLeft[column]
          ? `“${column}” is left alone: ${whyLeft[column]}`
          : `“${column}” is known and left alone.`,
        header,
      ),
    ),
  ];
}

interface MissingContext {
  readonly tabs: readonly TabInRun[];
  readonly desired: DesiredCatalog;
  readonly base: Base;
  readonly snapshot: StoreSnapshot;
  readonly anchors: Anchors;
}

/**
 * Names items that were synced from here and have no row any more: nothing is deleted because it is absent, but somebody
 * may have meant to keep them, or to delete them.
 */
function missingLines(context: MissingContext): ReportLine[] {
  return context.tabs.some(namesProducts) ? [...missingProducts(context), ...missingVariants(context)] : [];
}

function namesProducts({ layout }: TabInRun): boolean {
  return layout.kind === 'products' && identifies(layout, 'product');
}

function missingProducts({ tabs, desired, base }: MissingContext): ReportLine[] {
  const isNamed = (word: string) => tabs.some(({ named }) => named.has(word.toLowerCase()));
  const handles = new Set(desired.products.map(({ handle }) => (handle ?? '').toLowerCase()));
  const ids = new Set(desired.products.map(({ productId }) => productId));
  return base
    .products()
    .filter(
      ({ id, handle }) =>
        !ids.has(id) &&
        !isNamed(legacyId(id)) &&
        !handle.some((word) => word && (handles.has(word.toLowerCase()) || isNamed(word))),
    )
    .map(({ handle }) =>
      missingLine(`“${handle[1]}” was synced from here before and has no row now`, 'archive it'),
    );
}

/** A row that is in error is no longer known by its words, but by the Shopify ID next to it. */
function missingVariants({ desired, base, snapshot, anchors }: MissingContext): ReportLine[] {
  const anchored = new Set([...anchors.values()].map(({ id }) => id));
  return desired.products.flatMap(({ handle, productId, variants: rows }) => {
    const id = productId ?? (handle ? base.productByHandle(handle)?.id : undefined);
    const variants = (id && snapshot.products.get(id)?.variants) || [];
    if (rows.length === 0) return [];
    const shown = new Set(rows.map((row) => matchBaseVariant(row, variants)?.id));
    return variants
      .filter(
        (variant) =>
          base.variant(variant.id) && !shown.has(variant.id) && !anchored.has(legacyId(variant.id)),
      )
      .map(({ optionValues }) =>
        missingLine(
          `“${optionValues.join(' / ')}” of “${handle ?? productId}” was synced from here before and has no row now`,
          'delete it',
        ),
      );
  });
}

function missingLine(what: string, remedy: string): ReportLine {
  return tabLine(
    'Not in the sheet',
    `${what}. Nothing is deleted in Shopify; to be rid of it there, ${remedy}.`,
  );
}
