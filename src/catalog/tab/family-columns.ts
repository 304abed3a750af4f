import type { FamilyFact, FamilyFacts } from '../columns/column';
import type { Column } from '../columns/columns';
import { factOf, isFamilyKey, settledColumn } from '../columns/families';
import { ONE_OF, ONLINE_STORE, type ShopGroup } from '../values/memberships';
import { lackedScopes, SCOPE_USES } from '../values/scope-uses';
import { duplicateReason } from './layout';
import type { LayoutColumn, TabRecognition } from './tab-layout';

/** The facts of the shop that tell what columns of a tab mean. */
export function factsNeeded(recognition: TabRecognition): readonly FamilyFact[] {
  if (recognition.kind === 'ignored') return [];
  return recognition.layout.columns.flatMap(
    ({ column }) => column.lists ?? column.needs ?? factOf(column.key) ?? [],
  );
}

/** Why columns of channels are left alone; it completes a sentence. */
function whyNoChannels(channels: readonly ShopGroup[] = [], isList: boolean): string | undefined {
  if (channels.length === 0) return lackedScopes(SCOPE_USES.publishing.scopes);
  return isList || channels.some(({ handle }) => handle === ONLINE_STORE)
    ? undefined
    : 'the shop has no Online Store. Add that sales channel in Shopify admin.';
}

/** Whether the shop must tell what its header or its cells mean. */
function isOfShop({ key, lists, needs }: Column): boolean {
  return lists !== undefined || needs !== undefined || isFamilyKey(key);
}

/** Gives the columns of families the meaning that they have in the shop; the others stay. */
export function assignFamilyColumns(
  recognition: TabRecognition,
  facts: FamilyFacts | undefined,
): TabRecognition {
  if (recognition.kind === 'ignored' || !facts) return recognition;
  const { layout } = recognition;
  if (!layout.columns.some(({ column }) => isOfShop(column))) return recognition;
  const left: Record<string, string> = {};
  const columns = layout.columns.flatMap((place): LayoutColumn[] => {
    const { key, lists, needs } = place.column;
    const why = needs === 'channels' && whyNoChannels(facts.channels, lists !== undefined);
    if (why) {
      left[place.header] = why;
      return [];
    }
    if (lists) return [{ ...place, groups: { one: ONE_OF[lists], groups: facts[lists] ?? [] } }];
    if (!isFamilyKey(key)) return [place];
    const settled = settledColumn(key, facts);
    if ('why' in settled) {
      left[place.header] = settled.why;
      return [];
    }
    return [{ ...place, column: settled.column, ...(settled.rules.length > 0 && { rules: settled.rules }) }];
  });
  const settled = {
    ...layout,
    columns,
    unsynced: [...layout.unsynced, ...Object.keys(left)],
    whyLeft: { ...layout.whyLeft, ...left },
  };
  const reason = recognition.kind === 'refused' ? recognition.reason : duplicateReason(columns);
  return reason ? { kind: 'refused', layout: settled, reason } : { kind: 'recognised', layout: settled };
}
