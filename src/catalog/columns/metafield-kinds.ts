import { itemsIn } from '../metafields/json';
import { listOf } from '../metafields/lists';
import { brokenRule } from '../metafields/rules';
import { singleValue } from '../metafields/single-values';
import { METAFIELD_TYPES, type MetafieldType, type SingleType } from '../metafields/types';
import type { ValueType } from '../metafields/value-type';
import type { FieldValue } from '../values/cell';
import type { CellKind, Referred } from './cell-kind';

/** Names of kinds have only letters, because column keys contain them. */
type KindOf<Type extends MetafieldType> = Type extends `list.${infer Single}`
  ? `metalist_${Single}`
  : `meta_${Type}`;

export type MetafieldKind = KindOf<MetafieldType>;

export function kindOfType<Type extends MetafieldType>(type: Type): KindOf<Type> {
  return (type.startsWith('list.') ? `metalist_${type.slice(5)}` : `meta_${type}`) as KindOf<Type>;
}

let types: ReadonlyMap<string, MetafieldType> | undefined;

/** Undefined where a kind is not of a metafield. */
export function typeOfKind(kind: string): MetafieldType | undefined {
  types ??= new Map(METAFIELD_TYPES.map((type) => [kindOfType(type), type]));
  return types.get(kind);
}

function valueTypeOf(type: MetafieldType): ValueType {
  return type.startsWith('list.')
    ? listOf(singleValue(type.slice(5) as SingleType))
    : singleValue(type as SingleType);
}

const REFERS: Readonly<Partial<Record<MetafieldType, Referred>>> = {
  collection_reference: 'collection',
  'list.collection_reference': 'collection',
  product_reference: 'product',
  'list.product_reference': 'product',
  variant_reference: 'variant',
  'list.variant_reference': 'variant',
};

function refersOf(type: MetafieldType): Pick<CellKind, 'refers'> {
  const to = REFERS[type];
  if (!to) return {};
  const itemsOf = (value: FieldValue) => itemsIn(String(value)) ?? [String(value)];
  const isName = (item: string) => !item.startsWith('gid:');
  return {
    refers: {
      to,
      names: (value) => itemsOf(value).filter(isName),
      withIds: (value, idOf) => {
        const ids = itemsOf(value).map((item) => (isName(item) ? idOf(item) : item));
        return type.startsWith('list.') ? JSON.stringify(ids) : (ids[0] ?? '');
      },
    },
  };
}

function cellsOf(type: MetafieldType): CellKind {
  const { parse, write, canonical, ...rest } = valueTypeOf(type);
  return {
    ...rest,
    hasOwnWords: true,
    parse(raw, context) {
      const parsed = parse(raw, context);
      // Other programs write a reference as a name, which is no reason to refuse its row.
      if ('problem' in parsed) return type.endsWith('_reference') ? { ...parsed, isLeft: true } : parsed;
      const problem = brokenRule(type, String(parsed.value), context.rules);
      return problem ? { problem } : parsed;
    },
    ...refersOf(type),
    write: (value) => write(String(value)),
    canonical: (value) => canonical(String(value)),
  };
}

/** The kind of cells of this name; undefined where it is of no metafield. */
export function metafieldKind(name: string): CellKind | undefined {
  const type = typeOfKind(name);
  return type && cellsOf(type);
}
