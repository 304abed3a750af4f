import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  type ObjectValueNode,
  print,
  type ValueNode,
} from 'graphql';
import { coerceLeaf, literalValue } from '../schema/scalars';
import { type Path, report, type Validation } from './report';

/** The thing that takes the argument, in graphql-ruby's words. */
export interface Taker {
  readonly kind: 'Field' | 'InputObject' | 'Directive';
  readonly name: string;
}

/**
 * Checks one written argument. Errors lie on the thing that takes it: the field, or the object literal
 * (recorded for `status: PUBLISHED` and `productDelete(input: {id: null})`).
 */
export function checkLiteral(
  validation: Validation,
  value: ValueNode,
  type: GraphQLInputType,
  taker: Taker & { readonly node: Parameters<typeof report>[1] },
  argumentName: string,
  path: Path,
): void {
  const incompatible = (): void =>
    report(
      validation,
      taker.node,
      path,
      `Argument '${argumentName}' on ${taker.kind} '${taker.name}' has an invalid value (${print(value)}). ` +
        `Expected type '${type}'.`,
      { code: 'argumentLiteralsIncompatible', typeName: taker.kind, argumentName },
    );
  const raised = (explanation: string, at: Path): void =>
    report(validation, taker.node, at, explanation, {
      code: 'argumentLiteralsIncompatible',
      typeName: 'CoercionError',
    });
  check(validation, value, type, path, { incompatible, raised });
}

/** The two ways in which a literal is refused. */
interface Refuse {
  readonly incompatible: () => void;
  /** The scalar itself spoke. */
  readonly raised: (explanation: string, at: Path) => void;
}

function check(
  validation: Validation,
  value: ValueNode,
  type: GraphQLInputType,
  path: Path,
  refuse: Refuse,
): void {
  if (value.kind === Kind.VARIABLE) return;
  if (isNonNullType(type)) {
    if (value.kind === Kind.NULL) refuse.incompatible();
    else check(validation, value, type.ofType, path, refuse);
    return;
  }
  if (value.kind === Kind.NULL) return;
  if (isListType(type)) {
    if (value.kind !== Kind.LIST) check(validation, value, type.ofType, path, refuse);
    else
      for (const [index, item] of value.values.entries()) {
        check(validation, item, type.ofType, [...path, index], refuse);
      }
    return;
  }
  if (isInputObjectType(type)) {
    if (value.kind === Kind.OBJECT) checkObject(validation, value, type, path);
    else refuse.incompatible();
    return;
  }
  if (isEnumType(type)) {
    if (value.kind !== Kind.ENUM || !type.getValue(value.value)) refuse.incompatible();
    return;
  }
  if (value.kind === Kind.OBJECT || value.kind === Kind.LIST || value.kind === Kind.ENUM) {
    if (type.name !== 'JSON') refuse.incompatible();
    return;
  }
  const coerced = coerceLeaf(type.name, literalValue(value));
  if ('value' in coerced) return;
  if (!coerced.raised) refuse.incompatible();
  else refuse.raised(coerced.explanation, path);
}

function checkObject(
  validation: Validation,
  value: ObjectValueNode,
  type: GraphQLInputObjectType,
  path: Path,
): void {
  const fields = type.getFields();
  const taker = { kind: 'InputObject', name: type.name, node: value } as const;
  for (const { name, value: written } of value.fields) {
    const field = fields[name.value];
    if (field) checkLiteral(validation, written, field.type, taker, name.value, [...path, name.value]);
    else
      report(
        validation,
        name,
        [...path, name.value],
        `InputObject '${type.name}' doesn't accept argument '${name.value}'`,
        { code: 'argumentNotAccepted', name: type.name, typeName: 'InputObject', argumentName: name.value },
      );
  }
  const written = new Set(value.fields.map((field) => field.name.value));
  for (const field of Object.values(fields)) {
    if (!isRequiredInputField(field) || written.has(field.name)) continue;
    report(
      validation,
      value,
      [...path, field.name],
      `Argument '${field.name}' on InputObject '${type.name}' is required. Expected type ${field.type}`,
      {
        code: 'missingRequiredInputObjectAttribute',
        argumentName: field.name,
        argumentType: String(field.type),
        inputObjectType: type.name,
      },
    );
  }
  if (type.isOneOf && value.fields.length !== 1) {
    report(
      validation,
      value,
      path,
      `'${type.name}' requires exactly one argument, but ${value.fields.length} were provided.`,
      {
        code: 'invalidOneOfInputObject',
        inputObjectType: type.name,
      },
    );
  }
}
