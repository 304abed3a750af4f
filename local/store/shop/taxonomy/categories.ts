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
let isWhole = false;

/** A part of Shopify's product taxonomy with its real ids and names; see categories.txt. */
export function allCategories(): readonly TaxonomyCategory[] {
  return [...categories().values()];
}

export const findCategory = (id: string): TaxonomyCategory | null =>
  categories().get(id) ?? unlistedCategory(id);

/**
 * Knows from here on the categories of Shopify's published file (`dist/…/categories.txt` of github.com/Shopify/product-taxonomy)
 * and no others.
 */
export function useTaxonomy(text: string): void {
  const parsed = parseCategories(text);
  if (parsed.size === 0)
    throw new Error('it has no line such as “gid://shopify/TaxonomyCategory/ap : Animals & Pet Supplies”');
  known = parsed;
  isWhole = true;
}

/** Back to the part that comes with the store. */
export function forgetTaxonomy(): void {
  known = undefined;
  isWhole = false;
}

/** The part has a few of the thousands: an id of their form below a known top-level category is one of them, without its name. */
function unlistedCategory(id: string): TaxonomyCategory | null {
  const [, root = ''] = /^gid:\/\/shopify\/TaxonomyCategory\/([a-z]{2,3})(?:-\d{1,4}){1,8}$/.exec(id) ?? [];
  if (isWhole || !categories().has(`${prefix}${root}`)) return null;
  const parent = findCategory(parentOf(id) ?? '');
  const name = id.slice(prefix.length);
  return {
    id,
    name,
    fullName: parent ? `${parent.fullName} > ${name}` : name,
    level: ancestorsOf(id).length + 1,
    isRoot: false,
    isLeaf: true,
    isArchived: false,
    parentId: parentOf(id),
    ancestorIds: ancestorsOf(id),
    childrenIds: [],
  };
}

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
