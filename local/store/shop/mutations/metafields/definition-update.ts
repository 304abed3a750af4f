import type { ExecutionContext } from '../../../graphql/execution/context';
import type { Payload } from '../../../graphql/execution/payload';
import { type UserError, userError } from '../../../graphql/user-errors';
import { checkCapabilities, withCapabilities } from '../../rules/metafields/capabilities';
import {
  capabilitiesAsked,
  checkAccess,
  checkTexts,
  type DefinitionInput,
  findDefinition,
  updatedConstraints,
} from '../../rules/metafields/definition-input';
import { checkOptions, checkSameMetaobject } from '../../rules/metafields/definition-options';
import { appNamespace } from '../../rules/metafields/metafield-namespace';
import { demandOwnNamespace } from '../../rules/metafields/ownership';
import { checkPinning, nextPosition, unpin } from '../../rules/metafields/pinning';
import type { MetafieldDefinition } from '../../state/metafield';
import { jobMs, startJob } from '../../writes/start-job';

/** Owner, namespace and key identify a definition and never change (recorded). */
export function metafieldDefinitionUpdate(
  { definition: input }: { definition: DefinitionInput },
  context: ExecutionContext,
): Payload {
  const { state } = context;
  demandOwnNamespace(state, appNamespace(state, input.namespace), 'metafieldDefinitionUpdate');
  const definition = findDefinition(state, input);
  const refused = (userErrors: readonly UserError[]): Payload => ({
    updatedDefinition: null,
    validationJob: null,
    userErrors,
  });
  if (!definition) return refused([userError(['definition'], 'Definition not found.', 'NOT_FOUND')]);
  const changed: MetafieldDefinition = {
    ...definition,
    name: input.name ?? definition.name,
    description: input.description === undefined ? definition.description : input.description,
    validations: input.validations ?? definition.validations,
    access: { ...definition.access, ...input.access },
    capabilities: withCapabilities(definition.capabilities, capabilitiesAsked(input)),
    constraints: updatedConstraints(definition.constraints ?? null, input.constraintsUpdates),
  };
  const userErrors = check(context, input, { before: definition, after: changed });
  if (userErrors.length > 0) return refused(userErrors);
  /** Recorded: values that are there are looked at again in the background, where the rules are others now. */
  const validationJob = sameRules(definition, changed) ? null : startJob(context);
  const checkedAtMs = validationJob ? context.nowMs + jobMs : definition.checkedAtMs;
  const updatedDefinition = pinned(
    context,
    input,
    state.metafieldDefinitions.put(checkedAtMs === undefined ? changed : { ...changed, checkedAtMs }),
  );
  return { updatedDefinition, validationJob, userErrors: [] };
}

const sameRules = (before: MetafieldDefinition, after: MetafieldDefinition): boolean =>
  JSON.stringify(before.validations) === JSON.stringify(after.validations);

function check(
  context: ExecutionContext,
  input: DefinitionInput,
  { before, after }: { readonly before: MetafieldDefinition; readonly after: MetafieldDefinition },
): readonly UserError[] {
  const checks: readonly (() => readonly UserError[])[] = [
    () => (before.standardTemplateId ? checkStandard(input) : []),
    () => checkTexts(input),
    () => (input.validations ? checkSameMetaobject(before.validations, after.validations) : []),
    () => (input.validations ? checkOptions(context, after.type, after.validations) : []),
    () => checkAccess(after.namespace, input),
    () => checkCapabilities(context.state, after, ['definition']),
    () =>
      input.pin && before.pinnedPosition === null ? checkPinning(context.state, after, ['definition']) : [],
  ];
  return checks.map((one) => one()).find((errors) => errors.length > 0) ?? [];
}

function pinned(
  { state }: ExecutionContext,
  { pin }: DefinitionInput,
  definition: MetafieldDefinition,
): MetafieldDefinition {
  if (pin === false) return unpin(state, definition);
  if (!pin || definition.pinnedPosition !== null) return definition;
  const pinnedPosition = nextPosition(state, definition.ownerType);
  return state.metafieldDefinitions.put({ ...definition, pinnedPosition });
}

/** Fields that a standard template fixes (recorded). */
function checkStandard(input: DefinitionInput): UserError[] {
  return (['name', 'description', 'validations'] as const).flatMap((field) => {
    if (input[field] === undefined) return [];
    const label = field.charAt(0).toUpperCase() + field.slice(1);
    return [
      userError(
        ['definition', field],
        `${label} cannot be changed in a standard definition.`,
        'INVALID_INPUT',
      ),
    ];
  });
}
