import type { GraphQLNamedType } from 'graphql';
import type { Documents } from './read-documents';

/** Context of the writers of types. */
export interface TypeContext extends Documents {
  /** Called with each enum and input type that a type names. */
  readonly use: (type: GraphQLNamedType) => void;
}

/** As JSON carries them. What may be longer than a number holds, money and times are strings, as all others are. */
export const SCALARS: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  Int: 'number',
  Float: 'number',
};

/** A type of several properties, each on a line. */
export function objectType(properties: readonly string[]): string {
  return `{\n${properties.join('\n').replace(/^(?=.)/gm, '  ')}\n}`;
}
