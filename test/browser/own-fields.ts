import type { Bench } from '../../local/workbench/bench';
import { define } from '../add-on/metafields/shop';
import { inAdmin } from '../support/in-admin';

const SCALE = [
  { name: 'scale_min', value: '1' },
  { name: 'scale_max', value: '5' },
];
const MATERIALS = ['Stoneware', 'Linen', 'Oak', 'Enamel'];

/** Somebody gives the products of the store fields of its own, and fills them. */
export function describeProducts(bench: Bench): void {
  define(
    bench,
    { key: 'material', type: 'single_line_text_field', name: 'Material' },
    { key: 'width', type: 'dimension', name: 'Width' },
    { key: 'rating', type: 'rating', name: 'Rating', validations: SCALE },
    { key: 'care', type: 'link', name: 'Care' },
  );
  const metafields = bench.store.state.products.all().flatMap(({ id: ownerId }, index) => {
    const of = (key: string, type: string, value: object | string) => ({
      ...{ ownerId, namespace: 'custom', key, type },
      value: typeof value === 'string' ? value : JSON.stringify(value),
    });
    return [
      of('material', 'single_line_text_field', MATERIALS[index % MATERIALS.length] ?? ''),
      of('width', 'dimension', { value: 9.5 + index, unit: 'cm' }),
      of('rating', 'rating', { value: `${4.5 - (index % 3) / 2}`, scale_min: '1', scale_max: '5' }),
      ...(index % 2 === 0
        ? [of('care', 'link', { text: 'Care guide', url: 'https://example.com/care' })]
        : []),
    ];
  });
  for (let from = 0; from < metafields.length; from += 25)
    inAdmin(
      bench,
      'mutation ($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { userErrors { message } } }',
      { metafields: metafields.slice(from, from + 25) },
    );
}
