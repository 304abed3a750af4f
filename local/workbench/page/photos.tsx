import type { DumpedProduct } from '../../store/dump';

/**
 * Photos in their order, each with its alt text. The store keeps no bytes, so the browser fetches the address that was sent;
 * where it cannot, a drawn picture stands in the photo's place.
 */
export function Photos({ media }: Pick<DumpedProduct, 'media'>) {
  if (media.length === 0) return null;
  return (
    <ol class="photos">
      {media.map(({ originalSource, alt }) => (
        <li key={originalSource}>
          <a href={originalSource} target="_blank" rel="noreferrer">
            <img
              src={originalSource}
              alt={alt || originalSource.slice(originalSource.lastIndexOf('/') + 1)}
              loading="lazy"
              referrerpolicy="no-referrer"
              onError={({ currentTarget }) => draw(currentTarget, originalSource)}
            />
          </a>
        </li>
      ))}
    </ol>
  );
}

function draw(image: HTMLImageElement, address: string): void {
  const drawn = `/shopify/files/${address.slice(address.lastIndexOf('/') + 1)}`;
  if (image.getAttribute('src') !== drawn) image.src = drawn;
}
