import { distinctRows } from '../../catalog/tab/row';
import { describeChange, doubtsOf, show } from '../compare/messages';
import { hasPrice, type Makes, NewPiece, skusOf } from '../compare/new-piece';
import { digestOf, wholly } from '../compare/piece';
import { untakenOf } from '../compare/untaken';
import type { CreateProduct } from '../model/action';
import { type ActionKind, none } from '../model/action-kind';
import { countImages, countVariants, rowsOfNewVariant } from '../model/planned';
import type { RowOutcome } from '../model/row-outcome';
import { PUBLISHED } from '../publishing/change-publishing';
import { answersTo, foretellNew } from './create-variants';
import { createdProduct } from './created-records';
import { isVisible } from './prices';
import { splitCreation } from './split-creation';

/** Creates a product with its variants and images, as a whole or not at all. */
export const createProduct: ActionKind<CreateProduct> = {
  rows: (action) =>
    distinctRows([...rowsCreatedAtOnce(action), ...(action.later ?? []).flatMap(rowsOfNewVariant)]),
  ...wholly((action) => [new NewPiece(action, NEW_PRODUCT)]),
  fields: ({ changes, variants, later = [] }) => [{ changes }, ...variants, ...later],
  foretell(action, isPreview) {
    const { publishing, channels = [] } = action;
    const told = [
      ...foretellNew(rowsCreatedAtOnce(action), [action, ...action.variants]),
      ...doubtsOf([...action.changes, ...action.variants.flatMap(({ changes }) => changes)]),
    ];
    if (!isPreview) return told;
    const follows: RowOutcome[] =
      publishing.kind === 'publish'
        ? [{ ref: publishing.ref, status: 'updated', message: `${PUBLISHED}.` }]
        : [];
    const joins = channels.flatMap(({ ref, change, beside = [] }) =>
      [change, ...beside].map(
        (each): RowOutcome => ({ ref, status: 'updated', message: `${describeChange(each)}.` }),
      ),
    );
    return [...told, ...follows, ...joins];
  },
  count({ variants, later = [], images, publishing }) {
    const all = [...variants, ...later];
    const urls = [...images.map(({ url }) => url), ...all.flatMap(({ imageUrl }) => imageUrl ?? [])];
    const counted = countVariants(all);
    return {
      create: {
        ...counted,
        ...countImages(urls),
        products: 1,
        // Shopify gives a product without variants a default one.
        variants: counted.variants + (variants.length === 0 ? 1 : 0),
      },
      publish: publishing.kind === 'publish' ? 1 : 0,
    };
  },
  replaces: none,
  settle(action, { written, base }) {
    const created = createdProduct(action, written, base);
    const [product] = written.products;
    if (!created || !product) return undefined;
    return {
      ...created,
      created: [{ kind: 'created', ref: action.ref, id: product.id }],
      untaken: untakenOf([[action.changes, product], ...answersTo(action.variants, written)]).outcomes,
    };
  },
  asksAgain: none,
  batches: (actions, { limits }) =>
    actions.map((action) => ({ kind: 'create-product', action: splitCreation(action, limits) })),
  writtenIn: 'rows',
  joins: 1,
  newVariants: ({ variants, later = [] }) => [...variants, ...later],
  // Sent twice, the second creation is refused, because its handle is taken.
  canGoInBulk: () => true,
};

const NEW_PRODUCT: Makes<CreateProduct> = {
  heldWhole: 'Its new product',
  key: ({ handle, changes, variants }) => `new|${handle}|${digestOf([changes, ...variants])}`,
  rows: (action) => createProduct.rows(action),
  what({ handle, changes }) {
    const title = changes.find(({ key }) => key === 'title')?.to ?? handle;
    return `New product ${show(String(title))}`;
  },
  creates: ({ handle, changes, variants, later = [] }) => ({
    productId: undefined,
    names: [handle],
    isVisible: changes.some(({ key, to }) => key === 'status' && isVisible(to)),
    hasPrice: variants.length > 0 && variants.every(hasPrice),
    skus: skusOf([...variants, ...later]),
  }),
  sends: (action) => action,
};

/** Rows of a new product without those of variants that follow. */
function rowsCreatedAtOnce({ rows, variants }: CreateProduct) {
  return distinctRows([...rows, ...variants.flatMap(rowsOfNewVariant)]);
}
