import { DEFAULT_OPTION_NAME, DEFAULT_OPTION_VALUE } from '../../catalog/values/names';
import type { NewVariant } from '../../plan/model/action';
import { isApart } from '../../plan/values/plan-values';
import type { ProductVariantSetInput, ProductVariantsBulkInput } from '../documents/generated/schema-types';
import { writeFields } from '../queries/fields';

/**
 * Fields that both variant input types share: fields and option values. Tracking is always said, because a variant that is
 * added to a product is tracked by default, and an empty tracker means that it is not (recorded).
 */
export function newVariantInput<Input extends ProductVariantSetInput | ProductVariantsBulkInput>(
  { changes, optionValues, entries }: NewVariant,
  optionNames: readonly string[],
) {
  const fields = writeFields<Input>(changes.filter((change) => !isApart(change)));
  return {
    ...fields,
    inventoryItem: { tracked: false, ...fields.inventoryItem },
    optionValues: optionValueInputs(optionValues, optionNames, entries),
  };
}

/** A product without options has one: Title, with the value Default Title. */
function optionValueInputs(
  values: readonly string[],
  names: readonly string[],
  entries: NewVariant['entries'] = [],
) {
  if (names.length === 0) return [{ optionName: DEFAULT_OPTION_NAME, name: DEFAULT_OPTION_VALUE }];
  return names.map((optionName, index) => {
    const linkedMetafieldValue = entries[index];
    return linkedMetafieldValue
      ? { optionName, linkedMetafieldValue }
      : { optionName, name: values[index] ?? '' };
  });
}
