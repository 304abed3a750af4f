import { csvOf } from '../../support/csv';
import { inAdmin } from '../../support/in-admin';
import { openWorkbench, type Workbench } from '../../support/workbench';

export interface Definition {
  readonly key: string;
  readonly type: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly ownerType?: 'PRODUCT' | 'PRODUCTVARIANT';
  readonly validations?: readonly { readonly name: string; readonly value: string }[];
  readonly access?: { readonly admin: string };
}

export function define(bench: Pick<Workbench, 'store'>, ...definitions: readonly Definition[]): void {
  for (const definition of definitions) {
    inAdmin(
      bench,
      `mutation ($definition: MetafieldDefinitionInput!) {
        metafieldDefinitionCreate(definition: $definition) { createdDefinition { id } userErrors { message } } }`,
      { definition: { namespace: 'custom', ownerType: 'PRODUCT', name: definition.key, ...definition } },
    );
  }
}

/** A shop with these definitions and nothing else. */
export function shopWith(...definitions: readonly Definition[]): Workbench {
  const bench = openWorkbench();
  define(bench, ...definitions);
  return bench;
}

/** `hat custom.material Wool`, of products and their variants, in order. */
export function metafieldsIn({ store }: Pick<Workbench, 'store'>): string[] {
  const { state } = store;
  const nameOf = (id: string) => {
    const variant = state.variants.get(id);
    const sku = variant && state.inventoryItems.get(variant.inventoryItemId)?.sku;
    return sku ?? state.products.get(id)?.handle ?? id;
  };
  return state.metafields
    .all()
    .map(({ ownerId, namespace, key, value }) => `${nameOf(ownerId)} ${namespace}.${key} ${value}`)
    .sort();
}

/** Somebody else changes a value in Shopify. */
export function change(bench: Pick<Workbench, 'store'>, handle: string, key: string, value: string): void {
  const product = bench.store.state.products.all().find((each) => each.handle === handle);
  const known = bench.store.state.metafields
    .find('owner', product?.id ?? '')
    .find((each) => each.key === key);
  inAdmin(
    bench,
    'mutation ($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { userErrors { message } } }',
    {
      metafields: [
        {
          ownerId: product?.id,
          namespace: 'custom',
          key,
          value,
          type: known?.type ?? 'single_line_text_field',
        },
      ],
    },
  );
}

const BASICS = ['Handle', 'Title', 'SKU', 'Price'];

/** A tab of products whose further columns are metafields; each row is a handle and its values. */
export function sheetOf(headers: readonly string[], ...rows: readonly (readonly string[])[]): string {
  const cells = rows.map(([handle = '', ...values]) => [
    handle,
    `Title of ${handle}`,
    `${handle}-1`,
    '5',
    ...values,
  ]);
  return csvOf([[...BASICS, ...headers], ...cells]);
}
