import { inPosition, newOption, newValue, type OptionInput } from '../../rules/option-input';
import type { Product, ProductOption } from '../../state/product';
import type { StoreState } from '../../state/store-state';

/** The options as the list says; an option or value that was there before, by id or name, keeps its id. */
export function setOptions(
  state: StoreState,
  product: Product,
  inputs: readonly OptionInput[],
): readonly ProductOption[] {
  return inPosition(inputs).map((input) => {
    const known = product.options.find((option) =>
      input.id ? option.id === input.id : option.name.toLowerCase() === input.name?.trim().toLowerCase(),
    );
    return known ? renewOption(state, known, input) : newOption(state, input);
  });
}

function renewOption(state: StoreState, option: ProductOption, input: OptionInput): ProductOption {
  const values = (input.values ?? option.values).map((wanted) => {
    const name = wanted.name?.trim();
    const known = option.values.find((value) =>
      wanted.id ? value.id === wanted.id : value.name.toLowerCase() === name?.toLowerCase(),
    );
    return known ? { ...known, name: name ?? known.name } : newValue(state, name ?? '');
  });
  return { ...option, name: input.name?.trim() ?? option.name, values };
}
