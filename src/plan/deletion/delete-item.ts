import { fieldOf } from '../../catalog/columns/columns';
import type { VariantId } from '../../catalog/values/gid';
import { wholly } from '../compare/piece';
import { NO_NUMBER } from '../compare/shown-change';
import { type ActionKind, alone, none } from '../model/action-kind';
import type { DeleteItem } from '../model/deleted-item';
import { target } from '../model/replaced-value';
import { afterRefusedDeletion } from './refused-deletion';

/** Deletes a product with all that belongs to it, or one variant of it. Nothing else of the item is sent with it. */
export const deleteItem: ActionKind<DeleteItem> = {
  rows: ({ rows }) => rows,
  ...wholly((action) => {
    const { kept, ref, rows, column, kind } = action;
    return [
      {
        key: deletionKey(action),
        kind: 'deletion',
        ref,
        rows,
        column,
        target: target(kept.id, 'deletion'),
        item: kept.id,
        from: kept.handle,
        to: '',
        value: null,
        words: () => `Deletion of ${action.name}`,
        shows: () => ({ field: column, from: `(${action.name})`, to: '(deleted)', ...NO_NUMBER }),
        sends: () => [kind, kept.id],
        heldWhole: 'Its deletion',
      },
    ];
  }),
  fields: none,
  foretell: ({ rows, name, kept }) =>
    rows.map((ref) => ({
      ref,
      status: 'updated',
      message: `Deleted: ${name}. An undo of this run creates it again, with new IDs. Remove this row to keep it deleted.`,
      shopifyId: kept.id,
    })),
  count: ({ kind, kept }) => ({
    delete: kind === 'delete-product' ? { products: 1, variants: kept.variants.length } : { variants: 1 },
  }),
  replaces: none,
  settle({ ref, kept, kind }, { base, isTaken }) {
    if (!isTaken(ref)) return undefined;
    const known =
      kind === 'delete-product'
        ? [base.product(kept.productId) ?? [], base.variantsOf(kept.productId)].flat()
        : [base.variant(kept.id as VariantId) ?? []].flat();
    return { records: known.map((record) => ({ ...record, isDeleted: true as const })) };
  },
  afterRefusal: afterRefusedDeletion,
  asksAgain: none,
  ...alone,
  // A bulk operation may run a line twice, and nobody would notice.
  canGoInBulk: () => false,
};

/** The key changes when the handle, the variants or the stock of the item change, so that a person is asked again. */
export function deletionKey({ kind, kept }: Pick<DeleteItem, 'kind' | 'kept'>): string {
  const stock = kept.variants.map(({ levels }) => levels.map(([, available]) => available).join('+'));
  return `${kind}|${kept.id}|${kept.handle}|${stock.join('/')}`;
}

/** `“Hat” with 2 variants` */
export function nameOfDeletion({ kind, kept }: Pick<DeleteItem, 'kind' | 'kept'>): string {
  const title = String(kept.fields.title ?? kept.handle);
  const short = title.length > 60 ? `${title.slice(0, 59)}…` : title;
  const [variant, ...others] = kept.variants;
  if (kind === 'delete-variant') {
    const sku = variant?.fields[fieldOf('sku').key];
    return `the variant ${variant?.optionValues.join(' / ')} of “${short}”${sku ? ` (SKU ${sku})` : ''}`;
  }
  return `the product “${short}”${others.length > 0 ? ` with ${others.length + 1} variants` : ''}`;
}
