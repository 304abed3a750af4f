import type { FieldValue } from '../../catalog/values/cell';
import type { TagsCommand } from '../../catalog/values/commands';
import { nameKey } from '../../catalog/values/plain-name';
import type { StoreFields } from '../model/snapshot';

/** The tags that a product is to have, where a row says how its own join those of the store. */
export function joinTags(
  command: TagsCommand,
  asked: FieldValue | null | undefined,
  store: StoreFields['tags'],
): readonly string[] {
  const [own, present] = [asTags(asked), asTags(store)];
  const has = (tags: readonly string[], tag: string) =>
    tags.some((candidate) => nameKey(candidate) === nameKey(tag));
  switch (command) {
    case 'REPLACE':
      return own;
    case 'MERGE':
      return [...present, ...own.filter((tag) => !has(present, tag))];
    case 'DELETE':
      return present.filter((tag) => !has(own, tag));
  }
}

function asTags(value: FieldValue | null | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
