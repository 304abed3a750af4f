import { type UserError, userError } from '../../../graphql/user-errors';
import type { OptionInput, OptionValue, ProductOption } from '../../state/product';
import type { StoreState } from '../../state/store-state';
import { longestText } from '../limits';
import { linkedValues, newLinkedValue } from './linked-options';

export const mostOptions = 3;

/** The separator of variant titles may not stand inside an option's name (recorded). */
export const titleSeparator = ' / ';

export const newValue = (state: StoreState, name: string): OptionValue => ({
  id: state.newId('ProductOptionValue'),
  name: name.trim(),
});

/** An option as asked for, its values each once. */
export function newOption(state: StoreState, input: OptionInput): ProductOption {
  const { linkedMetafield: link } = input;
  if (link) {
    const names = new Map((input.values ?? []).map((value) => [value.linkedMetafieldValue, value.name]));
    return {
      id: state.newId('ProductOption'),
      name: input.name?.trim() ?? '',
      values: [...new Set(linkedValues(input))].map((value) =>
        newLinkedValue(state, value, names.get(value)),
      ),
      linkedMetafield: { namespace: link.namespace ?? '', key: link.key },
    };
  }
  const names = new Set((input.values ?? []).map((value) => value.name?.trim() ?? ''));
  return {
    id: state.newId('ProductOption'),
    name: input.name?.trim() ?? '',
    values: [...names].map((name) => newValue(state, name)),
    linkedMetafield: null,
  };
}

/** In the order of their positions where given. */
export const inPosition = (inputs: readonly OptionInput[]): OptionInput[] =>
  inputs
    .map((input, index) => ({ input, rank: input.position ?? index + 1 }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ input }) => input);

/** Errors of productCreate about options (recorded, 2025-01): one field for all. */
export function checkOptionsOnCreate(inputs: readonly OptionInput[]): UserError[] {
  const errors = inputs.flatMap((input) => {
    const name = input.name?.trim() ?? '';
    if (name.includes(titleSeparator)) {
      return [userError(['options'], `Name cannot contain the character sequence "${titleSeparator}"`)];
    }
    if (name === '') return [userError(['options'], "Name can't be blank")];
    if (name.length > longestText) {
      return [userError(['options'], `Name is too long (maximum is ${longestText} characters)`)];
    }
    return [];
  });
  if (inputs.length > mostOptions) {
    errors.push(userError(['options'], `Can only specify a maximum of ${mostOptions} options`));
  }
  return errors;
}
