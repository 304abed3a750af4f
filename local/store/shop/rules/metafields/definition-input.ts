import { type UserError, userError } from '../../../graphql/user-errors';
import type { DefinitionConstraints } from '../../state/metafield';
import type { StoreState } from '../../state/store-state';
import type { CapabilityInput } from './capabilities';
import { definitionFor } from './metafield-definitions';
import { appNamespace } from './metafield-namespace';

export interface DefinitionIdentifier {
  readonly ownerType: string;
  readonly namespace?: string | null;
  readonly key: string;
}

/** MetafieldDefinitionInput and MetafieldDefinitionUpdateInput. */
export interface DefinitionInput extends DefinitionIdentifier {
  readonly name?: string | null;
  readonly description?: string | null;
  readonly type?: string | null;
  readonly validations?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly access?: Readonly<Record<string, string | null>> | null;
  readonly capabilities?: CapabilityInput | null;
  readonly useAsCollectionCondition?: boolean | null;
  readonly pin?: boolean | null;
  readonly constraints?: DefinitionConstraints | null;
  readonly constraintsUpdates?: ConstraintsUpdates | null;
}

interface ConstraintsUpdates {
  readonly key?: string | null;
  readonly values?: readonly { readonly create?: string | null; readonly delete?: string | null }[] | null;
}

export const findDefinition = (state: StoreState, { ownerType, namespace, key }: DefinitionIdentifier) =>
  definitionFor(state, ownerType, appNamespace(state, namespace), key);

/** Readings of `access` where the input says nothing (schema). */
export const usualAccess = { admin: 'PUBLIC_READ_WRITE', storefront: 'NONE', customerAccount: 'NONE' };

const longestText = 255;

/** Name and description; messages as recorded. */
export function checkTexts({ name, description }: DefinitionInput): readonly UserError[] {
  const tooLong = (label: string, text: string | null | undefined): UserError[] =>
    (text?.length ?? 0) > longestText
      ? [
          userError(
            ['definition', label.toLowerCase()],
            `${label} is too long (maximum is ${longestText} characters)`,
            'TOO_LONG',
          ),
        ]
      : [];
  const blank =
    name !== undefined && !name?.trim()
      ? [userError(['definition', 'name'], "Name can't be blank", 'BLANK')]
      : [];
  return [...blank, ...tooLong('Name', name), ...tooLong('Description', description)];
}

/** Access of others to write is decided only for an app's own definitions (schema). */
export function checkAccess(namespace: string, { access }: DefinitionInput): readonly UserError[] {
  if (!access?.admin || namespace.startsWith('app--')) return [];
  const message = 'Setting this access control is not permitted. It must be one of ["public_read_write"].';
  return [userError(['definition'], message, 'ADMIN_ACCESS_INPUT_NOT_ALLOWED')];
}

export const capabilitiesAsked = ({
  capabilities,
  useAsCollectionCondition,
}: DefinitionInput): CapabilityInput | null | undefined =>
  useAsCollectionCondition ? { smartCollectionCondition: { enabled: true }, ...capabilities } : capabilities;

/** The constraints after an update; a key of null takes them all away (schema). */
export function updatedConstraints(
  before: DefinitionConstraints | null,
  updates: ConstraintsUpdates | null | undefined,
): DefinitionConstraints | null {
  if (!updates) return before;
  if (updates.key === null) return null;
  const values = new Set(before?.values);
  for (const change of updates.values ?? []) {
    if (change.create) values.add(change.create);
    if (change.delete) values.delete(change.delete);
  }
  return values.size === 0 ? null : { key: updates.key ?? before?.key ?? 'category', values: [...values] };
}
