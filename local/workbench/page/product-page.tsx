import { useState } from 'preact/hooks';
import type { DumpedProduct, DumpedVariant } from '../../store/dump';
import { Photos } from './photos';

interface ProductPageProps {
  readonly product: DumpedProduct;
  readonly currency: string;
  back(): void;
}

/** A product as a customer meets it: photos, the variant that is chosen, its price, and whether it can be bought. */
export function ProductPage({ product, currency, back }: ProductPageProps) {
  const { title, vendor, status, media, variants, descriptionHtml } = product;
  const [chosenId, setChosenId] = useState(variants[0]?.id);
  const chosen = variants.find(({ id }) => id === chosenId) ?? variants[0];
  return (
    <article class="product-page" aria-label={title}>
      <p>
        <button type="button" onClick={back}>
          All products
        </button>
      </p>
      {status !== 'ACTIVE' && (
        <p class="unseen-by-customers">
          Customers do not see this page: the product is {status.toLowerCase()}.
        </p>
      )}
      <div class="columns">
        {media.length > 0 ? <Photos media={media} /> : <p class="no-photo">No photo</p>}
        <div>
          <p class="vendor">{vendor}</p>
          <h2>{title}</h2>
          {chosen && <Price variant={chosen} currency={currency} />}
          {variants.length > 1 && (
            <label>
              Variant{' '}
              <select value={chosen?.id} onChange={({ currentTarget }) => setChosenId(currentTarget.value)}>
                {variants.map(({ id, options, sku }) => (
                  <option key={id} value={id}>
                    {Object.values(options).join(' / ') || sku}
                  </option>
                ))}
              </select>
            </label>
          )}
          {chosen && <p>{availability(chosen)}</p>}
          <iframe title={`Description of ${title}`} sandbox="" srcdoc={descriptionHtml} />
        </div>
      </div>
    </article>
  );
}

function Price({ variant, currency }: { readonly variant: DumpedVariant; readonly currency: string }) {
  const { price, compareAtPrice } = variant;
  const isSale = compareAtPrice !== null && Number(compareAtPrice) > Number(price);
  return (
    <p class="price">
      {isSale && <s>{money(compareAtPrice, currency)}</s>} {money(price, currency)}
    </p>
  );
}

const money = (amount: string, currency: string) =>
  Number(amount).toLocaleString(undefined, { style: 'currency', currency });

function availability({ tracked, inventory, inventoryPolicy }: DumpedVariant): string {
  if (!tracked) return 'In stock';
  const available = Object.values(inventory).reduce((sum, level) => sum + level.available, 0);
  if (available > 0) return `${available} in stock`;
  return inventoryPolicy === 'CONTINUE' ? 'Sold out, and can be ordered all the same' : 'Sold out';
}
