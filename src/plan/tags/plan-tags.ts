import { textsIn } from '../../catalog/values/cell';
import { nameKey } from '../../catalog/values/plain-name';
import type { ChangeTags, FieldChange } from '../model/action';
import type { Pair } from '../model/base';
import type { StoreProduct } from '../model/snapshot';

/**
 * Tags are merged: what the sheet gained is added, what it lost is removed, and what an app or a colleague tagged in
 * between stays. Without a known base the sheet was chosen to count, so it counts wholly.
 */
export function planTags(store: StoreProduct, change: FieldChange, base: Pair | undefined): ChangeTags[] {
  const wanted = new Map(textsIn(change.to).map((tag) => [nameKey(tag), tag]));
  const present = new Map(textsIn(change.from).map((tag) => [nameKey(tag), tag]));
  const lost = base ? (base[0] ?? '').split(',').filter(Boolean) : [...present.keys()];
  const added = [...wanted].filter(([key]) => !present.has(key)).map(([, tag]) => tag);
  const removed = lost
    .filter((key) => !wanted.has(key) && present.has(key))
    .map((key) => present.get(key) as string);
  const common = { ref: change.ref, productId: store.id, change };
  const actions: ChangeTags[] = [];
  if (added.length)
    actions.push({ ...common, kind: 'add-tags', tags: added, completes: removed.length === 0 });
  if (removed.length) actions.push({ ...common, kind: 'remove-tags', tags: removed, completes: true });
  return actions;
}
