import { distinctRows } from '../../catalog/tab/row';
import { updated } from '../compare/messages';
import { digestOf, wholly } from '../compare/piece';
import { shownTexts } from '../compare/shown-change';
import { type ActionKind, alone, none } from '../model/action-kind';
import type { ReorderImages } from '../model/image-actions';
import { target } from '../model/replaced-value';
import { OLD_STAYS } from './describe-images';
import { areEqual, describePlace, IMAGE_ORDER, placedRows, reorderedMemory } from './image-order';
import { afterMoves } from './moves';

const among = (ids: readonly string[], others: readonly string[]) => ids.filter((id) => others.includes(id));

/** Reorders images of a product. */
export const reorderImages: ActionKind<ReorderImages> = {
  rows: ({ places }) => distinctRows(placedRows(places)),
  ...wholly((action) => {
    const { productId: item, ref, from, to, places } = action;
    const [had, wanted] = [digestOf(from), digestOf(to)];
    return [
      {
        key: `${item}|image order|${had}|${wanted}`,
        kind: 'imageOrder',
        ref,
        rows: distinctRows(placedRows(places)),
        column: places[0]?.column ?? IMAGE_ORDER,
        target: target(item, 'image order'),
        item,
        from: had,
        to: wanted,
        value: null,
        words: () => places.map(describePlace).join(', '),
        shows: () =>
          shownTexts(
            IMAGE_ORDER,
            places.map((place) => place.from).join(', '),
            places.map((place) => place.to).join(', '),
          ),
        sends: () => [item, from, to],
      },
    ];
  }),
  fields: none,
  foretell: ({ places, productId, followedBy }) =>
    followedBy ? [] : places.map((place) => updated(place.ref, describePlace(place), productId)),
  count: () => ({ change: { imageOrders: 1 } }),
  replaces: ({ productId: id, now: from, moves, ref, places, followedBy }) => {
    const column = places[0]?.column ?? IMAGE_ORDER;
    return followedBy ? [] : [{ kind: 'image-order', id, from, to: afterMoves(from, moves), ref, column }];
  },
  settle({ productId, to, sheet, places, followedBy }, { written, base }) {
    const known = base.product(productId);
    if (!known) return undefined;
    const order = written.media.filter((id) => to.includes(id));
    const there = to.filter((id) => order.includes(id));
    // What takes the place of another image is remembered once it is alone.
    // After an undo the cells say another order still, and an image may have gone meanwhile: the next sync tells of both.
    const isApart = there.length < to.length || !areEqual(among(sheet, order), among(order, sheet));
    const memory = { ...reorderedMemory(known, sheet, order), ...(isApart && { isOpen: true as const }) };
    const records = followedBy ? [] : [memory];
    if (areEqual(order, there)) return { records };
    // Somebody moved or removed an image meanwhile, so the positions belonged to other images.
    const message = `${IMAGE_ORDER}: the images of this product changed in Shopify meanwhile. Sync again.`;
    const untaken = places.map(({ ref, column }) => ({
      ref,
      ...(column && { column }),
      status: 'not-synced' as const,
      message,
    }));
    return { records: [], untaken };
  },
  afterRefusal: ({ followedBy }) =>
    followedBy
      ? OLD_STAYS
      : 'The images stay in the order that Shopify has. Sync again, or move them in Shopify admin.',
  asksAgain: none,
  ...alone,
  // Shopify continues after the answer, and the result is read then.
  canGoInBulk: () => false,
};
