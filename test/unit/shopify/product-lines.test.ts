import fc from 'fast-check';
import { gidOf } from '../../../src/catalog/values/gid';
import { type CatalogLine, lineIndex } from '../../../src/shopify/catalog/product-lines';
import type { AllProductsLine } from '../../../src/shopify/documents/generated/whole-shop';

/** Lines of a product that has so many variants, with two levels each, one image and one channel. */
function linesOf(product: number, variants: number): readonly AllProductsLine[] {
  const id = gidOf('Product', `${product}`);
  const variantLines = Array.from({ length: variants }, (_, index) => {
    // Numbers of products, variants and items overlap.
    const number = `${product * 10 + index}`;
    const item = gidOf('InventoryItem', number);
    const variant = gidOf('ProductVariant', number);
    return [
      { id: variant, inventoryItem: { id: item }, __parentId: id },
      { id: gidOf('InventoryLevel', `${number}?inventory_item_id=1`), item: { id: item }, __parentId: item },
      {
        id: gidOf('InventoryLevel', `${number}?inventory_item_id=2`),
        item: { id: item },
        __parentId: variant,
      },
    ];
  });
  return [
    { id, title: `Größe ${product}` },
    ...variantLines.flat(),
    { id: gidOf('MediaImage', `${product}`), __parentId: id },
    { publication: { id: gidOf('Publication', '1') }, __parentId: id },
  ] as unknown as readonly AllProductsLine[];
}

/** What a second and a third query say of the same products, and of one that they alone found. */
function linesApart(product: number, variants: number): readonly CatalogLine[] {
  const id = gidOf('Product', `${product}`);
  const list = gidOf('PriceList', '1');
  const ofVariants = Array.from({ length: variants }, (_, index) => {
    const variant = gidOf('ProductVariant', `${product * 10 + index}`);
    return [
      { id: variant, __parentId: id },
      { value: '0850', __parentId: variant },
      { variant: { id: variant }, __parentId: list },
    ];
  });
  return [
    { id },
    { id: gidOf('Collection', `${product}`), title: 'Sale', __parentId: id },
    ...ofVariants.flat(),
  ] as unknown as readonly CatalogLine[];
}

const shuffled = <Line>(lines: readonly Line[]) =>
  fc.shuffledSubarray([...lines], { minLength: lines.length });

const shops = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 }).chain((shop) => {
  const files = [linesOf, linesApart].map((lines, file) =>
    [...shop, ...(file > 0 ? [1] : [])].flatMap((variants, index) => lines(index + 1, variants)),
  );
  const prices = (files[1] ?? []).filter((line) => 'variant' in line);
  const apart = (files[1] ?? []).filter((line) => !('variant' in line));
  return fc.tuple(shuffled(files[0] ?? []), shuffled(apart), shuffled(prices));
});

test('each product is read with all of its lines, in whatever order they come, and from any product on', () => {
  fc.assert(
    fc.property(
      shops,
      fc.integer({ min: 1, max: 2_000 }),
      fc.constantFrom(1, 200),
      fc.nat(3),
      (files, group, gap, from) => {
        const index = lineIndex(group, gap);
        const places = files.map((lines, number) => {
          if (number > 0) index.nextFile();
          let first = 0;
          return lines.map((line) => {
            const bytes = Buffer.byteLength(JSON.stringify(line)) + 1;
            index.take(line, { first, last: first + bytes - 1 });
            first += bytes;
            return first - bytes;
          });
        });
        const products = files[0].filter((line) => !('__parentId' in line));
        let next = Math.min(from, products.length);
        for (const each of index.groups(from)) {
          expect(each.from).toBe(next);
          next = each.to;
          const wanted = products.slice(each.from, each.to);
          const ids = wanted.flatMap((line) => ('id' in line ? [Number(line.id.split('/').pop())] : []));
          for (const [number, lines] of files.entries()) {
            const { spans = [], lines: count } = each.files[number] ?? {};
            const isWithin = (place = 0) => spans.some(({ first, last }) => first <= place && place <= last);
            const within = lines.filter((_, at) => isWithin(places[number]?.[at]));
            const own = within.filter((line) => index.isOf(each, line));
            expect(own).toHaveLength(count ?? -1);
            const all = ids.flatMap((id) => (lines as CatalogLine[]).filter((line) => isOfProduct(line, id)));
            expect(new Set(own)).toEqual(new Set(all));
          }
        }
        expect(next).toBe(products.length);
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 50) },
  );
});

function isOfProduct(line: CatalogLine, product: number): boolean {
  if ('variant' in line) return Math.floor(Number(line.variant.id.split('/').pop()) / 10) === product;
  const id = '__parentId' in line ? line.__parentId : line.id;
  const number = Number(id.split('/').pop());
  return id.startsWith(gidOf('Product', '')) ? number === product : Math.floor(number / 10) === product;
}
