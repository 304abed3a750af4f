import type { ChangeView } from '../../answers/waiting';
import { smallPhoto } from '../../catalog/tab/photo-column';
import type { RowRef } from '../../catalog/tab/row';
import type { RowItem } from '../../plan/identity/row-item';
import { photoOf } from '../../plan/media/find-media';
import type { StoreSnapshot } from '../../plan/model/snapshot';
import { LINE_WORDS, type PreviewLine } from '../../plan/preview/list-changes';
import type { RowName } from '../../plan/preview/name-rows';
import { groupsOf } from '../ground/settings';
import { tickedLimit } from '../run/run-limit';
import { MOST_TICKS, type ShownPreview } from './arguments';
import type { Wanted } from './start-run';

/** Lines that are not sent, on the same page. */
const MOST_OTHERS = 200;

interface Shown {
  readonly lines: readonly PreviewLine[];
  readonly nameOf: (ref: RowRef) => RowName;
  readonly linkTo: (item: RowItem) => string;
  /** The part of the store that was read. */
  readonly snapshot: Pick<StoreSnapshot, 'products' | 'variants'>;
}

/** Changes for a page on which each can be ticked; no list where there are too many. */
export function viewChanges({ lines, nameOf, linkTo, snapshot }: Shown) {
  const sent = lines.filter(({ tick }) => tick !== undefined);
  if (sent.length > MOST_TICKS) return { changeCount: sent.length, changes: [] };
  const asked = lines.filter(({ kind }) => kind === 'error' || kind === 'skipped' || kind === 'conflict');
  const view = ({ kind, ref, change, why, tick }: PreviewLine): ChangeView => {
    const { item, ...name } = nameOf(ref);
    const { size: _, ...shown } = change;
    const photo = item && smallPhoto(photoAt(item, snapshot));
    return {
      ...ref,
      ...name,
      ...shown,
      why,
      what: LINE_WORDS[kind],
      tick: tick ?? null,
      ...(item && { link: linkTo(item) }),
      ...(photo && { photo }),
    };
  };
  return {
    changeCount: sent.length,
    changes: [...asked.slice(0, MOST_OTHERS), ...sent].map(view),
  };
}

/** Photo of an item, as far as its images were read. */
function photoAt({ productId, variantId }: RowItem, { products, variants }: Shown['snapshot']): string {
  return photoOf(variantId && variants.get(variantId), products.get(productId) ?? { media: [] });
}

/** A preview is sent as a whole, or as far as a person ticked it. */
export function sendingOf({ preview, ticks }: ShownPreview): Wanted {
  const groups = groupsOf(undefined);
  return ticks
    ? { groups, limit: tickedLimit(ticks), ticks }
    : { groups, limit: { kind: 'preview', id: preview } };
}
