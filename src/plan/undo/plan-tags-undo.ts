import { canonicalTags } from '../../catalog/values/tags';
import type { ReplacedTags } from '../model/replaced-value';
import { planTags } from '../tags/plan-tags';
import { without } from './fold-replaced';
import type { UndoContext } from './undo-context';
import { placeOf } from './undo-place';

/** Takes off the tags that a run added and puts back those that it removed; what others tagged meanwhile stays. */
export function planTagsUndo(replaced: ReplacedTags, context: UndoContext): void {
  const { snapshot, draft, base } = context;
  const { ref, column, sheet } = placeOf(replaced, context, base);
  const store = snapshot.products.get(replaced.id);
  if (!store) {
    draft.say(ref, 'skipped', 'This product is no longer in Shopify, so nothing of it was undone.');
    return;
  }
  const present = Array.isArray(store.fields.tags) ? (store.fields.tags as readonly string[]) : [];
  const kept = without(present, replaced.added);
  const to = [...kept, ...without(replaced.removed, kept)];
  const change = { key: 'tags', from: present, to, sheet, ref, column } as const;
  draft.actions.push(...planTags(ref, store, change, [canonicalTags(replaced.added), '']));
}
