import { isEligible } from '../../shop/rules/metafields/capabilities';
import { metafieldsUnder } from '../../shop/rules/metafields/metafield-definitions';
import { metafieldType } from '../../shop/rules/metafields/metafield-types';
import type { Validation } from '../../shop/rules/metafields/metafield-validations';
import { checkMetafieldValue } from '../../shop/rules/metafields/metafield-value';
import { type StandardTemplate, standardTemplates } from '../../shop/rules/metafields/standard-templates';
import { gid } from '../../shop/state/ids';
import type { DefinitionConstraints, MetafieldDefinition } from '../../shop/state/metafield';
import { connection, type PageArgs } from '../connections';
import type { ExecutionContext } from '../execution/context';
import type { ObjectFields } from '../execution/field-resolver';

const isValid = (context: ExecutionContext, definition: MetafieldDefinition, value: string): boolean =>
  checkMetafieldValue(context, definition.type, value, definition).length === 0;

function shownValidations(type: string, validations: readonly Validation[]) {
  const options = metafieldType(type).supportedValidations;
  return validations.map((one) => ({
    ...one,
    type: options.find(({ name }) => name === one.name)?.type ?? 'single_line_text_field',
  }));
}

export const metafieldDefinitionFields: ObjectFields<MetafieldDefinition> = {
  capabilities: (definition) => ({
    adminFilterable: {
      enabled: definition.capabilities.adminFilterable,
      eligible: isEligible('adminFilterable', definition),
      status: definition.capabilities.adminFilterable ? 'FILTERABLE' : 'NOT_FILTERABLE',
    },
    smartCollectionCondition: {
      enabled: definition.capabilities.smartCollectionCondition,
      eligible: isEligible('smartCollectionCondition', definition),
    },
    uniqueValues: {
      enabled: definition.capabilities.uniqueValues,
      eligible: isEligible('uniqueValues', definition),
    },
  }),
  constraints: ({ constraints }) => constraints ?? null,
  metafields: (
    definition,
    { validationStatus, ...page }: PageArgs & { readonly validationStatus?: string | null },
    context,
  ) => {
    const all = metafieldsUnder(context.state, definition);
    const wanted = { VALID: true, INVALID: false }[validationStatus ?? ''];
    return connection(
      wanted === undefined ? all : all.filter(({ value }) => isValid(context, definition, value) === wanted),
      page,
    );
  },
  metafieldsCount: (definition, args: { readonly validationStatus?: string | null }, context) => {
    const all = metafieldsUnder(context.state, definition);
    const wanted = { VALID: true, INVALID: false }[args.validationStatus ?? ''];
    return wanted === undefined
      ? all.length
      : all.filter(({ value }) => isValid(context, definition, value) === wanted).length;
  },
  standardTemplate: ({ standardTemplateId }) =>
    standardTemplates.find(({ id }) => id === standardTemplateId) ?? null,
  type: (definition) => metafieldType(definition.type),
  useAsCollectionCondition: (definition) => definition.capabilities.smartCollectionCondition,
  validations: ({ type, validations }) => shownValidations(type, validations),
  /** Recorded: still ALL_VALID in the answer that makes values invalid, for they are looked at in the background. */
  validationStatus: (definition, _args, context) =>
    context.nowMs < (definition.checkedAtMs ?? 0) ||
    metafieldsUnder(context.state, definition).every(({ value }) => isValid(context, definition, value))
      ? 'ALL_VALID'
      : 'SOME_INVALID',
};

export const definitionConstraintsFields: ObjectFields<DefinitionConstraints> = {
  values: ({ values }, args: PageArgs) =>
    connection(
      values.map((value) => ({ id: gid('MetafieldDefinitionConstraintValue', value), value })),
      args,
    ),
};

/** Those without a definition take a new definition's type where their values are valid; only an id never does. */
export const metafieldTypeFields: ObjectFields<{ readonly name: string }> = {
  supportsDefinitionMigrations: ({ name }) => name !== 'id',
};

export const standardTemplateFields: ObjectFields<StandardTemplate> = {
  type: ({ typeName }) => metafieldType(typeName),
  validations: ({ typeName, validations }) => shownValidations(typeName, validations),
  visibleToStorefrontApi: () => true,
};
