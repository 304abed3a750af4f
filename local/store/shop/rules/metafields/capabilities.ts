import { type UserError, userError } from '../../../graphql/user-errors';
import type { MetafieldDefinition } from '../../state/metafield';
import type { StoreState } from '../../state/store-state';

type Capabilities = MetafieldDefinition['capabilities'];
type Capability = keyof Capabilities;

export interface CapabilityInput {
  readonly adminFilterable?: { readonly enabled: boolean } | null;
  readonly smartCollectionCondition?: { readonly enabled: boolean } | null;
  readonly uniqueValues?: { readonly enabled: boolean } | null;
}

/**
 * Types that a capability is for (https://shopify.dev/docs/apps/build/metafields/use-metafield-capabilities);
 * json, id and metaobject references as recorded, the others inferred.
 */
const eligible: Readonly<Record<Capability, RegExp>> = {
  adminFilterable:
    /^(list\.)?(boolean|color|date|date_time|id|number_integer|number_decimal|single_line_text_field|url|(product|variant|collection|metaobject|customer|company|page|product_taxonomy_value)_reference)$/,
  smartCollectionCondition:
    /^(boolean|number_integer|number_decimal|rating|single_line_text_field|list\.single_line_text_field|(list\.)?metaobject_reference)$/,
  uniqueValues: /^(id|number_integer|number_decimal|single_line_text_field|date|date_time|url)$/,
};

const ownersOfConditions = ['PRODUCT', 'PRODUCTVARIANT'];

export const isEligible = (
  capability: Capability,
  { type, ownerType }: Pick<MetafieldDefinition, 'type' | 'ownerType'>,
): boolean =>
  eligible[capability].test(type) &&
  (capability !== 'smartCollectionCondition' || ownersOfConditions.includes(ownerType));

export const withCapabilities = (
  before: Capabilities,
  input: CapabilityInput | null | undefined,
): Capabilities => ({
  adminFilterable: input?.adminFilterable?.enabled ?? before.adminFilterable,
  smartCollectionCondition: input?.smartCollectionCondition?.enabled ?? before.smartCollectionCondition,
  uniqueValues: input?.uniqueValues?.enabled ?? before.uniqueValues,
});

/** An `id` is unique by nature (recorded). */
export const usualCapabilities = (type: string): Capabilities => ({
  adminFilterable: false,
  smartCollectionCondition: false,
  uniqueValues: type === 'id',
});

const snakeCase: Readonly<Record<Capability, string>> = {
  adminFilterable: 'admin_filterable',
  smartCollectionCondition: 'smart_collection_condition',
  uniqueValues: 'unique_values',
};

/** Recorded: the fiftieth is made, the fifty-first refused. */
const mostFilters = 50;

/** `field`: where the mutation's own input stands, null where it has none. */
export function checkCapabilities(
  state: StoreState,
  definition: MetafieldDefinition,
  field: readonly string[] | null,
): readonly UserError[] {
  const { capabilities, type, ownerType } = definition;
  if (type === 'id' && !capabilities.uniqueValues) {
    const message = 'The capability unique_values is required for the definition type id.';
    return [userError(field, message, 'CAPABILITY_REQUIRED_BUT_DISABLED')];
  }
  const wrong = (Object.keys(eligible) as Capability[]).filter(
    (capability) => capabilities[capability] && !isEligible(capability, definition),
  );
  if (wrong[0]) {
    const message = `The capability ${snakeCase[wrong[0]]} is not valid for this definition.`;
    return [userError(field, message, 'INVALID_CAPABILITY')];
  }
  const filters = state.metafieldDefinitions
    .all()
    .filter(
      (other) =>
        other.id !== definition.id && other.ownerType === ownerType && other.capabilities.adminFilterable,
    );
  if (!capabilities.adminFilterable || filters.length < mostFilters) return [];
  const owner = ownerType.toLowerCase();
  const message = `You can only use ${mostFilters} ${owner} metafield definitions to filter the ${owner} list. To add a new filter, disable filtering on an existing one.`;
  return [userError(field, message, 'OWNER_TYPE_LIMIT_EXCEEDED_FOR_USE_AS_ADMIN_FILTERS')];
}
