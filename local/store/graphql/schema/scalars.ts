import { GraphQLError, Kind, type ValueNode } from 'graphql';

/**
 * A leaf value, or why it was refused. `raised`: the scalar itself spoke, and Shopify repeats the explanation as
 * the problem's `message` (recorded for ids).
 */
export type CoercedLeaf =
  | { readonly value: unknown }
  | { readonly explanation: string; readonly raised: boolean };

type Coerce = (value: unknown) => CoercedLeaf;

const refuse = (value: unknown, name: string): CoercedLeaf => ({
  explanation: `Could not coerce value ${JSON.stringify(value)} to ${name}`,
  raised: false,
});

const accept =
  (name: string, fits: (value: unknown) => boolean): Coerce =>
  (value) =>
    fits(value) ? { value } : refuse(value, name);

const isText = (value: unknown): boolean => typeof value === 'string';
const isInt = (value: unknown): boolean => Number.isInteger(value) && Math.abs(value as number) <= 2 ** 31;

/** Money and Decimal take a JSON number too and are kept as text. */
const decimal =
  (name: string): Coerce =>
  (value) => {
    const written = typeof value === 'number' ? String(value) : value;
    if (typeof written === 'string' && /^-?\d+(\.\d+)?$/.test(written.trim()))
      return { value: written.trim() };
    return { explanation: `invalid ${name} '${String(value)}'`, raised: true };
  };

function globalId(value: unknown): CoercedLeaf {
  if (typeof value === 'string' && /^gid:\/\/[^/]+\/[^/]+\/.+$/.test(value)) return { value };
  return { explanation: `Invalid global id '${String(value)}'`, raised: true };
}

function time(value: unknown): CoercedLeaf {
  const epochMs = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(epochMs)) return refuse(value, 'DateTime');
  return { value: new Date(epochMs).toISOString().replace(/\.\d{3}Z$/, 'Z') };
}

function url(value: unknown): CoercedLeaf {
  if (typeof value === 'string' && URL.canParse(value.trim())) return { value };
  return { explanation: `Invalid url '${String(value)}', missing scheme`, raised: true };
}

const leaves: Readonly<Record<string, Coerce>> = {
  ID: globalId,
  String: accept('String', isText),
  Int: accept('Int', isInt),
  Float: accept('Float', (value) => typeof value === 'number'),
  Boolean: accept('Boolean', (value) => typeof value === 'boolean'),
  HTML: accept('HTML', isText),
  FormattedString: accept('FormattedString', isText),
  Color: accept('Color', isText),
  UnsignedInt64: (value) =>
    /^\d+$/.test(String(value)) ? { value: String(value) } : refuse(value, 'UnsignedInt64'),
  Money: decimal('money'),
  Decimal: decimal('decimal'),
  DateTime: time,
  URL: url,
};

/** Scalars without a rule of their own (JSON, ARN …) take any value. */
export function coerceLeaf(scalarName: string, value: unknown): CoercedLeaf {
  return leaves[scalarName]?.(value) ?? { value };
}

/**
 * These rules as graphql asks for them, for the schema's own scalars; output passes as it is. The five scalars of GraphQL
 * itself are shared by every schema in the process and stay as they are: their rules are applied before execution.
 */
export function scalarRules(name: string) {
  const parse = (value: unknown): unknown => {
    const coerced = coerceLeaf(name, value);
    if ('value' in coerced) return coerced.value;
    throw new GraphQLError(coerced.explanation);
  };
  return {
    serialize: (value: unknown) => value,
    parseValue: parse,
    parseLiteral: (node: ValueNode, variables?: Readonly<Record<string, unknown>> | null) =>
      parse(literalValue(node, variables ?? {})),
  };
}

/** A literal as the JSON value it stands for; enum values as their name. */
export function literalValue(node: ValueNode, variables: Readonly<Record<string, unknown>> = {}): unknown {
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.VARIABLE:
      return variables[node.name.value];
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((item) => literalValue(item, variables));
    case Kind.OBJECT:
      return Object.fromEntries(
        node.fields.map((field) => [field.name.value, literalValue(field.value, variables)]),
      );
    default:
      return node.value;
  }
}
