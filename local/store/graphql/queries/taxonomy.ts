import { allCategories, type TaxonomyCategory } from '../../shop/taxonomy/categories';
import { connection, type PageArgs } from '../connections';
import type { ObjectFields } from '../execution/field-resolver';

interface CategoriesArgs extends PageArgs {
  readonly search?: string | null;
  readonly childrenOf?: string | null;
  readonly descendantsOf?: string | null;
  readonly siblingsOf?: string | null;
}

/** Top-level categories unless something is asked for (schema). */
function chosen(args: CategoriesArgs): readonly TaxonomyCategory[] {
  const all = allCategories();
  if (args.search) {
    const words = args.search.toLowerCase().split(/\s+/).filter(Boolean);
    return all.filter((category) => words.every((word) => category.fullName.toLowerCase().includes(word)));
  }
  if (args.childrenOf) return all.filter((category) => category.parentId === args.childrenOf);
  if (args.descendantsOf) {
    return all.filter((category) => category.ancestorIds.includes(args.descendantsOf ?? ''));
  }
  if (args.siblingsOf) {
    const self = all.find((category) => category.id === args.siblingsOf);
    return all.filter((category) => self && category.parentId === self.parentId && category !== self);
  }
  return all.filter((category) => category.isRoot);
}

export const taxonomyFields: ObjectFields<object> = {
  categories: (_taxonomy, args: CategoriesArgs) => connection(chosen(args), args),
};

export const taxonomy = () => ({});
