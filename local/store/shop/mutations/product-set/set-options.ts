import { isLinked } from '../../rules/variants/linked-options';
import { inPosition, newOption, newValue } from '../../rules/variants/option-input';
import type { OptionInput, Product, ProductOption } from '../../state/product';
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
    if (!known) return newOption(state, input);
    return input.linkedMetafield ? relinkOption(state, known, input) : renewOption(state, known, input);
  });
}

/** Values that stood for the same metaobject before keep their ids. */
function relinkOption(state: StoreState, option: ProductOption, input: OptionInput): ProductOption {
  const linked = newOption(state, input);
  const before = new Map(option.values.map((value) => [value.linkedMetafieldValue, value]));
  const values = linked.values.map((value) => before.get(value.linkedMetafieldValue) ?? value);
  return { ...linked, id: option.id, values };
}

function renewOption(state: StoreState, option: ProductOption, input: OptionInput): ProductOption {
  if (isLinked(option)) return { ...option, name: input.name?.trim() ?? option.name };
  const values = (input.values ?? option.values).map((wanted) => {
    const name = wanted.name?.trim();
    const known = option.values.find((value) =>
      wanted.id ? value.id === wanted.id : value.name.toLowerCase() === name?.toLowerCase(),
    );
    return known ? { ...known, name: name ?? known.name } : newValue(state, name ?? '');
  });
  return { ...option, name: input.name?.trim() ?? option.name, values };
}
