import { CELL_KINDS, type CellKindName } from './cell-kinds';
import type { ColumnEntry, FieldGroup } from './column';

interface ColumnFamily {
  readonly group: FieldGroup;
  /** Reads what a header of the family names; undefined where a header is none of it. */
  readonly named: (header: string) => FamilyMember | undefined;
}

export interface FamilyMember {
  readonly level: 'product' | 'variant';
  readonly kind: CellKindName;
  readonly name: string;
}

/** Families of columns whose names are known only at run time, as the shop or the sheet gives them. */
const FAMILIES = {
  // No header tells the kind of cell: only a definition in the shop does, and those are not read yet.
  metafield: { group: 'products', named: () => undefined },
} satisfies Readonly<Record<string, ColumnFamily>>;

export type FamilyName = keyof typeof FAMILIES;

/**
 * All that is known of a column of a family stands in its key: the family, the level, the kind of cell and the name. So
 * a value that is remembered, or to be undone, is compared by the same rules when its column has left the sheet and no
 * layout could tell them.
 */
export type FamilyKey = `${FamilyName}:${FamilyMember['level']}:${CellKindName}:${string}`;

const NAMES = Object.keys(FAMILIES) as readonly FamilyName[];
const FORM = /^(\w+):(product|variant):(\w+):(.+)$/s;

export function isFamilyKey(key: string): key is FamilyKey {
  const [, family = '', , kind = ''] = FORM.exec(key) ?? [];
  return Object.keys(FAMILIES).includes(family) && Object.keys(CELL_KINDS).includes(kind);
}

interface FamilyColumn extends ColumnEntry {
  readonly key: FamilyKey;
  readonly level: FamilyMember['level'];
  readonly group: FieldGroup;
  readonly isField: true;
}

/** The family and all that a key says of its column. */
export function memberOf(key: FamilyKey): FamilyMember & { readonly family: FamilyName } {
  const [family, level, kind, ...name] = key.split(':') as [
    FamilyName,
    FamilyMember['level'],
    CellKindName,
    ...string[],
  ];
  return { family, level, kind, name: name.join(':') };
}

/** The column of a family, as its key describes it. */
export function familyColumn(key: FamilyKey): FamilyColumn {
  const { family, level, kind, name } = memberOf(key);
  return { key, level, kind, headers: [name], isField: true, group: FAMILIES[family].group };
}

/** The column of a family that a header names. */
export function columnNamed(header: string): FamilyColumn | undefined {
  for (const family of NAMES) {
    const rules: ColumnFamily = FAMILIES[family];
    const member = rules.named(header);
    if (member) return familyColumn(`${family}:${member.level}:${member.kind}:${member.name}`);
  }
  return undefined;
}
