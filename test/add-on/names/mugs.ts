import { openWorkbench, type Workbench } from '../../support/workbench';

export type Code = string | { readonly value: string; readonly type: string };

/** A store with one mug, its sizes with these barcodes. */
export function openMugs(sizes: Readonly<Record<string, readonly Code[]>>, options = {}): Workbench {
  const bench = openWorkbench(options);
  const names = Object.keys(sizes);
  const { data } = bench.store.execute({
    query:
      'mutation ($input: ProductSetInput!) { productSet(input: $input, synchronous: true) { userErrors { message } } }',
    variables: {
      input: {
        title: 'Mug',
        handle: 'mug',
        productOptions: [{ name: 'Size', values: names.map((name) => ({ name })) }],
        variants: names.map((name) => ({
          price: '5.00',
          sku: `M-${name}`,
          barcodes: sizes[name]?.map((code) => (typeof code === 'string' ? { value: code } : code)),
          optionValues: [{ optionName: 'Size', name }],
        })),
      },
    },
  });
  expect(data).toEqual({ productSet: { userErrors: [] } });
  bench.store.searchIndex.catchUp();
  return bench;
}

/** Size → its barcodes, those with a type as `value type`. */
export function barcodesOf({ store }: Workbench): Record<string, string[]> {
  const variants = store.dump().products.flatMap((product) => product.variants);
  return Object.fromEntries(
    variants.map(({ options, barcodes }) => [
      options.Size ?? '',
      barcodes.map(({ value, type }) => (type ? `${value} ${type}` : value)),
    ]),
  );
}
