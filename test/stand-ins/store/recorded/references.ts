import { at } from './json-path';
import type { Contract, Json } from './recordings';

/** A variable that the recording does not hold: it stood in a part of the source that was not kept. */
export const missing = Symbol('missing');

type Tree = { readonly [key: string]: Json };

/** What a request's variables may refer to. */
export interface Sources {
  /** Our answers, by the name of the request. */
  readonly answers: ReadonlyMap<string, Json>;
  /** The first request's answer. */
  readonly primary: Json | undefined;
  readonly contract: Contract;
}

/** Variables with `{fromProxyResponse}`, `{fromPrimaryProxyPath}` and `{fromCapturePath}` filled in. */
export function resolveReferences(value: Json, sources: Sources): Json | typeof missing {
  if (Array.isArray(value)) {
    const items = value.map((item) => resolveReferences(item, sources));
    return items.includes(missing) ? missing : (items as Json[]);
  }
  if (value === null || typeof value !== 'object') return value;
  const tree = value as Tree;
  if (typeof tree.fromPrimaryProxyPath === 'string')
    return at(sources.primary, tree.fromPrimaryProxyPath) ?? missing;
  if (typeof tree.fromProxyResponse === 'string') {
    return at(sources.answers.get(tree.fromProxyResponse), String(tree.path)) ?? missing;
  }
  if (typeof tree.fromCapturePath === 'string') {
    return (
      at({ setup: sources.contract.setup, ...(sources.contract.setup as Tree) }, tree.fromCapturePath) ??
      missing
    );
  }
  const entries = Object.entries(tree).map(
    ([name, item]) => [name, resolveReferences(item, sources)] as const,
  );
  return entries.some(([, item]) => item === missing) ? missing : (Object.fromEntries(entries) as Tree);
}
