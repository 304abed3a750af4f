import { useState } from 'preact/hooks';
import type { CatalogDump, DumpedProduct, DumpedVariant } from '../../store/dump';
import type { ShopifyAct } from '../shopify-act';
import { Photos } from './photos';
import { ProductPage } from './product-page';

interface StoreCatalogProps {
  readonly catalog: CatalogDump;
  /** Currency of the shop, such as EUR. */
  readonly currency: string;
  /** Plays what a customer or another person does there. */
  act(done: ShopifyAct): void;
}

/** The other side: the store's catalog as the store holds it, and what other people do to it. */
export function StoreCatalog({ catalog, currency, act }: StoreCatalogProps) {
  const { products, locations } = catalog;
  const [openId, setOpenId] = useState<string>();
  const open = products.find(({ id }) => id === openId);
  if (open) {
    return (
      <section class="store">
        <ProductPage product={open} currency={currency} back={() => setOpenId(undefined)} />
      </section>
    );
  }
  if (products.length === 0) {
    return (
      <section class="store">
        <p class="loading">The store has no products yet. Connect in the sidebar, then choose Sync now.</p>
      </section>
    );
  }
  return (
    <section class="store">
      <p class="others">
        Be somebody else: type another price, as in Shopify admin, or sell one piece, as an order does.
      </p>
      <table>
        <thead>
          <tr>
            <th>Variant</th>
            <th>SKU</th>
            {['Price', 'Compare-at', ...locations.map(({ name }) => name)].map((name) => (
              <th key={name} class="amount">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {products.map((product) => (
          <Product
            key={product.id}
            product={product}
            locations={locations}
            act={act}
            open={() => setOpenId(product.id)}
          />
        ))}
      </table>
    </section>
  );
}

interface ProductProps extends Pick<StoreCatalogProps, 'act'> {
  readonly product: DumpedProduct;
  readonly locations: CatalogDump['locations'];
  /** Shows the product's page. */
  open(): void;
}

function Product({ product, locations, act, open }: ProductProps) {
  const { title, handle, status, vendor, tags, media, variants } = product;
  const facts = [handle, vendor, tags.join(', '), media.length > 0 && `${media.length} images`];
  return (
    <tbody>
      <tr>
        <th colspan={4 + locations.length} scope="rowgroup">
          <button type="button" class="name" onClick={open}>
            {title}
          </button>{' '}
          <span class={`status ${status.toLowerCase()}`}>{status.toLowerCase()}</span>
          <span class="facts">{facts.filter(Boolean).join(' · ')}</span>
          <Photos media={media} />
        </th>
      </tr>
      {variants.map((variant) => (
        <Variant key={variant.id} variant={variant} locations={locations} act={act} />
      ))}
    </tbody>
  );
}

interface VariantProps extends Pick<ProductProps, 'locations' | 'act'> {
  readonly variant: DumpedVariant;
}

function Variant({ variant, locations, act }: VariantProps) {
  const { id: variantId, options, sku, price, compareAtPrice, inventory, tracked } = variant;
  const name = sku || Object.values(options).join(' / ');
  return (
    <tr>
      <td>{Object.values(options).join(' / ')}</td>
      <td>{sku}</td>
      <td class="amount">
        <input
          aria-label={`Price of ${name}`}
          value={price}
          onChange={({ currentTarget }) => act({ kind: 'price', variantId, price: currentTarget.value })}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
        />
      </td>
      <td class="amount">{compareAtPrice}</td>
      {locations.map(({ name: location }) => (
        <td key={location} class="amount">
          {tracked && inventory[location] && (
            <button type="button" onClick={() => act({ kind: 'order', variantId, location })}>
              Sell one<span class="unseen"> {name}</span>
            </button>
          )}{' '}
          {inventory[location]?.available ?? '–'}
        </td>
      ))}
    </tr>
  );
}
