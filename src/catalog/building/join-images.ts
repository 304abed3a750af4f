import type { RowIssue } from '../tab/row';
import { isSizeOf } from '../values/image-address';
import { withAlso } from './build-images';
import type { DesiredImage } from './desired';
import { disagreement } from './join-cells';

/**
 * The images that two tabs list for one product, in one order: an image that only the second tab lists goes to its
 * position, or to the end if it has none. Where the tabs' positions put two images in opposite orders, each row gets an
 * issue.
 */
export function joinImages(
  images: readonly DesiredImage[],
  added: readonly DesiredImage[],
  issues: RowIssue[],
): readonly DesiredImage[] {
  const isSame = (image: DesiredImage) => (other: DesiredImage) => isSizeOf(other.url, image.url);
  const joined = images.map((image) => withAlso(image, added.filter(isSame(image))));
  for (const other of added.filter((one) => !images.some((image) => isSame(image)(one)))) {
    const { position } = other;
    const next = joined.findIndex((image) => isAfter(image, position));
    joined.splice(next < 0 ? joined.length : next, 0, other);
  }
  const twice = images.flatMap((image) => {
    const there = added.find(isSame(image));
    return there && image.position !== undefined && there.position !== undefined ? [{ image, there }] : [];
  });
  const turned = [...twice].sort((a, b) => added.indexOf(a.there) - added.indexOf(b.there));
  for (const [index, { image, there }] of twice.entries())
    if (turned[index]?.image !== image && image.position !== there.position)
      issues.push(...disagreement(atPlace(image), atPlace(there)));
  return joined;
}

function isAfter({ position }: DesiredImage, other: number | undefined): boolean {
  return position !== undefined && other !== undefined && position > other;
}

const atPlace = ({ ref, columns }: DesiredImage) => ({ ref, column: columns.place });
