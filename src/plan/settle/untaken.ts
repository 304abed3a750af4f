import type { Gid } from '../../catalog/values/gid';
import { optionKey } from '../../catalog/values/option-key';
import { showField } from '../compare/messages';
import { wasTaken } from '../compare/pairs';
import type { FieldChange, SyncAction } from '../model/action';
import type { Written } from '../model/batch-outcome';
import type { RowOutcome } from '../model/row-outcome';
import type { StoreFields } from '../model/snapshot';

interface Untaken {
  readonly changes: ReadonlySet<FieldChange>;
  readonly outcomes: readonly RowOutcome[];
}

/** What was sent without an error and is not what Shopify answers: it is not in step, and is sent again. */
export function untaken(action: SyncAction, { products: [product], variants }: Written): Untaken {
  const changes = new Set<FieldChange>();
  const outcomes: RowOutcome[] = [];
  const compare = (sent: readonly FieldChange[], item: { id: Gid; fields: StoreFields } | undefined) => {
    for (const change of sent) {
      if (!item || wasTaken(change, item.fields)) continue;
      const { key, ref, column } = change;
      const has = showField(key, item.fields[key] ?? null);
      const message = `${column} was sent, and Shopify still has ${has}. Look at it in Shopify admin, or sync again.`;
      changes.add(change);
      outcomes.push({ ref, status: 'not-synced', message, shopifyId: item.id });
    }
  };
  switch (action.kind) {
    case 'create-product':
    case 'create-variants': {
      const byOptions = new Map(variants.map((variant) => [optionKey(variant.optionValues), variant]));
      if ('changes' in action) compare(action.changes, product);
      for (const variant of action.variants)
        compare(variant.changes, byOptions.get(optionKey(variant.optionValues)));
      break;
    }
    case 'update-product':
      compare(action.changes, product);
      break;
    case 'update-variants': {
      const byId = new Map(variants.map((variant) => [variant.id, variant]));
      for (const { id, changes: sent } of action.variants) compare(sent, byId.get(id));
      break;
    }
    case 'add-tags':
    case 'remove-tags':
    case 'publish':
    case 'unpublish':
    case 'update-alt-text':
    case 'rename-option-value':
    case 'set-stock':
    case 'activate-stock':
  }
  return { changes, outcomes };
}

/** The action as it was taken. */
export function withoutChanges(action: SyncAction, left: ReadonlySet<FieldChange>): SyncAction {
  if (left.size === 0) return action;
  const taken = <Item extends { readonly changes: readonly FieldChange[] }>(item: Item): Item => ({
    ...item,
    changes: item.changes.filter((change) => !left.has(change)),
  });
  if (action.kind === 'update-product') return taken(action);
  return action.kind === 'update-variants' ? { ...action, variants: action.variants.map(taken) } : action;
}
