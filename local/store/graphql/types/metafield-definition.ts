import type { Metafield, MetafieldDefinition } from '../../shop/state/metafield';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import type { ObjectFields } from '../execution/field-resolver';

const metafieldsUnder = (definition: MetafieldDefinition, { state }: ExecutionContext): Metafield[] =>
  state.metafields
    .all()
    .filter(
      (metafield) =>
        metafield.ownerType === definition.ownerType &&
        metafield.namespace === definition.namespace &&
        metafield.key === definition.key,
    );

/** Category of a type in Shopify's list of metafield types (https://shopify.dev/docs/apps/build/custom-data). */
function categoryOf(type: string): string {
  const base = type.replace(/^list\./, '');
  if (/text_field|^id$/.test(base)) return 'TEXT';
  if (/^number_/.test(base)) return 'NUMBER';
  if (/^date/.test(base)) return 'DATE_TIME';
  if (/_reference$/.test(base)) return 'REFERENCE';
  return base.toUpperCase();
}

export const metafieldDefinitionFields: ObjectFields<MetafieldDefinition> = {
  capabilities: (definition) => ({
    adminFilterable: {
      enabled: definition.capabilities.adminFilterable,
      eligible: true,
      status: 'NOT_FILTERABLE',
    },
    smartCollectionCondition: { enabled: definition.capabilities.smartCollectionCondition, eligible: true },
    uniqueValues: { enabled: definition.capabilities.uniqueValues, eligible: true },
  }),
  constraints: () => null,
  metafields: (definition, args: PageArgs, context) => connection(metafieldsUnder(definition, context), args),
  metafieldsCount: (definition, _args, context) => metafieldsUnder(definition, context).length,
  standardTemplate: () => null,
  type: (definition) => ({ name: definition.type, category: categoryOf(definition.type) }),
  useAsCollectionCondition: (definition) => definition.capabilities.smartCollectionCondition,
  validationStatus: () => 'ALL_VALID',
};
