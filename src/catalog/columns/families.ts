import {
  metafieldNamed,
  type NamedMetafield,
  settleMetafield,
  whyNoMetafield,
} from '../metafields/definitions';
import type { ValueRules } from '../values/cell';
import { CELL_KINDS, type CellKindName } from './cell-kinds';
import type { ColumnEntry, FamilyFact, FamilyFacts, FieldGroup } from './column';
import { kindOfType, typeOfKind } from './metafield-kinds';

interface ColumnFamily extends Pick<ColumnEntry, 'writtenBy' | 'uses'> {
  readonly group: FieldGroup;
  /** Reads what a header of the family names; undefined where a header is none of it. */
  readonly named: (header: string) => FamilyMember | undefined;
  /** The facts of the shop that `settle` asks for. */
  readonly needs?: FamilyFact;
  /** Says what it means in a shop; absent where the header alone tells. */
  readonly settle?: (member: FamilyMember, facts: FamilyFacts) => SettledMember;
  /** Says why a header that looks like one of the family is left alone; it completes a sentence. */
  readonly whyLeft?: (header: string) => string | undefined;
}

export interface FamilyMember {
  readonly level: 'product' | 'variant';
  readonly kind: CellKindName;
  readonly name: string;
}

type SettledMember =
  | { readonly member: FamilyMember; readonly rules: ValueRules }
  /** Left alone, with the reason. */
  | { readonly why: string };

/** Families of columns whose names are known only at run time, as the shop or the sheet gives them. */
const FAMILIES = {
  metafield: {
    group: 'products',
    writtenBy: 'values',
    named: (header) => {
      const metafield = metafieldNamed(header);
      return metafield && memberOfMetafield(metafield);
    },
    needs: 'definitions',
    settle: ({ level, kind, name }, { definitions = [] }) => {
      const settled = settleMetafield({ level, name, type: typeOfKind(kind) }, definitions);
      return settled.kind === 'left'
        ? settled
        : { member: memberOfMetafield(settled.metafield), rules: settled.rules };
    },
    whyLeft: whyNoMetafield,
  },
} satisfies Readonly<Record<string, ColumnFamily>>;

function memberOfMetafield({ level, name, type }: NamedMetafield): FamilyMember {
  return { level, name, kind: type ? kindOfType(type) : 'meta_untyped' };
}

export type FamilyName = keyof typeof FAMILIES;

/**
 * All that is known of a column of a family stands in its key: the family, the level, the kind of cell and the name. So
 * a value that is remembered, or to be undone, is compared by the same rules when its column has left the sheet and no
 * layout could tell them.
 */
export type FamilyKey = `${FamilyName}:${FamilyMember['level']}:${string}:${string}`;

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
  const { group, writtenBy, uses }: ColumnFamily = FAMILIES[family];
  return {
    ...{ key, level, kind, headers: [name], isField: true, group },
    ...(writtenBy && { writtenBy }),
    ...(uses && { uses }),
  };
}

function columnOfMember(family: FamilyName, { level, kind, name }: FamilyMember): FamilyColumn {
  return familyColumn(`${family}:${level}:${kind}:${name}`);
}

/** The column of a family that a header names. */
export function columnNamed(header: string): FamilyColumn | undefined {
  for (const family of NAMES) {
    const rules: ColumnFamily = FAMILIES[family];
    const member = rules.named(header);
    if (member) return columnOfMember(family, member);
  }
  return undefined;
}

/** Why a header that looks like one of a family is left alone in every shop. */
export function whyLeft(header: string): string | undefined {
  for (const family of NAMES) {
    const rules: ColumnFamily = FAMILIES[family];
    const why = rules.whyLeft?.(header);
    if (why) return why;
  }
  return undefined;
}

/** A column of a family as a shop means it. */
export function settledColumn(
  key: FamilyKey,
  facts: FamilyFacts,
): { readonly column: FamilyColumn; readonly rules: ValueRules } | { readonly why: string } {
  const { family, ...member } = memberOf(key);
  const rules: ColumnFamily = FAMILIES[family];
  const settled = rules.settle?.(member, facts) ?? { member, rules: [] };
  return 'why' in settled
    ? settled
    : { column: columnOfMember(family, settled.member), rules: settled.rules };
}

/** The facts of a shop that tell what a column means in it. */
export function factOf(key: string): FamilyFact | undefined {
  if (!isFamilyKey(key)) return undefined;
  const { needs }: ColumnFamily = FAMILIES[memberOf(key).family];
  return needs;
}

/** One name for columns of one field, whichever type their headers say it has. */
export function fieldName(key: string): string {
  if (!isFamilyKey(key)) return key;
  const { family, level, name } = memberOf(key);
  return `${family}:${level}:${name}`;
}
