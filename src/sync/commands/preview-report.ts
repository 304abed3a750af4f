import type { DesiredCatalog } from '../../catalog/building/desired';
import { identifies } from '../../catalog/tab/layout';
import { FORESEEN_WORDS } from '../../catalog/tab/status-block';
import { legacyId } from '../../catalog/values/gid';
import { matchBaseVariant } from '../../plan/compare/match-variant';
import type { Base } from '../../plan/model/base';
import type { Anchors } from '../../plan/model/item-context';
import type { RowResult } from '../../plan/model/row-outcome';
import type { StoreSnapshot } from '../../plan/model/snapshot';
import type { NewItemsLine } from '../../plan/preview/new-items';
import type { TabInRun } from '../tabs/read-catalog';

export const PREVIEW_HEADER = ['Tab', 'Row', 'What would happen', 'Message'] as const;

/** Lists row by row what would happen, and then what no row shows: columns that are left alone, and items without a row. */
export function previewLines(results: readonly RowResult[], context: MissingContext): PreviewLine[] {
  return [
    ...results.map(
      ({ ref, status, message }): PreviewLine => [ref.tab, ref.row, FORESEEN_WORDS[status], message],
    ),
    ...context.tabs.flatMap(tabLines),
    ...missingLines(context),
  ];
}

export function newItemsLine({ ref, what, message }: NewItemsLine): PreviewLine {
  return [ref?.tab ?? '', ref?.row ?? '', what, message];
}

function tabLines({ name, layout, misread }: TabInRun): PreviewLine[] {
  const { headerRow, unknown, unsynced, whyLeft = {} } = layout;
  return [
    ...(misread ? [[name, headerRow, 'Wrong encoding', misread] as const] : []),
    ...unknown.map(
      (header): PreviewLine => [
        name,
        headerRow,
        'Unknown column',
        `“${header}” is left alone. If it should be synced, give it a name from the list of columns.`,
      ],
    ),
    ...unsynced.map(
      (header): PreviewLine => [
        name,
        headerRow,
        'Column not synced',
        whyLeft[header]
          ? `“${header}” is left alone: ${whyLeft[header]}`
          : `“${header}” is known and left alone.`,
      ],
    ),
  ];
}

export interface MissingContext {
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
function missingLines(context: MissingContext): PreviewLine[] {
  return context.tabs.some(namesProducts) ? [...missingProducts(context), ...missingVariants(context)] : [];
}

function namesProducts({ layout }: TabInRun): boolean {
  return layout.kind === 'products' && identifies(layout, 'product');
}

function missingProducts({ tabs, desired, base }: MissingContext): PreviewLine[] {
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
function missingVariants({ desired, base, snapshot, anchors }: MissingContext): PreviewLine[] {
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

function missingLine(what: string, remedy: string): PreviewLine {
  return [
    '',
    '',
    'Not in the sheet',
    `${what}. Nothing is deleted in Shopify; to be rid of it there, ${remedy}.`,
  ];
}

export type PreviewLine = readonly [tab: string, row: number | '', what: string, message: string];
