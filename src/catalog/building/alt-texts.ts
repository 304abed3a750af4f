import { cellOf } from '../reading/parse-rows';
import type { ParsedRow, RowNote } from '../reading/parsed-row';
import { headerOf } from '../tab/layout';
import { describeRow } from '../tab/row';
import { groupBy } from '../values/arrays';
import { ABSENT, type Cell, hasValue } from '../values/cell';
import { imageKey, withoutSize } from '../values/image-address';
import type { DesiredProduct } from './desired';

const keyOf = (url: string) => imageKey(withoutSize(url));

/**
 * Alt texts of images that several rows name. A text in any of these rows counts. Where two rows give different texts,
 * none is sent, and the message on each row names the other.
 */
export function joinAltTexts(
  product: DesiredProduct,
  rows: readonly ParsedRow[],
): { readonly product: DesiredProduct; readonly notes: readonly RowNote[] } {
  const saying = rows.flatMap((row) => {
    const [url, alt] = [cellOf(row, 'imageSrc'), cellOf(row, 'imageAltText') as Cell<string>];
    const text = hasValue(alt) ? alt.value : alt.kind === 'clear' ? '' : undefined;
    return hasValue(url) && text !== undefined ? [{ row, alt, text, key: keyOf(String(url.value)) }] : [];
  });
  if (saying.length === 0) return { product, notes: [] };
  const byImage = groupBy(saying, ({ key }) => key);
  const isAgreed = (all: typeof saying) => all.every(({ text }) => text === all[0]?.text);
  const notes = [...byImage.values()]
    .filter((all) => !isAgreed(all))
    .flatMap((all) =>
      all.map(({ row, text }): RowNote => {
        const other = all.find((one) => one.text !== text)?.row ?? row;
        const message = `${headerOf(row.layout, 'imageAltText')} contradicts ${describeRow(other.ref, row.ref)}, which names the same image. Make them equal, or clear one.`;
        return { ref: row.ref, message, isError: true };
      }),
    );
  const images = product.images.map((image) => {
    const all = byImage.get(keyOf(image.url)) ?? [];
    const [first] = all;
    if (!first || !image.isListed) return image;
    if (!isAgreed(all)) return { ...image, alt: ABSENT };
    return image.alt.kind === 'blank' || image.alt.kind === 'absent'
      ? {
          ...image,
          alt: first.alt,
          ref: first.row.ref,
          columns: { ...image.columns, alt: headerOf(first.row.layout, 'imageAltText') },
        }
      : image;
  });
  return { product: { ...product, images }, notes };
}
