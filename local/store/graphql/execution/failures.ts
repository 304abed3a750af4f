import { GraphQLError } from 'graphql';

/** A top-level error raised by a resolver; graphql-js adds path and location, the field becomes null. */
export function failure(message: string, extensions: Readonly<Record<string, unknown>>): GraphQLError {
  return new GraphQLError(message, { extensions });
}

/** The schema knows it, this store does not model it: said aloud instead of answered wrongly. */
export function notImplemented(what: string): GraphQLError {
  return failure(`${what} is not implemented in the embedded store`, { code: 'NOT_IMPLEMENTED' });
}

/** Recorded: an id of the wrong type or form where Shopify loads the record before the mutation runs. */
export function invalidId(id: string): GraphQLError {
  return failure(`Invalid id: ${id}`, { code: 'RESOURCE_NOT_FOUND' });
}
