import { chunk, groupBy } from '../../catalog/values/arrays';
import { describeText, updated } from '../compare/messages';
import { wholly } from '../compare/piece';
import { shownTexts } from '../compare/shown-change';
import { type ActionKind, JOINED_MOST, none } from '../model/action-kind';
import type { Pair } from '../model/base';
import type { UpdateAltText } from '../model/image-actions';
import { target } from '../model/replaced-value';

export const ALT_TEXT = 'Image alt text';

export const updateAltText: ActionKind<UpdateAltText> = {
  rows: ({ ref }) => [ref],
  ...wholly((action) => {
    const { productId: item, url, from, alt: to, ref, column } = action;
    return [
      {
        key: `${item}|alt ${url}|${from}|${to}`,
        kind: 'altText',
        ref,
        rows: [ref],
        column,
        target: target(item, `alt ${url}`),
        item,
        from,
        to,
        value: null,
        words: () => describeText({ column: ALT_TEXT, from, to }),
        shows: () => shownTexts(ALT_TEXT, from, to),
        sends: () => action,
      },
    ];
  }),
  fields: none,
  foretell: ({ ref, productId, from, alt: to }) => [
    updated(ref, describeText({ column: ALT_TEXT, from, to }), productId),
  ],
  count: () => ({ change: { altTexts: 1 } }),
  replaces: ({ productId: id, mediaId, url, from, alt: to, ref, column }) => [
    { kind: 'alt-text', id, mediaId, url, from, to, ref, column },
  ],
  settle({ ref, productId, url, sheet, alt }, { base, isTaken }) {
    const known = base.product(productId);
    const alts = { ...known?.alts, [url]: [sheet, alt] as Pair };
    return isTaken(ref) ? { records: known ? [{ ...known, alts }] : [] } : undefined;
  },
  afterRefusal: () => 'The alt text stays as it was. Correct the cell, then sync again.',
  asksAgain: none,
  /** One request changes the alt texts of one product. */
  batches: (actions, { limits }) =>
    [...groupBy(actions, ({ productId }) => productId).values()]
      .flatMap((ofProduct) => chunk(ofProduct, limits.listEntries))
      .map((part) => ({ kind: 'update-alt-text', actions: part })),
  writtenIn: 'rows',
  joins: JOINED_MOST,
  newVariants: none,
  canGoInBulk: () => true,
};
