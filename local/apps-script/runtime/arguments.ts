import { types } from 'node:util';
import { ServiceException } from './exception';
import { type Call, EnumerationMember, ServiceObject, type ServiceType } from './service-object';

/** Google's own text; it names the types that were given. */
export function signatureMismatch(call: Call): ServiceException {
  const given = call.args.map(typeName).join(',');
  return new ServiceException(`The parameters (${given}) don't match the method signature for ${call.name}.`);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof ServiceObject) return value.type.name;
  if (value instanceof EnumerationMember) return value.enumeration;
  if (Array.isArray(value)) return 'number[]';
  if (typeof value === 'object') return types.isDate(value) ? 'Date' : '(class)';
  return typeof value === 'string' ? 'String' : typeof value;
}

/** Throws unless the number of arguments is one of `counts`. */
export function expectArguments(call: Call, ...counts: number[]): void {
  if (!counts.includes(call.args.length)) throw signatureMismatch(call);
}

function numberAt(call: Call, index: number): number {
  const value = call.args[index];
  if (typeof value !== 'number' || Number.isNaN(value)) throw signatureMismatch(call);
  return value;
}

/** A whole number; Google's Java side cuts fractions off. */
export function integerAt(call: Call, index: number): number {
  return Math.trunc(numberAt(call, index));
}

export function textAt(call: Call, index: number): string {
  const value = call.args[index];
  if (typeof value !== 'string') throw signatureMismatch(call);
  return value;
}

export function booleanAt(call: Call, index: number): boolean {
  const value = call.args[index];
  if (typeof value !== 'boolean') throw signatureMismatch(call);
  return value;
}

/** `undefined` where the argument was left out. */
export function optionalTextAt(call: Call, index: number): string | undefined {
  return call.args[index] === undefined ? undefined : textAt(call, index);
}

export function optionalIntegerAt(call: Call, index: number): number | undefined {
  return call.args[index] === undefined ? undefined : integerAt(call, index);
}

/** Coerced as Google coerces what must be text: `null` becomes "null", an object "[object Object]". */
export function coercedTextAt(call: Call, index: number): string {
  if (call.args.length <= index) throw signatureMismatch(call);
  return String(call.args[index]);
}

export function arrayAt(call: Call, index: number): readonly unknown[] {
  const value = call.args[index];
  if (!Array.isArray(value)) throw signatureMismatch(call);
  return value;
}

/** Rows of cells, as every batch method of Range takes them. */
export function gridAt(call: Call, index: number): readonly (readonly unknown[])[] {
  const rows = arrayAt(call, index);
  for (const row of rows) if (!Array.isArray(row)) throw signatureMismatch(call);
  return rows as readonly (readonly unknown[])[];
}

export function objectAt(call: Call, index: number): Readonly<Record<string, unknown>> {
  const value = call.args[index];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw signatureMismatch(call);
  return value as Readonly<Record<string, unknown>>;
}

export function dateAt(call: Call, index: number): Date {
  const value = call.args[index];
  if (!types.isDate(value)) throw signatureMismatch(call);
  return value;
}

export function serviceAt<Self>(call: Call, index: number, type: ServiceType<Self>): Self {
  const value = call.args[index];
  if (!(value instanceof ServiceObject) || value.type !== (type as unknown)) throw signatureMismatch(call);
  return value.self as Self;
}

/** The member's name. */
export function memberAt(call: Call, index: number, enumeration: string): string {
  const value = call.args[index];
  if (!(value instanceof EnumerationMember) || value.enumeration !== enumeration) {
    throw signatureMismatch(call);
  }
  return value.name;
}
