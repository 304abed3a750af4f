import { CLEAR_WORD } from '../../catalog/values/cell';
import { fileName } from '../../catalog/values/image-address';
import { show, updated } from '../compare/messages';
import { wholly } from '../compare/piece';
import { shownTexts } from '../compare/shown-change';
import { type ActionKind, alone, none } from '../model/action-kind';
import type { DetachImage } from '../model/image-actions';
import { target, VARIANT_IMAGE } from '../model/replaced-value';

/** A variant shows no image of its own any more; the image stays on the product. */
export const detachImage: ActionKind<DetachImage> = {
  rows: ({ ref }) => [ref],
  ...wholly((action) => {
    const { variant: item, mediaId, url, ref, column } = action;
    const own = target(item, VARIANT_IMAGE);
    return [
      {
        key: `${own}|${mediaId}|`,
        kind: 'variantImage',
        ref,
        rows: [ref],
        column,
        target: own,
        item,
        from: url,
        to: '',
        value: null,
        words: () => describeDetached(action),
        shows: () => shownTexts(column, fileName(url), ''),
        sends: () => [item, mediaId, ''],
      },
    ];
  }),
  fields: none,
  foretell: (action) => [updated(action.ref, describeDetached(action), action.variant)],
  count: () => ({ change: { variantImages: 1 } }),
  replaces: ({ variant: id, productId, mediaId, url, ref, column }) => [
    { kind: 'variant-image', id, productId, mediaId, url, from: url, to: '', ref, column },
  ],
  settle({ ref, variant }, { base, isTaken }) {
    const known = base.variant(variant);
    if (!isTaken(ref)) return undefined;
    return { records: known ? [{ ...known, image: CLEAR_WORD }] : [] };
  },
  afterRefusal: () => 'The variant still shows it. Sync again, or take it off in Shopify admin.',
  asksAgain: none,
  ...alone,
  canGoInBulk: () => false,
};

function describeDetached({ column, url }: DetachImage): string {
  return `${column}: ${show(fileName(url))} → (none)`;
}
