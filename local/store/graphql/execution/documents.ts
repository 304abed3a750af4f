import { type DocumentNode, GraphQLError, Lexer, parse, Source, TokenKind } from 'graphql';
import type { ShopSchema } from '../schema';
import { validateDocument } from '../validation/validate-document';
import type { TopLevelError } from './answer';

/** A document as far as it can be judged without variables. */
export type PreparedDocument =
  | { readonly document: DocumentNode }
  | { readonly errors: readonly TopLevelError[] };

const mostRemembered = 500;
const remembered = new WeakMap<ShopSchema, Map<string, PreparedDocument>>();

/** Parses and validates once per text and version; a client sends the same few documents again and again. */
export function prepareDocument(schema: ShopSchema, text: string): PreparedDocument {
  const documents = remembered.get(schema) ?? new Map<string, PreparedDocument>();
  remembered.set(schema, documents);
  const known = documents.get(text);
  if (known) return known;
  const prepared = prepare(schema, text);
  if (documents.size >= mostRemembered) documents.clear();
  documents.set(text, prepared);
  return prepared;
}

function prepare(schema: ShopSchema, text: string): PreparedDocument {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [syntaxError(error, text)] };
    throw error;
  }
  const errors = validateDocument(schema.graphql, document);
  return errors.length > 0 ? { errors } : { document };
}

/** Names of the tokens in the messages of Shopify's parser (github.com/phpclassic/php-shopify/issues/326). */
const tokenNames: Readonly<Record<string, string>> = {
  ':': 'COLON',
  '{': 'LCURLY',
  '}': 'RCURLY',
  '(': 'LPAREN',
  ')': 'RPAREN',
  '[': 'LBRACKET',
  ']': 'RBRACKET',
  '=': 'EQUALS',
  '!': 'BANG',
  $: 'VAR_SIGN',
  '@': 'DIR_SIGN',
  '|': 'PIPE',
  '...': 'ELLIPSIS',
};

function syntaxError(error: GraphQLError, text: string): TopLevelError {
  const found = /(?:Unexpected|found) (?:Name )?(.+?)\.?$/.exec(error.message)?.[1] ?? '';
  const isAtEnd = /<EOF>/.test(found);
  const unexpected = isAtEnd ? 'end of file' : nameToken(found.replace(/^"(.*)"$/, '$1'));
  const location = isAtEnd ? lastToken(text) : error.locations?.[0];
  const message = `syntax error, unexpected ${unexpected}`;
  if (!location) return { message };
  return { message: `${message} at [${location.line}, ${location.column}]`, locations: [location] };
}

/** Place where a document ended too early: at its last token (recorded); nowhere in an empty one. */
function lastToken(text: string): { readonly line: number; readonly column: number } | undefined {
  const lexer = new Lexer(new Source(text));
  let last: { line: number; column: number } | undefined;
  while (lexer.advance().kind !== TokenKind.EOF) {
    last = { line: lexer.token.line, column: lexer.token.column };
  }
  return last;
}

const nameToken = (token: string): string =>
  `${tokenNames[token] ?? 'IDENTIFIER'} (${JSON.stringify(token)})`;
