import type { DesiredValue } from '../../catalog/building/desired';
import type { FieldKey } from '../../catalog/columns/columns';
import { type Cell, type FieldValue, textsIn, valueCell } from '../../catalog/values/cell';
import type { TagsCommand } from '../../catalog/values/commands';
import { type EditText, editedValue } from '../../catalog/values/edits';
import type { Gid } from '../../catalog/values/gid';
import { nameKey } from '../../catalog/values/plain-name';
import type { ChangeContext } from '../model/item-context';
import type { StoreFields } from '../model/snapshot';
import { canonicalCell } from './canonical';

/** One name for an edit of one field, whichever of its cells asks for it. */
export function editKey(id: Gid, key: FieldKey, text: string): string {
  return `${id}|${key}|${text}`;
}

export interface CountedValue extends DesiredValue {
  /** Text of the cell before, where the cell is to hold the result from now on. */
  readonly counted?: EditText;
}

interface OfField {
  readonly id: Gid;
  readonly key: FieldKey;
  readonly from: FieldValue | null;
}

/**
 * The value that a cell asks for once its edit is counted. A price is counted once, and its cell then holds the result;
 * tags that are added or removed again change nothing, so that their cell stays.
 */
export function countEdit(
  value: DesiredValue,
  { id, key, from }: OfField,
  { counted, tagsCommand }: Pick<ChangeContext, 'counted' | 'tagsCommand'>,
): CountedValue | { readonly problem: (column: string) => string } {
  const { cell } = value;
  if (cell.kind !== 'edit') return value;
  const text = canonicalCell(key, cell) as string;
  const known = counted?.get(editKey(id, key, text));
  if (known !== undefined) return { ...value, cell: valueCell(known) };
  if (cell.edit.kind === 'tags' && tagsCommand)
    return {
      problem: (column) => `${column} has + or -, and Tags Command says ${tagsCommand}. Use one of them.`,
    };
  const to = editedValue(cell.edit, from);
  if (typeof to === 'object' && 'problem' in to) return { problem: (column) => `${column} ${to.problem}.` };
  return {
    ...value,
    cell: valueCell(to) as Cell<FieldValue>,
    ...(cell.edit.kind === 'price' && { counted: { source: cell.edit.source, text } }),
  };
}

/** Whether a cell asks for an edit that is no longer to be counted by this plan. */
export function isTagsEdit(value: DesiredValue | undefined): boolean {
  return value?.cell.kind === 'edit' && value.cell.edit.kind === 'tags';
}

/** The tags that a product is to have, where a row says how its own join those of the store. */
export function joinTags(
  command: TagsCommand,
  asked: FieldValue | null | undefined,
  store: StoreFields['tags'],
): readonly string[] {
  const [own, present] = [textsIn(asked), textsIn(store)];
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
