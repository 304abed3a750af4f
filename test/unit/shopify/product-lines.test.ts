import fc from 'fast-check';
import { gidOf } from '../../../src/catalog/values/gid';
import type { AllProductsLine } from '../../../src/shopify/documents/generated/whole-shop';
import { lineIndex } from '../../../src/shopify/reading/product-lines';

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

const shops = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 8 }).chain((shop) => {
  const lines = shop.flatMap((variants, index) => linesOf(index + 1, variants));
  return fc.shuffledSubarray(lines, { minLength: lines.length });
});

test('each product is read with all of its lines, in whatever order they come, and from any product on', () => {
  fc.assert(
    fc.property(
      shops,
      fc.integer({ min: 1, max: 2_000 }),
      fc.constantFrom(1, 200),
      fc.nat(3),
      (lines, group, gap, from) => {
        const index = lineIndex(group, gap);
        const places: number[] = [];
        let first = 0;
        for (const line of lines) {
          const bytes = Buffer.byteLength(JSON.stringify(line)) + 1;
          index.take(line, { first, last: first + bytes - 1 });
          places.push(first);
          first += bytes;
        }
        const products = lines.filter((line) => !('__parentId' in line));
        const left = new Set(products.slice(from));
        let next = Math.min(from, products.length);
        for (const each of index.groups(from)) {
          expect(each.from).toBe(next);
          next = each.to;
          const within = lines.filter((_, at) =>
            each.spans.some((span) => span.first <= (places[at] ?? 0) && (places[at] ?? 0) <= span.last),
          );
          const own = within.filter((line) => index.isOf(each, line));
          const wanted = products.slice(each.from, each.to);
          const ids = wanted.flatMap((line) => ('id' in line ? [Number(line.id.split('/').pop())] : []));
          expect(own).toHaveLength(each.lines);
          const all = ids.flatMap((id) => lines.filter((line) => isOfProduct(line, id)));
          expect(new Set(own)).toEqual(new Set(all));
          for (const line of wanted) left.delete(line);
        }
        expect(next).toBe(products.length);
        expect(left.size).toBe(0);
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 50) },
  );
});

function isOfProduct(line: AllProductsLine, product: number): boolean {
  const id = '__parentId' in line ? line.__parentId : line.id;
  const number = Number(id.split('/').pop());
  return id.startsWith(gidOf('Product', '')) ? number === product : Math.floor(number / 10) === product;
}
