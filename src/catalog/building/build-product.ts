import type { ColumnKey } from '../columns/columns';
import { rulesOf } from '../dialects/dialects';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import { hasColumn } from '../tab/layout';
import { describeRow, type RowIssue } from '../tab/row';
import { groupBy } from '../values/arrays';
import { asksForValue, type Cell, textIn, UNSHOWN } from '../values/cell';
import type { Command, TagsCommand } from '../values/commands';
import type { ProductId, VariantId } from '../values/gid';
import { DEFAULT_OPTION_NAME, DEFAULT_OPTION_VALUE } from '../values/names';
import { nameKey } from '../values/plain-name';
import { buildImages, sharedAddress } from './build-images';
import { buildAdjustments, buildFields, buildStock, buildVariantFields, headerOf } from './build-variant';
import type { DesiredFields, DesiredImage, DesiredProduct, DesiredVariant } from './desired';
import { withRepeated } from './join-cells';

const OPTION_NAMES = ['option1Name', 'option2Name', 'option3Name'] as const;
const OPTION_VALUES = ['option1Value', 'option2Value', 'option3Value'] as const;

/**
 * Columns that only a variant row fills. Hand-made files repeat Title and Status, or a quantity of 0, on image rows, so
 * those tell nothing.
 */
const VARIANT_EVIDENCE: readonly ColumnKey[] = [...OPTION_VALUES, 'variantId', 'sku', 'barcode', 'price'];

/** The rows of one handle, read as one product. `rows` is never empty. */
export function buildProduct(rows: readonly ParsedRow[]): {
  readonly product: DesiredProduct;
  readonly issues: readonly RowIssue[];
} {
  const top = topRow(rows);
  const names = OPTION_NAMES.map((key) => textIn(cellOf(top, key)));
  const variantRows = findVariantRows(rows, top);
  const isDefault = !names.some(Boolean) || isPlaceholder(names, variantRows);
  const issues = isDefault ? defaultVariantIssues(top, variantRows) : optionIssues(top, variantRows, names);
  const bad = new Set([...rows.filter((row) => row.issues.length), ...issues.map(({ row }) => row)]);
  const handle = cellOf(top, 'handle');
  const id = cellOf(top, 'productId');
  const sound = rows.filter((row) => !bad.has(row));
  const images = buildImages(sound);
  return {
    issues: issues.map(({ row, column, message }) => ({ ref: row.ref, column, message })),
    product: {
      isIdHint: rulesOf(top.layout).idIsHint,
      productId: id.kind === 'value' ? (id.value as ProductId) : undefined,
      handle: handle.kind === 'value' ? String(handle.value) : undefined,
      ref: top.ref,
      rows: rows.map((row) => row.ref),
      badRows: rows.filter((row) => bad.has(row)).map((row) => row.ref),
      fields: productFields(top, sound),
      command: commandOf(cellOf(top, 'command')),
      tagsCommand: verbOf<TagsCommand>(cellOf(top, 'tagsCommand')),
      optionNames: isDefault ? [] : names.filter(Boolean),
      variants: variantRows
        .filter((row) => !bad.has(row))
        .map((row) => buildVariant({ row, top, isDefault, images })),
      isDisputed: false,
      images,
    },
  };
}

/** The row that carries the product's fields: the one that says so, else the first with a title. */
export function topRow(rows: readonly ParsedRow[]): ParsedRow {
  return (
    rows.find((row) => isTrue(cellOf(row, 'topRow'))) ??
    rows.find((row) => cellOf(row, 'title').kind === 'value') ??
    (rows[0] as ParsedRow)
  );
}

function verbOf<Verb extends string>(cell: Cell<unknown>): Verb | undefined {
  return cell.kind === 'value' ? (cell.value as Verb) : undefined;
}

function commandOf(cell: Cell<unknown>): Exclude<Command, 'IGNORE'> {
  const verb = verbOf<Command>(cell);
  return verb === undefined || verb === 'IGNORE' ? 'MERGE' : verb;
}

/**
 * A row found by its handle does not ask for that handle; only an ID leaves the handle free to change. Further rows may
 * repeat what the first one says; what they say else is left out.
 */
function productFields(top: ParsedRow, sound: readonly ParsedRow[]): DesiredFields {
  if (!sound.includes(top)) return {};
  const { handle, ...rest } = buildFields(top, 'product');
  const others = sound.filter((row) => row !== top);
  const fields = withRepeated(
    rest,
    others.map((row) => buildFields(row, 'product')),
  );
  return handle && cellOf(top, 'productId').kind === 'value' ? { ...fields, handle } : fields;
}

/** Shopify's words for having no options; somebody may really call an option Title, and then its values differ. */
function isPlaceholder([first = '', ...others]: readonly string[], rows: readonly ParsedRow[]): boolean {
  const isValue = (text: string) => text === '' || isSame(text, DEFAULT_OPTION_VALUE);
  return (
    isSame(first, DEFAULT_OPTION_NAME) &&
    !others.some(Boolean) &&
    rows.every((row) => isValue(textIn(cellOf(row, 'option1Value'))))
  );
}

function isSame(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
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
    variantId: id.kind === 'value' ? (id.value as VariantId) : undefined,
    sku: sku.kind === 'value' ? String(sku.value) : undefined,
    optionValues: !isDefault && hasOptionColumns(row) ? optionValuesOf(row) : undefined,
    fields: buildVariantFields(row),
    stock: buildStock(row),
    adjustments: buildAdjustments(row),
    imageUrl:
      image.kind === 'value'
        ? {
            cell: { kind: 'value', value: sharedAddress(String(image.value), images) },
            ref: row.ref,
            column: headerOf(row, 'variantImage'),
          }
        : undefined,
    doubts: [...(row === top ? ['handle' as const, ...OPTION_NAMES] : []), ...OPTION_VALUES].flatMap(
      (key) => {
        const cell = cellOf(row, key);
        return ('doubt' in cell && cell.doubt) || [];
      },
    ),
  };
}

function hasOptionColumns(row: ParsedRow): boolean {
  return OPTION_VALUES.some((key) => key in row.cells);
}

function optionValuesOf(row: ParsedRow): string[] {
  return OPTION_VALUES.map((key) => textIn(cellOf(row, key))).filter(Boolean);
}

/** Finds the rows of variants. Where no row shows one, the variant cells of the top row mean the only variant. */
function findVariantRows(rows: readonly ParsedRow[], top: ParsedRow): ParsedRow[] {
  const evident = rows.filter((row) => VARIANT_EVIDENCE.some((key) => asksForValue(cellOf(row, key))));
  if (evident.length > 0) return evident;
  const fields = Object.values(buildVariantFields(top)).some((field) => asksForValue(field?.cell));
  const stock = buildStock(top).some(({ quantity }) => quantity.kind === 'value');
  const adjustments = buildAdjustments(top).some(({ delta }) => delta.kind === 'value');
  return fields || stock || adjustments || cellOf(top, 'variantImage').kind === 'value' ? [top] : [];
}

interface OptionIssue {
  readonly row: ParsedRow;
  readonly column: string | undefined;
  readonly message: string;
}

function defaultVariantIssues(top: ParsedRow, variantRows: readonly ParsedRow[]): OptionIssue[] {
  const issues: OptionIssue[] = [];
  for (const row of variantRows) {
    const value = textIn(cellOf(row, 'option1Value'));
    if (value && !isSame(value, DEFAULT_OPTION_VALUE)) {
      const column = headerOf(top, 'option1Name');
      issues.push({
        row,
        column,
        message: `“${value}” has no option name. Type one under ${column} in ${describeRow(top.ref, row.ref)}.`,
      });
    }
  }
  if (issues.length > 0 || !hasColumn(top.layout, 'option1Value')) return issues;
  // Where Shopify's options are not in the cells, the Variant ID tells the rows apart.
  const named = variantRows.filter((row) => cellOf(row, 'option1Value') !== UNSHOWN);
  return repeatedRows(named, (row) => textIn(cellOf(row, 'option1Value')) || DEFAULT_OPTION_VALUE);
}

function optionIssues(
  top: ParsedRow,
  variantRows: readonly ParsedRow[],
  names: readonly string[],
): OptionIssue[] {
  const issues: OptionIssue[] = repeatedNames(top, names);
  for (const row of variantRows) {
    OPTION_VALUES.forEach((key, index) => {
      const value = textIn(cellOf(row, key));
      const column = headerOf(row, key);
      if (row.issues.some((issue) => issue.column === column)) return;
      if (names[index] && !value) {
        issues.push({ row, column, message: `${column} is empty. Type this variant's ${names[index]}.` });
      } else if (!names[index] && value) {
        issues.push({
          row,
          column,
          message: `${column} “${value}” has no option name in the product's first row. Type one there.`,
        });
      }
    });
  }
  const sound = variantRows.filter((row) => !issues.some((issue) => issue.row === row));
  return [...issues, ...repeatedRows(sound, (row) => optionValuesOf(row).join(' / '))];
}

function repeatedNames(top: ParsedRow, names: readonly string[]): OptionIssue[] {
  return names.flatMap((name, index) => {
    const first = names.findIndex((other) => name !== '' && isSame(other, name));
    if (first < 0 || first === index) return [];
    const column = headerOf(top, OPTION_NAMES[index] as ColumnKey);
    const message = `${column} “${name}” is also ${headerOf(top, OPTION_NAMES[first] as ColumnKey)}. Give each option a name of its own.`;
    return [{ row: top, column, message }];
  });
}

/** Two rows for one variant: which of them counts would be a guess. */
function repeatedRows(rows: readonly ParsedRow[], keyOf: (row: ParsedRow) => string): OptionIssue[] {
  const sound = rows.filter(({ issues }) => issues.length === 0);
  return [...groupBy(sound, (row) => nameKey(keyOf(row))).values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map((row) => {
        const other = same.find((candidate) => candidate !== row) as ParsedRow;
        const name = keyOf(row);
        return {
          row,
          column: undefined,
          message: `This handle has “${name}” twice, here and in ${describeRow(other.ref, row.ref)}. Change or remove one of them.`,
        };
      }),
    );
}

function isTrue(cell: Cell<unknown>): boolean {
  return cell.kind === 'value' && cell.value === true;
}
