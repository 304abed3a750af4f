import type { EmbeddedStore } from '../../../../../local/store/store-types';
import type { Contract } from '../recordings';
import type { KnownThing } from './known-things';
import { neededIds } from './needs-seed';

const ofType = (things: readonly KnownThing[], type: string): KnownThing[] =>
  things.filter((thing) => thing.id.startsWith(`gid://shopify/${type}/`));

const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);

/** The recorded locations take the place of the fresh store's own. */
export function seedLocations(
  contract: Contract,
  things: readonly KnownThing[],
  { state }: EmbeddedStore,
): void {
  const named = neededIds(contract).filter((id) => id.startsWith('gid://shopify/Location/'));
  const known = ofType(things, 'Location');
  const ids = [...new Set([...known.map((thing) => thing.id), ...named])].sort();
  const template = state.locations.all()[0];
  if (ids.length === 0 || !template) return;
  state.locations.delete(template.id);
  for (const [index, id] of ids.entries()) {
    const fields = known.find((thing) => thing.id === id)?.fields;
    state.locations.put({
      ...template,
      id,
      name: text(fields?.name, `Location ${index + 1}`),
      isPrimary: index === 0,
    });
  }
}

export function seedPublications(
  contract: Contract,
  things: readonly KnownThing[],
  { state }: EmbeddedStore,
): void {
  const named = neededIds(contract).filter((id) => id.startsWith('gid://shopify/Publication/'));
  for (const id of new Set([...named, ...ofType(things, 'Publication').map((thing) => thing.id)])) {
    state.publications.put({ id, name: `Channel ${id.slice(-4)}`, isOfThisApp: false });
  }
}

export function seedDefinitions(
  contract: Contract,
  things: readonly KnownThing[],
  { state }: EmbeddedStore,
): void {
  for (const { id, fields } of ofType(things, 'MetafieldDefinition')) {
    const type = fields.type as { readonly name?: string } | undefined;
    state.metafieldDefinitions.put({
      ...plainDefinition,
      id,
      ownerType: text(fields.ownerType, 'PRODUCT'),
      namespace: text(fields.namespace, 'custom'),
      key: text(fields.key, 'key'),
      name: text(fields.name, 'Definition'),
      type: type?.name ?? 'single_line_text_field',
      pinnedPosition: null,
    });
  }
  seedPinned(contract, state);
}

/** As many pinned definitions as the scenario's setup says that there were. */
function seedPinned({ setup }: Contract, state: EmbeddedStore['state']): void {
  const told = ((setup as { readonly setup?: object })?.setup ?? {}) as Readonly<Record<string, unknown>>;
  for (let position = 1; position <= Number(told.targetPinnedBaseline ?? 0); position += 1) {
    state.metafieldDefinitions.put({
      ...plainDefinition,
      id: state.newId('MetafieldDefinition'),
      namespace: text(told.fillerNamespace, 'filler'),
      key: `pin_${position}`,
      pinnedPosition: position,
    });
  }
}

const plainDefinition = {
  ownerType: 'PRODUCT',
  name: 'Definition',
  description: null,
  type: 'single_line_text_field',
  validations: [],
  access: {},
  capabilities: { adminFilterable: false, smartCollectionCondition: false, uniqueValues: false },
  standardTemplateId: null,
};
