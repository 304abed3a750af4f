import { describeRow, type RowIssue, rowKey } from '../tab/row';
import { hasValue } from '../values/cell';
import { optionKey } from '../values/names';
import type { ByHandle, DesiredProduct, DesiredVariant } from './desired';
import { joinAsking, joinFields, joinVariants } from './join-cells';
import { joinImages } from './join-images';

/**
 * One product from what several tabs say about it: one tab may fill in what another leaves open, and cells that disagree
 * are refused on both sides. The tab that names the options comes first, else the one with the title.
 */
export function joinTabs(parts: readonly DesiredProduct[], issues: RowIssue[]): DesiredProduct {
  const lead =
    parts.find(({ optionNames }) => optionNames.length > 0) ??
    parts.find(({ fields }) => hasValue(fields.title?.cell)) ??
    (parts[0] as DesiredProduct);
  return parts.filter((part) => part !== lead).reduce((into, part) => joinTab(into, part, issues), lead);
}

/**
 * One product from rows that name it differently, by handle and by ID or in two spellings. Where they contradict each
 * other, nothing says which of them is right: all are refused, and each names another.
 */
export function joinNames(parts: readonly DesiredProduct[], issues: RowIssue[]): DesiredProduct {
  const found: RowIssue[] = [];
  const joined = joinTabs(parts, found);
  if (found.length === 0 && !parts.some(({ isDisputed }) => isDisputed)) return joined;
  const told = new Set(found.map(({ ref }) => rowKey(ref)));
  for (const part of parts) {
    const other = parts.find((candidate) => candidate !== part);
    for (const ref of part.rows) {
      if (!other || told.has(rowKey(ref))) continue;
      const message = `This is the same product as ${describeRow(other.ref, ref)}, and they contradict each other. Nothing of it was sent. Make them equal, or remove one.`;
      found.push({ ref, message });
    }
  }
  issues.push(...found);
  return { ...joined, isDisputed: true };
}

function joinTab(into: DesiredProduct, part: DesiredProduct, issues: RowIssue[]): DesiredProduct {
  const found = refuseOptions(into, part);
  const variants = found.length > 0 ? into.variants : joinAll(into.variants, part.variants, found);
  const fields = joinFields(into, part, found);
  const images = joinImages(into.images, part.images, found);
  issues.push(...found);
  return {
    ...into,
    productId: into.productId ?? part.productId,
    isIdHint: into.isIdHint && part.isIdHint,
    handle: into.handle ?? part.handle,
    handleCells: [...(into.handleCells ?? []), ...(part.handleCells ?? [])],
    idCells: [...(into.idCells ?? []), ...(part.idCells ?? [])],
    optionNameCells: [...(into.optionNameCells ?? []), ...(part.optionNameCells ?? [])],
    rows: [...into.rows, ...part.rows],
    badRows: [...into.badRows, ...part.badRows, ...found.map(({ ref }) => ref)],
    fields,
    command: into.command === 'MERGE' ? part.command : into.command,
    deletes: joinAsking([into.deletes, part.deletes]),
    tagsCommand: into.tagsCommand ?? part.tagsCommand,
    variants,
    images,
    ...((into.removals ?? part.removals) && {
      removals: [...(into.removals ?? []), ...(part.removals ?? [])],
    }),
    byHandle: [...handlesOf(into), ...handlesOf(part)],
  };
}

/** The handles of a product's rows, as each tab has them. */
export function handlesOf({ byHandle, ref, handle, productId }: DesiredProduct): readonly ByHandle[] {
  return byHandle ?? (handle ? [{ ref, handle, productId }] : []);
}

/** Two tabs with different option names describe two products, and which one is meant would be a guess. */
function refuseOptions(into: DesiredProduct, { optionNames, variants }: DesiredProduct): RowIssue[] {
  const same = optionKey(optionNames) === optionKey(into.optionNames);
  if (optionNames.length === 0 || same) return [];
  return variants.map(({ ref }) => ({
    ref,
    message: `The options here are ${optionNames.join(', ')}; in ${describeRow(into.ref, ref)} they are ${into.optionNames.join(', ')}. Make the names and their order equal.`,
  }));
}

/** The variants with what further rows say of them. */
export function joinAll(
  variants: readonly DesiredVariant[],
  added: readonly DesiredVariant[],
  issues: RowIssue[],
): readonly DesiredVariant[] {
  const joined = [...variants];
  for (const row of added) {
    const index = joined.findIndex((variant) => isSame(variant, row, variants.length === 1));
    const owner = joined[index];
    if (owner) joined[index] = joinVariants(owner, [row], issues);
    else if (variants.length > 0 && !row.optionValues && !row.variantId) issues.push(unclear(row));
    else joined.push(row);
  }
  return joined;
}

/** By ID, by option values, else by SKU; the only variant of a product needs no name. */
function isSame(variant: DesiredVariant, row: DesiredVariant, isOnly: boolean): boolean {
  if (variant.variantId && row.variantId) return variant.variantId === row.variantId;
  if (variant.optionValues && row.optionValues)
    return optionKey(variant.optionValues) === optionKey(row.optionValues);
  if (variant.sku && row.sku && variant.sku === row.sku) return true;
  return isOnly && !row.optionValues && !variant.optionValues;
}

function unclear({ ref }: DesiredVariant): RowIssue {
  return {
    ref,
    message:
      'This product has several variants in another tab and this row does not say which. Add the option columns or a SKU.',
  };
}
