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
  standardMetafieldDefinitionEnable: /createdDefinition/,
  productCreateMedia: /\.media\[\d+\]$/,
  productOptionsCreate: /./,
  productVariantsBulkCreate: /\.productVariants\[\d+\]/,
};

/** Everything that was there before the scenario began, as far as its setup and answers show it. */
export function knownThings(contract: Contract): KnownThing[] {
  const things = new Map<string, KnownThing>();
  visit(contract.setup, (thing) => note(things, thing));
  const made = new Set<string>();
  for (const request of contract.requests) {
    const named = JSON.stringify(request.variables ?? null);
    const isOld = (id: string): boolean => things.has(id) || named.includes(id);
    visit(request.answer, (thing, path) => {
      if (!isOld(thing.id) && madeBy(request, path)) made.add(thing.id);
    });
    visit(request.answer, (thing) => note(things, thing));
  }
  return [...things.values()].filter((thing) => !made.has(thing.id));
}

const rootOf = (request: ContractRequest): string =>
  /\{\s*(?:\w+\s*:\s*)?(\w+)/.exec(request.document)?.[1] ?? '';

function madeBy(request: ContractRequest, path: string): boolean {
  const root = rootOf(request);
  if (root === 'productSet') return !/"id": ?"gid|"identifier"/.test(JSON.stringify(request.variables));
  return makers[root]?.test(path) ?? false;
}

function note(things: Map<string, KnownThing>, thing: KnownThing): void {
  const before = things.get(thing.id);
  things.set(thing.id, {
    id: thing.id,
    fields: { ...thing.fields, ...before?.fields },
    insideOf: before?.insideOf ?? thing.insideOf,
  });
}

type Visitor = (thing: KnownThing, path: string) => void;

/** Every object with an id, from the outside in. */
function visit(value: Json, visitor: Visitor, path = '', insideOf: string | null = null): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visit(item, visitor, `${path}[${index}]`, insideOf);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const tree = value as Tree;
  const id = typeof tree.id === 'string' && tree.id.startsWith('gid://') ? tree.id : null;
  if (id) visitor({ id, fields: tree, insideOf }, path);
  for (const [name, item] of Object.entries(tree)) {
    if (name !== 'variables') visit(item, visitor, `${path}.${name}`, id ?? insideOf);
  }
}
