import type { ColumnKey } from '../columns/columns';
import { rulesOf } from '../dialects/dialects';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import type { RowIssue } from '../tab/row';
import { compact } from '../values/arrays';
import { asksForValue, type Cell, hasValue, textIn } from '../values/cell';
import type { Command, TagsCommand } from '../values/commands';
import type { ProductId, VariantId } from '../values/gid';
import { DEFAULT_OPTION_NAME, DEFAULT_OPTION_VALUE } from '../values/names';
import { buildImages, buildRemovals, sharedAddress } from './build-images';
import {
  buildAdjustments,
  buildFields,
  buildStock,
  buildVariantFields,
  cellsSaying,
  headerOf,
} from './build-variant';
import { misplacedDeletions, productDeletion, variantDeletion } from './deletions';
import type { DesiredFields, DesiredImage, DesiredProduct, DesiredVariant } from './desired';
import { withRepeated } from './join-cells';
import {
  defaultVariantIssues,
  hasOptionColumns,
  isSame,
  OPTION_NAMES,
  OPTION_VALUES,
  optionIssues,
  optionValuesOf,
} from './option-issues';

const NAMES_OF_TOP = ['handle', ...OPTION_NAMES, ...OPTION_VALUES] as const;

/**
 * Columns that only a variant row fills. Files made by hand repeat Title, Status or a quantity of 0 on image rows, so
 * these columns do not show a variant.
 */
const VARIANT_EVIDENCE: readonly ColumnKey[] = [...OPTION_VALUES, 'variantId', 'sku', 'barcode', 'price'];

/** The rows of one handle, read as one product. `rows` is never empty. */
export function buildProduct(
  rows: readonly ParsedRow[],
  isMended = false,
): {
  readonly product: DesiredProduct;
  readonly issues: readonly RowIssue[];
} {
  const top = topRow(rows);
  const names = OPTION_NAMES.map((key) => textIn(cellOf(top, key)));
  const variantRows = findVariantRows(rows, top);
  const isDefault = !names.some(Boolean) || isPlaceholder(names, variantRows);
  const found = isDefault ? defaultVariantIssues(top, variantRows) : optionIssues(top, variantRows, names);
  const issues = isMended ? [] : [...found, ...misplacedDeletions(rows, variantRows)];
  const bad = new Set([...rows.filter((row) => row.issues.length), ...issues.map(({ row }) => row)]);
  const handle = cellOf(top, 'handle');
  const id = cellOf(top, 'productId');
  const sound = rows.filter((row) => !bad.has(row));
  const images = buildImages(sound, (row) => variantRows.includes(row));
  return {
    issues: issues.map(({ row, column, message }) => ({ ref: row.ref, column, message })),
    product: {
      isIdHint: rulesOf(top.layout).idIsHint,
      productId: hasValue(id) ? (id.value as ProductId) : undefined,
      handle: hasValue(handle) ? String(handle.value) : undefined,
      handleCells: compact(cellsSaying(rows, 'handle')),
      idCells: compact(cellsSaying(rows, 'productId')),
      ref: top.ref,
      rows: rows.map((row) => row.ref),
      badRows: compact(rows.filter((row) => bad.has(row)).map((row) => row.ref)),
      fields: productFields(top, sound),
      command: commandOf(cellOf(top, 'command')),
      deletes: productDeletion(rows, variantRows),
      tagsCommand: verbOf<TagsCommand>(cellOf(top, 'tagsCommand')),
      optionNames: compact(isDefault || isMended ? [] : names.filter(Boolean)),
      optionNameCells: compact(
        OPTION_NAMES.flatMap((key, index) => cellsSaying(rows, key).map((place) => ({ ...place, index }))),
      ),
      variants: variantRows
        .filter((row) => !bad.has(row))
        .map((row) =>
          buildVariant({ row, top, isDefault: isMended ? !hasOptionValues(row) : isDefault, images }),
        ),
      isDisputed: false,
      images: compact(images),
      ...buildRemovals(sound),
    },
  };
}

/** The row that carries the product's fields: the one that says so, else the first with a title. */
export function topRow(rows: readonly ParsedRow[]): ParsedRow {
  return (
    rows.find((row) => isTrue(cellOf(row, 'topRow'))) ??
    rows.find((row) => hasValue(cellOf(row, 'title'))) ??
    (rows[0] as ParsedRow)
  );
}

function verbOf<Verb extends string>(cell: Cell<unknown>): Verb | undefined {
  return hasValue(cell) ? (cell.value as Verb) : undefined;
}

function commandOf(cell: Cell<unknown>): DesiredProduct['command'] {
  const verb = verbOf<Command>(cell);
  return verb === undefined || verb === 'IGNORE' || verb === 'DELETE' ? 'MERGE' : verb;
}

/**
 * A row found by its handle does not ask to change that handle; only a row with an ID may change it. Further rows may
 * repeat the first row's values; their other values are left out.
 */
function productFields(top: ParsedRow, sound: readonly ParsedRow[]): DesiredFields {
  if (!sound.includes(top)) return {};
  const { handle, ...rest } = buildFields(top, 'product');
  const others = sound.filter((row) => row !== top);
  const fields = withRepeated(
    rest,
    others.map((row) => buildFields(row, 'product')),
  );
  return handle && hasValue(cellOf(top, 'productId')) ? { ...fields, handle } : fields;
}

/** Whether a row says by its own words which variant it is, whatever the options are called. */
function hasOptionValues(row: ParsedRow): boolean {
  return optionValuesOf(row).some((value) => !isSame(value, DEFAULT_OPTION_VALUE));
}

/** Shopify's words for having no options. A merchant may really call an option Title; its values then differ. */
function isPlaceholder([first = '', ...others]: readonly string[], rows: readonly ParsedRow[]): boolean {
  const isValue = (text: string) => text === '' || isSame(text, DEFAULT_OPTION_VALUE);
  return (
    isSame(first, DEFAULT_OPTION_NAME) &&
    !others.some(Boolean) &&
    rows.every((row) => isValue(textIn(cellOf(row, 'option1Value'))))
  );
}

interface VariantPlace {
  readonly row: ParsedRow;
  readonly top: ParsedRow;
  readonly isDefault: boolean;
  readonly images: readonly DesiredImage[];
}

function buildVariant({ row, top, isDefault, images }: VariantPlace): DesiredVariant {
  const id = cellOf(row, 'variantId');
  const sku = cellOf(row, 'sku');
  const image = cellOf(row, 'variantImage');
  return {
    ref: row.ref,
    rows: [row.ref],
    handle: undefined,
    command: commandOf(cellOf(row, 'variantCommand')),
    isIdHint: rulesOf(row.layout).idIsHint,
    variantId: hasValue(id) ? (id.value as VariantId) : undefined,
    sku: hasValue(sku) ? String(sku.value) : undefined,
    optionValues: !isDefault && hasOptionColumns(row) ? optionValuesOf(row) : undefined,
    fields: buildVariantFields(row),
    stock: compact(buildStock(row)),
    adjustments: compact(buildAdjustments(row)),
    deletes: variantDeletion(row),
    imageUrl:
      hasValue(image) || image.kind === 'clear'
        ? {
            cell: hasValue(image)
              ? { kind: 'value', value: sharedAddress(String(image.value), images) }
              : image,
            ref: row.ref,
            column: headerOf(row, 'variantImage'),
          }
        : undefined,
    doubts: compact(
      (row === top ? NAMES_OF_TOP : OPTION_VALUES).flatMap((key) => {
        const cell = cellOf(row, key);
        return ('doubt' in cell && cell.doubt) || [];
      }),
    ),
  };
}

/** Finds the rows of variants. Where no row shows one, the variant cells of the top row mean the only variant. */
export function findVariantRows(rows: readonly ParsedRow[], top: ParsedRow): ParsedRow[] {
  const evident = rows.filter((row) => VARIANT_EVIDENCE.some((key) => asksForValue(cellOf(row, key))));
  if (evident.length > 0) return evident;
  const fields = Object.values(buildVariantFields(top)).some((field) => asksForValue(field?.cell));
  const stock = buildStock(top).some(({ quantity }) => hasValue(quantity));
  const adjustments = buildAdjustments(top).some(({ delta }) => hasValue(delta));
  return fields || stock || adjustments || ['value', 'clear'].includes(cellOf(top, 'variantImage').kind)
    ? [top]
    : [];
}

function isTrue(cell: Cell<unknown>): boolean {
  return hasValue(cell) && cell.value === true;
}
