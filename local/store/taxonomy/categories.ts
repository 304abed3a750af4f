import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TaxonomyCategory {
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  /** 1 for a top-level category. */
  readonly level: number;
  readonly isRoot: boolean;
  readonly isLeaf: boolean;
  readonly isArchived: boolean;
  readonly parentId: string | null;
  readonly ancestorIds: readonly string[];
  readonly childrenIds: readonly string[];
}

const prefix = 'gid://shopify/TaxonomyCategory/';

let known: ReadonlyMap<string, TaxonomyCategory> | undefined;

/** A part of Shopify's product taxonomy with its real ids and names; see categories.txt. */
export function allCategories(): readonly TaxonomyCategory[] {
  return [...categories().values()];
}

export const findCategory = (id: string): TaxonomyCategory | null => categories().get(id) ?? null;

function categories(): ReadonlyMap<string, TaxonomyCategory> {
  known ??= parseCategories(readFileSync(join(__dirname, 'categories.txt'), 'utf8'));
  return known;
}

/** Lines of Shopify's own form, `gid : A > B > C`; a `!` in front marks one that has children not listed here. */
function parseCategories(text: string): ReadonlyMap<string, TaxonomyCategory> {
  const names = new Map<string, { fullName: string; hasUnlistedChildren: boolean }>();
  for (const line of text.split('\n')) {
    const [, mark, id, fullName] = /^(!?)\s*(gid:\S+)\s*:\s*(.+)$/.exec(line.trim()) ?? [];
    if (id && fullName) names.set(id, { fullName, hasUnlistedChildren: mark === '!' });
  }
  const children = new Map<string, string[]>();
  for (const id of names.keys()) {
    const parent = parentOf(id);
    if (parent) children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  const parsed = new Map<string, TaxonomyCategory>();
  for (const [id, { fullName, hasUnlistedChildren }] of names) {
    const ancestorIds = ancestorsOf(id);
    const childrenIds = children.get(id) ?? [];
    parsed.set(id, {
      id,
      name: fullName.split(' > ').at(-1) ?? fullName,
      fullName,
      level: ancestorIds.length + 1,
      isRoot: ancestorIds.length === 0,
      isLeaf: childrenIds.length === 0 && !hasUnlistedChildren,
      isArchived: false,
      parentId: parentOf(id),
      ancestorIds,
      childrenIds,
    });
  }
  return parsed;
}

/** `ap-2-7` → `ap-2`; `ap` → null. */
function parentOf(id: string): string | null {
  const short = id.slice(prefix.length);
  return short.includes('-') ? `${prefix}${short.replace(/-[^-]+$/, '')}` : null;
}

function ancestorsOf(id: string): readonly string[] {
  const parent = parentOf(id);
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}
