import { type FieldNode, Kind, type OperationDefinitionNode } from 'graphql';
import { literalValue } from '../schema/scalars';
import { locationsOf } from '../validation/report';
import type { TopLevelError } from './answer';

/** Any input array may hold 250 entries (https://shopify.dev/docs/api/usage/limits; recorded). */
const usualLimit = 250;

/** The variant lists may hold as many as a product may have variants (recorded for productSet). */
const limits: Readonly<Record<string, number>> = {
  'productSet.input.variants': 2048,
  'productVariantsBulkCreate.variants': 2048,
  'productVariantsBulkUpdate.variants': 2048,
  'productVariantsBulkDelete.variantsIds': 2048,
  'productVariantsBulkReorder.positions': 2048,
};

/** Refuses over-long arrays before anything runs; the answer then has no `data` at all (recorded). */
export function checkInputSizes(
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly TopLevelError[] {
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    for (const argument of field.arguments ?? []) {
      const value = literalValue(argument.value, variables);
      const error = checkSize(field, value, [field.name.value, argument.name.value]);
      if (error) return [error];
    }
  }
  return [];
}

/** `path` names fields only: a list inside a list is named without indexes (recorded). */
function checkSize(field: FieldNode, value: unknown, path: readonly string[]): TopLevelError | null {
  if (Array.isArray(value)) {
    const limit = limits[path.join('.')] ?? usualLimit;
    if (value.length > limit) return tooLong(field, value.length, limit, path);
    return firstError(value, (item) => checkSize(field, item, path));
  }
  if (typeof value !== 'object' || value === null) return null;
  return firstError(Object.entries(value), ([name, item]) => checkSize(field, item, [...path, name]));
}

function firstError<T>(items: readonly T[], check: (item: T) => TopLevelError | null): TopLevelError | null {
  for (const item of items) {
    const error = check(item);
    if (error) return error;
  }
  return null;
}

function tooLong(field: FieldNode, size: number, limit: number, path: readonly string[]): TopLevelError {
  return {
    message: `The input array size of ${size} is greater than the maximum allowed of ${limit}.`,
    locations: locationsOf(field),
    path,
    extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
  };
}
