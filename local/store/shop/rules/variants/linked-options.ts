import { type UserError, userError } from '../../../graphql/user-errors';
import { gidNumber } from '../../state/ids';
import type { OptionInput, OptionValue, ProductOption } from '../../state/product';
import type { StoreState } from '../../state/store-state';

/** Texts are those of the schema's codes; which mutation answers which is the schema's too. */
const MESSAGES = {
  CANNOT_COMBINE_LINKED_METAFIELD_AND_OPTION_VALUES: 'Cannot combine linked metafield and option values.',
  CANNOT_COMBINE_LINKED_AND_NONLINKED_OPTION_VALUES:
    'An option cannot have both metafield linked and nonlinked option values.',
  MISSING_METAFIELD_VALUES_FOR_LINKED_OPTION: 'Missing metafield values for linked option.',
  INVALID_METAFIELD_VALUE_FOR_LINKED_OPTION: 'Invalid metafield value for linked option.',
  LINKED_METAFIELD_VALUE_WITHOUT_LINKED_OPTION:
    "Cannot specify 'linkedMetafieldValue' for an option that is not linked to a metafield.",
  LINKED_METAFIELD_DEFINITION_NOT_FOUND: 'No valid metafield definition found for linked option.',
  DUPLICATE_LINKED_OPTION: 'Cannot link multiple options to the same metafield.',
  CANNOT_SET_NAME_FOR_LINKED_OPTION_VALUE: 'Cannot set name for an option value linked to a metafield.',
} as const;

export type LinkedCode = keyof typeof MESSAGES;

export const linkedProblem = (code: LinkedCode) => ({ message: MESSAGES[code], code });

const linkedError = (field: readonly (string | number)[], code: LinkedCode): UserError =>
  userError(field, MESSAGES[code], code);

/** Name of a mutation for plain values next to linked ones. */
export type CombinedCode = Extract<LinkedCode, `CANNOT_COMBINE_${string}`>;

/** The metaobjects that an option's values stand for, from either place of the input. */
export const linkedValues = ({ linkedMetafield, values }: OptionInput): readonly string[] => [
  ...(linkedMetafield?.values ?? []),
  ...(values ?? []).flatMap(({ linkedMetafieldValue }) => linkedMetafieldValue ?? []),
];

/** Errors of options that are linked, or that speak of links and are none; `at` is the place of the list. */
export function checkLinkedOptions(
  state: StoreState,
  inputs: readonly OptionInput[],
  { at, combined }: { readonly at: readonly string[]; readonly combined: CombinedCode },
): UserError[] {
  const links = inputs.map(({ linkedMetafield: link }) => link && `${link.namespace ?? ''}.${link.key}`);
  return inputs.flatMap((input, index): UserError[] => {
    const place = [...at, index];
    const link = input.linkedMetafield;
    const values = linkedValues(input);
    if (!link)
      return values.length > 0 ? [linkedError(place, 'LINKED_METAFIELD_VALUE_WITHOUT_LINKED_OPTION')] : [];
    if (links.indexOf(links[index]) < index) return [linkedError(place, 'DUPLICATE_LINKED_OPTION')];
    if (!isDefined(state, link)) return [linkedError(place, 'LINKED_METAFIELD_DEFINITION_NOT_FOUND')];
    if ((input.values ?? []).some(({ name, linkedMetafieldValue }) => name && !linkedMetafieldValue))
      return [linkedError(place, combined)];
    if (values.length === 0) return [linkedError(place, 'MISSING_METAFIELD_VALUES_FOR_LINKED_OPTION')];
    return values.every(isMetaobject)
      ? []
      : [linkedError(place, 'INVALID_METAFIELD_VALUE_FOR_LINKED_OPTION')];
  });
}

/** The metafields of a category, such as `shopify.color-pattern`, are defined by Shopify. */
function isDefined(
  state: StoreState,
  { namespace, key }: { readonly namespace?: string | null; readonly key: string },
): boolean {
  if (namespace === 'shopify') return true;
  return state.metafieldDefinitions
    .all()
    .some(
      (one) =>
        one.ownerType === 'PRODUCT' &&
        one.namespace === namespace &&
        one.key === key &&
        one.type === 'list.metaobject_reference',
    );
}

export const isMetaobject = (value: string): boolean => /^gid:\/\/shopify\/Metaobject\/\d+$/.test(value);

/** A value takes its name from its metaobject, and its number where the store holds no such metaobject. */
export const newLinkedValue = (state: StoreState, metaobject: string, name?: string | null): OptionValue => ({
  id: state.newId('ProductOptionValue'),
  name: name?.trim() || (state.metaobjects.get(metaobject)?.displayName ?? gidNumber(metaobject)),
  linkedMetafieldValue: metaobject,
});

export const isLinked = ({ linkedMetafield }: ProductOption): boolean => linkedMetafield !== null;
