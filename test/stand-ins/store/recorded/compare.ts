import type { Json } from './recordings';

export interface Difference {
  readonly path: string;
  readonly recorded: unknown;
  readonly ours: unknown;
}

const cursorKeys = new Set(['cursor', 'startCursor', 'endCursor']);

/** Kinds of text whose content says nothing about behaviour: only that both sides have one is compared. */
const opaque: readonly RegExp[] = [
  /^[\w+/=]{200,}$/,
  /^eyJ[\w+/=]+$/,
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/,
  /^https?:\/\//,
  /^[0-9a-f]{64}$/,
];

/**
 * What differs between a recorded answer and ours. Not compared: ids themselves (their type is), cursors, times,
 * URLs, digests, signatures and policies and `extensions` (of errors: the code is).
 */
export function differences(
  recorded: Json | undefined,
  ours: Json | undefined,
  path = '$',
  ignoredKeys: ReadonlySet<string> = new Set(),
): Difference[] {
  const differs: Difference[] = [{ path, recorded, ours }];
  if (typeof recorded === 'string' && typeof ours === 'string')
    return sameText(recorded, ours, path) ? [] : differs;
  if (Array.isArray(recorded)) {
    if (!Array.isArray(ours) || ours.length !== recorded.length) return differs;
    return recorded.flatMap((item, index) =>
      differences(item, ours[index], `${path}[${index}]`, ignoredKeys),
    );
  }
  if (typeof recorded === 'object' && recorded !== null) {
    if (typeof ours !== 'object' || ours === null || Array.isArray(ours)) return differs;
    return objectDifferences(recorded as Tree, ours as Tree, path, ignoredKeys);
  }
  return recorded === ours ? [] : differs;
}

type Tree = { readonly [key: string]: Json };

function objectDifferences(
  recorded: Tree,
  ours: Tree,
  path: string,
  ignoredKeys: ReadonlySet<string>,
): Difference[] {
  const keys = new Set([...Object.keys(recorded), ...Object.keys(ours)]);
  return [...keys].flatMap((key) => {
    if (ignoredKeys.has(key)) return [];
    if (key === 'extensions') {
      const code = (tree: Tree): Json | undefined => (tree.extensions as Tree | undefined)?.code;
      return differences(code(recorded), code(ours), `${path}.extensions.code`);
    }
    return differences(recorded[key], ours[key], `${path}.${key}`, ignoredKeys);
  });
}

function sameText(recorded: string, ours: string, path: string): boolean {
  if (cursorKeys.has(path.split('.').at(-1) ?? '')) return true;
  if (opaque.some((kind) => kind.test(recorded) && kind.test(ours))) return true;
  return typesOnly(recorded) === typesOnly(ours);
}

/** Ids, also those of uploads and apps, reduced to their kind: `gid://shopify/Product/1` → `gid://shopify/Product/*`. */
const typesOnly = (text: string): string =>
  text
    .replace(/gid:\/\/shopify\/(\w+)\/[\w?=&-]+/g, 'gid://shopify/$1/*')
    .replace(/\bapp--\d+/g, 'app--*')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,}/g, '*')
    .replace(/\b20\d{6}(T\d{6}Z)?/g, '*');
