import { type Gid, gidOf, legacyId } from '../../catalog/values/gid';
import type { ByteSpan } from '../bulk/result-lines';
import type {
  AllFixedPricesLine,
  AllProductsLine,
  ApartFromProductsLine,
} from '../documents/generated/whole-shop';

/** Some products that follow each other in a result, and the places of all their lines in its file. */
interface ProductLines {
  /** Number of the first product, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** How many lines they have in each file, and where. */
  readonly files: readonly { readonly lines: number; readonly spans: readonly ByteSpan[] }[];
}

/** A line of any file: of products with their variants, of what is apart from these, of prices. */
export type CatalogLine = AllProductsLine | ApartFromProductsLine | AllFixedPricesLine;

export interface LineIndex {
  /** Takes the lines of one file after the other. Those of the first say which products there are. */
  take(line: CatalogLine, bytes: ByteSpan): void;
  nextFile(): void;
  /** All products from this number on. */
  groups(from: number): readonly ProductLines[];
  /** Tells whether a line is of a product of this group: between its lines there may be others. */
  isOf(group: ProductLines, line: CatalogLine): boolean;
}

/** Bytes of lines that are held at once; their objects take about five times as much memory. */
const GROUP_BYTES = 8_000_000;
/** Reading this much in between costs less than another request. */
const GAP_BYTES = 100_000;

const UNKNOWN = -1;

const PRODUCT = gidOf('Product', '');
const VARIANT = gidOf('ProductVariant', '');
const ITEM = gidOf('InventoryItem', '');

/**
 * Notes for each line of some results which product it is of, as numbers alone. Lines come in any order, so that a product is
 * known as a whole only at the end, and a large result cannot be held until then: it is read once for this, and once
 * more some products at a time.
 */
export function lineIndex(groupBytes = GROUP_BYTES, gapBytes = GAP_BYTES): LineIndex {
  /** Number of each product, by its numeric ID, and the line of each variant and item. */
  const products = new Map<number, number>();
  const variantLines = new Map<number, number>();
  const itemLines = new Map<number, number>();
  const firsts: number[] = [];
  const lasts: number[] = [];
  const owners: number[] = [];
  /** Lines that came before their parents. */
  const early = new Map<number, Gid>();
  /** The first line of each file. */
  const fileStarts = [0];

  const ownerOf = (line: CatalogLine): number => ownerById(parentOf(line));
  const ownerById = (id: Gid): number => {
    const number = numberOf(id);
    if (id.startsWith(PRODUCT)) return products.get(number) ?? UNKNOWN;
    if (!id.startsWith(VARIANT) && !id.startsWith(ITEM)) return UNKNOWN;
    const lines = id.startsWith(VARIANT) ? variantLines : itemLines;
    return owners[lines.get(number) ?? UNKNOWN] ?? UNKNOWN;
  };
  const resolve = (): void => {
    // A level that came first belongs to a variant, and that to a product.
    for (let left = Number.POSITIVE_INFINITY; early.size < left; ) {
      left = early.size;
      for (const [index, parent] of early) {
        owners[index] = ownerById(parent);
        if (owners[index] !== UNKNOWN) early.delete(index);
      }
    }
  };

  return {
    take(line, { first, last }) {
      const index = owners.length;
      const isFirstFile = fileStarts.length === 1;
      if (isFirstFile && !('__parentId' in line) && !products.has(numberOf(line.id)))
        products.set(numberOf(line.id), products.size);
      if ('inventoryItem' in line) {
        variantLines.set(numberOf(line.id), index);
        itemLines.set(numberOf(line.inventoryItem.id), index);
      }
      const owner = ownerOf(line);
      // By the end of the first file every product is known that there is.
      if (owner === UNKNOWN && isFirstFile) early.set(index, parentOf(line));
      firsts.push(first);
      lasts.push(last);
      owners.push(owner);
    },
    nextFile() {
      resolve();
      early.clear();
      fileStarts.push(owners.length);
    },
    groups(from) {
      resolve();
      const bytes = new Float64Array(products.size);
      for (const [index, owner] of owners.entries())
        if (owner !== UNKNOWN)
          bytes[owner] = (bytes[owner] ?? 0) + (lasts[index] ?? 0) - (firsts[index] ?? 0) + 1;
      const groups: Group[] = [];
      const groupOf = new Int32Array(bytes.length).fill(UNKNOWN);
      let held = Number.POSITIVE_INFINITY;
      for (let product = from; product < bytes.length; product++) {
        held += bytes[product] ?? 0;
        if (held > groupBytes) {
          groups.push({
            from: product,
            to: product,
            files: fileStarts.map(() => ({ lines: 0, spans: [] })),
          });
          held = bytes[product] ?? 0;
        }
        const group = groups[groups.length - 1];
        if (group) group.to = product + 1;
        groupOf[product] = groups.length - 1;
      }
      let file = 0;
      for (const [index, owner] of owners.entries()) {
        while (index >= (fileStarts[file + 1] ?? Number.POSITIVE_INFINITY)) file += 1;
        const lines = groups[groupOf[owner] ?? UNKNOWN]?.files[file];
        if (!lines) continue;
        lines.lines += 1;
        const [first = 0, last = 0] = [firsts[index], lasts[index]];
        const before = lines.spans[lines.spans.length - 1];
        if (before && first - before.last <= gapBytes) before.last = last;
        else lines.spans.push({ first, last });
      }
      return groups;
    },
    isOf({ from, to }, line) {
      const owner = ownerOf(line);
      return owner >= from && owner < to;
    },
  };
}

interface Group extends ProductLines {
  to: number;
  readonly files: { lines: number; readonly spans: { first: number; last: number }[] }[];
}

/** A product, variant or item that a line is about. */
function parentOf(line: CatalogLine): Gid {
  if ('variant' in line) return line.variant.id;
  return '__parentId' in line ? line.__parentId : line.id;
}

function numberOf(id: Gid): number {
  return Number(legacyId(id));
}
