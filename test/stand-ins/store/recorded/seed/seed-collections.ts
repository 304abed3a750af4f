import type { EmbeddedStore } from '../../../../../local/store/store-types';
import type { Contract, Json } from '../recordings';
import type { KnownThing } from './known-things';
import { neededIds } from './needs-seed';

type Tree = { readonly [key: string]: Json };

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
const isOf = (type: string, id: Json | undefined): id is string =>
  typeof id === 'string' && id.startsWith(`gid://shopify/${type}/`);

/** The collections that the scenario names or shows, with the products it shows in them, in the order of its setup. */
export function seedCollections(
  contract: Contract,
  things: readonly KnownThing[],
  { state, options }: EmbeddedStore,
): void {
  const order = things.map(({ id }) => id);
  const shown = shownMembers(contract);
  const known = new Map(things.flatMap((thing) => (isOf('Collection', thing.id) ? [[thing.id, thing]] : [])));
  const named = neededIds(contract).filter((id) => isOf('Collection', id));
  for (const id of new Set([...known.keys(), ...named])) {
    const { fields, insideOf } = known.get(id) ?? { fields: {} as Tree, insideOf: null };
    const members = [...(shown.get(id) ?? [])].sort(
      (one, other) => order.indexOf(one) - order.indexOf(other),
    );
    state.collections.put({
      id,
      title: text(fields.title, 'Collection'),
      handle: text(fields.handle, 'collection'),
      descriptionHtml: text(fields.descriptionHtml, ''),
      sortOrder: text(fields.sortOrder, 'BEST_SELLING'),
      templateSuffix: typeof fields.templateSuffix === 'string' ? fields.templateSuffix : null,
      seo: seoOf(fields),
      ruleSet: null,
      productIds: insideOf?.includes('/Product/') ? [insideOf] : members,
      rulesApplyFromMs: 0,
      updatedAt: new Date(options.now()).toISOString(),
    });
  }
}

const seoOf = ({ seo }: Tree) => {
  const { title = null, description = null } = (seo ?? {}) as Readonly<Record<string, string | null>>;
  return { title, description };
};

/** Products in a list directly below a collection, wherever an answer has one. */
function shownMembers(contract: Contract): ReadonlyMap<string, ReadonlySet<string>> {
  const members = new Map<string, Set<string>>();
  const visit = (value: Json): void => {
    if (value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    const tree = value as Tree;
    if (isOf('Collection', tree.id)) {
      const below = Object.values(tree).flatMap(
        (one) => (one as { nodes?: readonly Tree[] } | null)?.nodes ?? [],
      );
      const products = below.flatMap(({ id }) => (isOf('Product', id) ? [id] : []));
      members.set(tree.id, new Set([...(members.get(tree.id) ?? []), ...products]));
    }
    for (const item of Object.values(tree)) visit(item);
  };
  for (const { answer } of contract.requests) visit(answer);
  return members;
}
