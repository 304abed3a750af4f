import { CELL_KINDS, type CellKindName } from './cell-kinds';
import type { ColumnEntry, FieldGroup } from './column';

/** Families of columns whose names are known only at run time, as the shop or the sheet gives them. */
const FAMILIES = {
  metafield: { group: 'products' },
} as const satisfies Readonly<Record<string, { readonly group: FieldGroup }>>;

type FamilyLevel = 'product' | 'variant';

/**
 * All that is known of a column of a family stands in its key: the family, the level, the kind of cell and the name. So
 * a value that is remembered, or to be undone, is compared by the same rules when its column has left the sheet and no
 * layout could tell them.
 */
export type FamilyKey = `${keyof typeof FAMILIES}:${FamilyLevel}:${CellKindName}:${string}`;

const FORM = /^(\w+):(product|variant):(\w+):(.+)$/s;

export function isFamilyKey(key: string): key is FamilyKey {
  const [, family = '', , kind = ''] = FORM.exec(key) ?? [];
  return Object.keys(FAMILIES).includes(family) && Object.keys(CELL_KINDS).includes(kind);
}

interface FamilyColumn extends ColumnEntry {
  readonly key: FamilyKey;
  readonly level: FamilyLevel;
  readonly group: FieldGroup;
  readonly isField: true;
}

/** The column of a family, as its key describes it. */
export function familyColumn(key: FamilyKey): FamilyColumn {
  const [family, level, kind, ...name] = key.split(':') as [
    keyof typeof FAMILIES,
    FamilyLevel,
    CellKindName,
    ...string[],
  ];
  return { key, level, kind, headers: [name.join(':')], isField: true, ...FAMILIES[family] };
}
