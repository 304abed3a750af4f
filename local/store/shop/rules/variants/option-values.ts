import type { Product, ProductOption } from '../../state/product';
import type { StoreState } from '../../state/store-state';
import { isLinked, isMetaobject, linkedProblem, newLinkedValue } from './linked-options';
import { newValue } from './option-input';
import type { VariantOptionValueInput } from './variant-input';
import type { VariantProblem } from './variant-problem';

/** The product's options with any new value, and the chosen value of each option; or what is wrong. */
export type ChosenValues =
  | { readonly options: readonly ProductOption[]; readonly valueIds: readonly string[] }
  | { readonly problem: VariantProblem };

/** Codes that differ between productVariantsBulkCreate and -Update (recorded). */
export interface OptionProblemCodes {
  readonly unknownOption: string;
}

/**
 * Resolves `optionValues` against a product. A value that is not there yet is added to its option; options not
 * named keep `present`, the variant's values so far, and a new variant must name them all.
 */
export function chooseValues(
  state: StoreState,
  product: Pick<Product, 'options'>,
  inputs: readonly VariantOptionValueInput[],
  present: readonly string[] | null,
  codes: OptionProblemCodes,
): ChosenValues {
  const problem = (at: readonly string[], message: string, code: string): ChosenValues => ({
    problem: { at, message, code },
  });
  const options = [...product.options];
  const chosen = options.map((_option, index) => present?.[index]);
  const named = new Set<number>();
  for (const [place, input] of inputs.entries()) {
    const index = options.findIndex((option) =>
      input.optionId
        ? option.id === input.optionId
        : option.name.toLowerCase() === input.optionName?.trim().toLowerCase(),
    );
    const option = options[index];
    if (!option)
      return problem(['optionValues', String(place)], 'Option does not exist', codes.unknownOption);
    if (named.has(index))
      return problem(['optionValues'], `Duplicated option name '${option.name}'`, 'INVALID_INPUT');
    named.add(index);
    const link = input.linkedMetafieldValue;
    if (isLinked(option) && input.name) {
      const { message, code } = linkedProblem('CANNOT_SET_NAME_FOR_LINKED_OPTION_VALUE');
      return problem(['optionValues', String(place)], message, code);
    }
    if (link && !(isLinked(option) && isMetaobject(link))) {
      const { message } = linkedProblem(
        isLinked(option)
          ? 'INVALID_METAFIELD_VALUE_FOR_LINKED_OPTION'
          : 'LINKED_METAFIELD_VALUE_WITHOUT_LINKED_OPTION',
      );
      return problem(['optionValues', String(place)], message, 'INVALID_INPUT');
    }
    const name = input.name?.trim() ?? '';
    const known = option.values.find((value) =>
      link
        ? value.linkedMetafieldValue === link
        : input.id
          ? value.id === input.id
          : value.name.toLowerCase() === name.toLowerCase(),
    );
    if (!known && !link && (input.id || name === '')) {
      return problem(
        ['optionValues', String(place)],
        'Option value does not exist',
        'OPTION_VALUE_DOES_NOT_EXIST',
      );
    }
    const value = known ?? (link ? newLinkedValue(state, link) : newValue(state, name));
    if (!known) options[index] = { ...option, values: [...option.values, value] };
    chosen[index] = value.id;
  }
  const missing = options.filter((_option, index) => chosen[index] === undefined);
  if (missing.length > 0) {
    const names = missing.map((option) => option.name).join(', ');
    return problem([], `You need to add option values for ${names}`, 'NEED_TO_ADD_OPTION_VALUES');
  }
  return { options, valueIds: chosen.flatMap((id) => id ?? []) };
}
