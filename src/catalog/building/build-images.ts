import type { ColumnKey } from '../columns/columns';
import { cellOf } from '../reading/parse-rows';
import type { ParsedRow } from '../reading/parsed-row';
import { headerOf } from '../tab/layout';
import { ABSENT, type Cell, hasValue, textIn } from '../values/cell';
import { imageKey, isSizeOf, withoutSize } from '../values/image-address';
import { removedAddress } from '../values/image-cell';
import type { DesiredImage, DesiredProduct, DesiredRemoval, ImageColumns } from './desired';

/**
 * The images of a product. They fill rows downward, whatever else the rows hold. Cells that name the same file mean one
 * image, even where their addresses differ.
 */
export function buildImages(
  rows: readonly ParsedRow[],
  isOfVariant: (row: ParsedRow) => boolean,
): DesiredImage[] {
  const listed = rows.flatMap((row, index) => {
    const url = cellOf(row, 'imageSrc');
    if (!hasValue(url) || removalOf(row)) return [];
    const position = cellOf(row, 'imagePosition');
    const alt = cellOf(row, 'imageAltText') as Cell<string>;
    const columns = columnsOf(row, 'imageSrc');
    const typed = hasValue(position) ? { position: Number(position.value) } : {};
    const image: DesiredImage = {
      ref: row.ref,
      url: String(url.value),
      alt,
      isListed: true,
      columns,
      ...typed,
    };
    return [{ image, position: typed.position ?? index + 1 }];
  });
  const ordered = distinctImages(listed)
    .sort((a, b) => a.position - b.position)
    .map(({ image }) => image);
  const ofVariants = rows.filter(isOfVariant).flatMap((row) => {
    const url = cellOf(row, 'variantImage');
    if (!hasValue(url)) return [];
    const columns = columnsOf(row, 'variantImage');
    return [{ ref: row.ref, url: String(url.value), alt: ABSENT as Cell<string>, isListed: false, columns }];
  });
  return distinctImages([...ordered, ...ofVariants].map((image) => ({ image }))).map(({ image }) => image);
}

/** The image with the other cells that name it: they count where its own row is refused. */
export function withAlso(image: DesiredImage, others: readonly DesiredImage[]): DesiredImage {
  if (others.length === 0) return image;
  return { ...image, also: [...(image.also ?? []), ...others.flatMap((one) => [one, ...(one.also ?? [])])] };
}

function columnsOf({ layout }: ParsedRow, key: 'imageSrc' | 'variantImage'): ImageColumns {
  const image = headerOf(layout, key);
  const own = (other: ColumnKey) =>
    layout.columns.some(({ column }) => column.key === other) ? headerOf(layout, other) : image;
  return { image, alt: own('imageAltText'), place: own('imagePosition') };
}

/** Images that rows ask to be taken off the product. */
export function buildRemovals(rows: readonly ParsedRow[]): Pick<DesiredProduct, 'removals'> {
  const removals = rows.flatMap((row) => removalOf(row) ?? []);
  return removals.length > 0 ? { removals } : {};
}

function removalOf(row: ParsedRow): DesiredRemoval | undefined {
  const [cell, command] = [cellOf(row, 'imageSrc'), cellOf(row, 'imageCommand')];
  const said = hasValue(cell) ? removedAddress(String(cell.value)) : undefined;
  const isTold = hasValue(command) && command.value === 'DELETE';
  const url = said ?? (isTold ? textIn(cell) : undefined);
  if (url === undefined) return undefined;
  return {
    ref: row.ref,
    column: headerOf(row.layout, 'imageSrc'),
    ...(url && { url }),
    ...(said === undefined && { command: headerOf(row.layout, 'imageCommand') }),
  };
}

/** The first of each; a size of an image that is there as a whole is that image. */
function distinctImages<Item extends { readonly image: DesiredImage }>(items: readonly Item[]): Item[] {
  const wholes = new Map<string, Item>();
  for (const item of items) {
    const key = imageKey(item.image.url);
    if (!wholes.has(key)) wholes.set(key, item);
  }
  const sameAs = (image: DesiredImage) => (other: DesiredImage) =>
    ofAddress(other.url, wholes)?.image === image;
  return [...wholes.values()].flatMap((item) => {
    const all = items.map((other) => other.image).filter(sameAs(item.image));
    const others = all.filter((other) => other !== item.image);
    return others.length < all.length ? [{ ...item, image: withAlso(item.image, others) }] : [];
  });
}

function ofAddress<Item>(url: string, wholes: ReadonlyMap<string, Item>): Item | undefined {
  return wholes.get(withoutSize(url)) ?? wholes.get(imageKey(url));
}

/** The address by which a product's row names the image that a variant's row names, perhaps by another address. */
export function sharedAddress(url: string, images: readonly DesiredImage[]): string {
  return images.find((image) => isSizeOf(url, image.url))?.url ?? url;
}
