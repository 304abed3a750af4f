import type { CatalogDump, DumpedProduct, DumpedVariant } from '../../store/dump';

/** The other side: the store's catalog as the store holds it. */
export function StoreCatalog({ catalog }: { readonly catalog: CatalogDump }) {
  const { products, locations } = catalog;
  if (products.length === 0) {
    return (
      <section class="store">
        <p class="loading">The store has no products yet. Connect in the sidebar, then choose Sync now.</p>
      </section>
    );
  }
  return (
    <section class="store">
      <table>
        <thead>
          <tr>
            {['Variant', 'SKU', 'Price', 'Compare-at'].map((name) => (
              <th key={name}>{name}</th>
            ))}
            {locations.map(({ name }) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        {products.map((product) => (
          <Product key={product.id} product={product} locations={locations} />
        ))}
      </table>
    </section>
  );
}

interface ProductProps {
  readonly product: DumpedProduct;
  readonly locations: CatalogDump['locations'];
}

function Product({ product, locations }: ProductProps) {
  const { title, handle, status, vendor, tags, media, variants } = product;
  const facts = [handle, vendor, tags.join(', '), media.length > 0 && `${media.length} images`];
  return (
    <tbody>
      <tr>
        <th colspan={4 + locations.length} scope="rowgroup">
          {title} <span class={`status ${status.toLowerCase()}`}>{status.toLowerCase()}</span>
          <span class="facts">{facts.filter(Boolean).join(' · ')}</span>
        </th>
      </tr>
      {variants.map((variant) => (
        <Variant key={variant.id} variant={variant} locations={locations} />
      ))}
    </tbody>
  );
}

function Variant({
  variant,
  locations,
}: {
  readonly variant: DumpedVariant;
  readonly locations: CatalogDump['locations'];
}) {
  const { options, sku, price, compareAtPrice, inventory } = variant;
  return (
    <tr>
      <td>{Object.values(options).join(' / ')}</td>
      <td>{sku}</td>
      <td class="amount">{price}</td>
      <td class="amount">{compareAtPrice}</td>
      {locations.map(({ name }) => (
        <td key={name} class="amount">
          {inventory[name]?.available ?? '–'}
        </td>
      ))}
    </tr>
  );
}
