import { gidNumber } from '../../shop/state/ids';
import type { MetafieldDefinition } from '../../shop/state/metafield';
import { id, type SearchFields, text, word } from './search-fields';

/** The filters of `metafieldDefinitions(query:)` in the schema's description; the store keeps no times of definitions. */
export const metafieldDefinitionSearchFields: SearchFields<MetafieldDefinition> = {
  id: id((definition) => [gidNumber(definition.id)]),
  key: word(({ key }) => [key], { isDefault: true }),
  name: text(({ name }) => [name], { isDefault: true }),
  namespace: word(({ namespace }) => [namespace], { isDefault: true }),
  owner_type: word(({ ownerType }) => [ownerType]),
  type: word(({ type }) => [type]),
};
