import type { Contract, ContractRequest, Json } from '../recordings';

type Tree = { readonly [key: string]: Json };

/** What a recording tells about one record: the fields seen first win, objects below are records of their own. */
export interface KnownThing {
  readonly id: string;
  readonly fields: Tree;
  /** The record it was first seen inside of. */
  readonly insideOf: string | null;
}

/** Mutations whose answer shows what they made, and where in their payload it stands. */
const makers: Readonly<Record<string, RegExp>> = {
  collectionCreate: /./,
  fileCreate: /./,
  locationAdd: /./,
  metafieldDefinitionCreate: /createdDefinition/,
  metafieldsSet: /\.metafields\[\d+\]$/,
  productCreate: /./,
  productCreateMedia: /\.media\[\d+\]$/,
  productVariantsBulkCreate: /\.productVariants\[\d+\]/,
};

/** Everything that was there before the scenario began, as far as its setup and answers show it. */
export function knownThings(contract: Contract): KnownThing[] {
  const things = new Map<string, KnownThing>();
  const made = new Set<string>();
  collect(contract.setup, '', null, () => false, things, made);
  for (const request of contract.requests) {
    const root = rootOf(request);
    const isMade = (path: string): boolean => madeBy(root, request, path);
    collect(request.answer, '', null, isMade, things, made);
  }
  return [...things.values()].filter((thing) => !made.has(thing.id));
}

const rootOf = (request: ContractRequest): string => /\{\s*(?:\w+\s*:\s*)?(\w+)/.exec(request.document)?.[1] ?? '';

function madeBy(root: string, request: ContractRequest, path: string): boolean {
  if (root === 'productSet') return !/"id": ?"gid|"identifier"/.test(JSON.stringify(request.variables));
  return makers[root]?.test(path) ?? false;
}

function collect(
  value: Json,
  path: string,
  insideOf: string | null,
  isMade: (path: string) => boolean,
  things: Map<string, KnownThing>,
  made: Set<string>,
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) collect(item, `${path}[${index}]`, insideOf, isMade, things, made);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const tree = value as Tree;
  const id = typeof tree.id === 'string' && tree.id.startsWith('gid://') ? tree.id : null;
  if (id) {
    const before = things.get(id);
    if (!before && isMade(path)) made.add(id);
    things.set(id, {
      id,
      fields: { ...tree, ...before?.fields },
      insideOf: before?.insideOf ?? insideOf,
    });
  }
  for (const [name, item] of Object.entries(tree)) {
    if (name !== 'variables') collect(item, `${path}.${name}`, id ?? insideOf, isMade, things, made);
  }
}
