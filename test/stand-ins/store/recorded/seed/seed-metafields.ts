import { isoTime } from '../../../../../local/store/graphql/execution/context';
import type { EmbeddedStore } from '../../../../../local/store/store-types';
import type { Contract, Json } from '../recordings';
import type { KnownThing } from './known-things';

type Tree = { readonly [key: string]: Json };

const ownerTypes: Readonly<Record<string, string>> = {
  Collection: 'COLLECTION',
  Location: 'LOCATION',
  Product: 'PRODUCT',
  ProductVariant: 'PRODUCTVARIANT',
  Shop: 'SHOP',
};

const text = (value: Json | undefined, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise;
const typeOf = (id: string): string => id.split('/')[3] ?? '';

/** Metafields that the scenario shows on their owner, and those it deletes without having made them. */
export function seedMetafields(
  contract: Contract,
  things: readonly KnownThing[],
  store: EmbeddedStore,
): void {
  for (const { id, fields, insideOf } of things) {
    if (typeOf(id) === 'Metafield' && insideOf) put(store, id, insideOf, fields);
  }
  const made = JSON.stringify(contract.requests.map((request) => request.answer));
  for (const request of contract.requests) {
    if (!request.document.includes('metafieldsDelete')) continue;
    const named = (request.variables as Tree | null)?.metafields;
    for (const identifier of Array.isArray(named) ? (named as Tree[]) : []) {
      const isShown = made.includes(`"key":${JSON.stringify(identifier.key)},"type"`);
      const isDeleted = JSON.stringify(request.answer).includes(`"key":${JSON.stringify(identifier.key)}`);
      if (!isShown && isDeleted)
        put(store, store.state.newId('Metafield'), text(identifier.ownerId, ''), identifier);
    }
  }
}

function put({ state, options }: EmbeddedStore, id: string, ownerId: string, fields: Tree): void {
  const ownerType = ownerTypes[typeOf(ownerId)];
  if (!ownerType) return;
  const now = isoTime(options.now());
  state.metafields.put({
    id,
    ownerId,
    ownerType,
    namespace: text(fields.namespace, 'custom'),
    key: text(fields.key, 'key'),
    type: text(fields.type, 'single_line_text_field'),
    value: text(fields.value, 'seeded'),
    createdAt: now,
    updatedAt: now,
  });
}
