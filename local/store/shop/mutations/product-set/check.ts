import { type UserError, userError } from '../../../graphql/user-errors';
import { handleFrom } from '../../normalise/handle';
import { longestText } from '../../rules/limits';
import { checkNewHandle, checkProductFields } from '../../rules/product-fields';
import { isBarcodeCode } from '../../rules/variants/barcodes';
import { checkLinkedOptions, isLinked, linkedProblem } from '../../rules/variants/linked-options';
import { mostOptions, titleSeparator } from '../../rules/variants/option-input';
import { checkVariantInput } from '../../rules/variants/variant-input';
import type { OptionInput, Product } from '../../state/product';
import type { StoreState } from '../../state/store-state';
import type { ProductSetInput } from './input';

const mostQuantities = 50_000;

/** Everything that can be said before a record is touched. */
export function checkProductSet(
  state: StoreState,
  input: ProductSetInput,
  product: Product | null,
): UserError[] {
  return [
    ...checkLists(input),
    ...checkOwnFields(input, product === null),
    ...checkNewHandle(state, input.handle, product?.id ?? null, ['input', 'handle']),
    ...checkOptions(input.productOptions ?? []),
    ...checkLinkedOptions(state, input.productOptions ?? [], {
      at: ['input', 'productOptions'],
      combined: 'CANNOT_COMBINE_LINKED_AND_NONLINKED_OPTION_VALUES',
    }),
    ...checkPlainValues(input.productOptions ?? [], product),
    ...checkVariants(input),
  ];
}

/** Options and variants only come together (schema, and recorded for the first). */
function checkLists({ productOptions, variants }: ProductSetInput): UserError[] {
  if (productOptions && !variants) {
    const message = 'Variants input is required when updating product options';
    return [userError(['input', 'variants'], message, 'VARIANTS_INPUT_MISSING')];
  }
  if (variants && !productOptions) {
    const message = 'Product options input is required when updating variants';
    return [userError(['input', 'productOptions'], message, 'PRODUCT_OPTIONS_INPUT_MISSING')];
  }
  return [];
}

/** Recorded: a title's error lies on the title without naming it, the others lie on the input and name theirs. */
function checkOwnFields(input: ProductSetInput, creating: boolean): UserError[] {
  const errors = checkProductFields(input, creating).map(({ field, message }) =>
    field?.[0] === 'title'
      ? userError(['input', 'title'], message.replace(/^Title /, ''), 'INVALID_INPUT')
      : userError(['input'], message, 'INVALID_PRODUCT'),
  );
  const generated = creating && !input.handle ? handleFrom(input.title ?? '') : '';
  if (generated.length > longestText) {
    const message = `Handle is too long (maximum is ${longestText} characters)`;
    errors.push(userError(['input'], message, 'INVALID_PRODUCT'));
  }
  return errors;
}

function checkOptions(options: readonly OptionInput[]): UserError[] {
  const at = (...path: (string | number)[]) => ['input', 'productOptions', ...path];
  if (options.length > mostOptions) {
    return [userError(at(), `Can only specify a maximum of ${mostOptions} options`, 'OPTIONS_OVER_LIMIT')];
  }
  const names = options.map((option) => option.name?.trim().toLowerCase() ?? '');
  return options.flatMap((option, index) => {
    const name = option.name?.trim() ?? '';
    if (name.includes(titleSeparator)) {
      const message = `The name contains unsupported sequence '${titleSeparator}'`;
      return [userError(at(index, 'name'), message, 'INVALID_INPUT')];
    }
    if (name.length > longestText)
      return [userError(at(index, 'name'), 'Option name is too long.', 'INVALID_INPUT')];
    if (names.indexOf(name.toLowerCase()) < index) {
      return [userError(at(index), 'Duplicated option name.', 'DUPLICATED_OPTION_NAME')];
    }
    if (option.linkedMetafield) return [];
    const values = (option.values ?? []).map((value) => value.name?.trim().toLowerCase() ?? '');
    if (values.length === 0 && !option.id) {
      const message = `Option '${name}' must specify at least one option value.`;
      return [userError(at(index), message, 'OPTION_VALUES_MISSING')];
    }
    const twice = values.findIndex((value, place) => value !== '' && values.indexOf(value) < place);
    if (twice < 0) return [];
    return [userError(at(index, 'values', twice), 'Duplicated option value.', 'DUPLICATED_OPTION_VALUE')];
  });
}

/** An option that is linked already takes no plain values. */
function checkPlainValues(options: readonly OptionInput[], product: Product | null): UserError[] {
  return options.flatMap((input, index): UserError[] => {
    const known = product?.options.find(({ id, name }) =>
      input.id ? id === input.id : name.toLowerCase() === input.name?.trim().toLowerCase(),
    );
    if (!known || !isLinked(known) || !(input.values ?? []).some(({ name }) => name)) return [];
    const { message, code } = linkedProblem('CANNOT_COMBINE_LINKED_AND_NONLINKED_OPTION_VALUES');
    return [userError(['input', 'productOptions', index], message, code)];
  });
}

function checkVariants({ variants }: ProductSetInput): UserError[] {
  const quantities = (variants ?? []).reduce((sum, one) => sum + (one.inventoryQuantities?.length ?? 0), 0);
  if (quantities > mostQuantities) {
    const message =
      `Inventory quantity input exceeds the limit of ${mostQuantities}. ` +
      'Consider using separate `inventorySetQuantities` mutations.';
    return [userError(['input', 'variants'], message, 'INVENTORY_QUANTITIES_LIMIT_EXCEEDED')];
  }
  return (variants ?? []).flatMap((variant, index) =>
    checkVariantInput(variant).map(({ at, message, code }) =>
      userError(['input', 'variants', index, ...at], message, isBarcodeCode(code) ? code : 'INVALID_VARIANT'),
    ),
  );
}
