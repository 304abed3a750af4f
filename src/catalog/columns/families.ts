import { headerFor, NO_CATALOG } from '../markets/headers';
import {
  isOfCategory,
  metafieldCalled,
  metafieldNamed,
  type NamedMetafield,
  resolveMetafield,
  whyNoMetafield,
  whyShown,
} from '../metafields/definitions';
import type { ValueRules } from '../values/cell';
import { scopesLacked } from '../values/scope-uses';
import { UNPLACED_RULE } from './amount-kinds';
import { CATALOG_FAMILIES } from './catalog-families';
import { type CellKindName, isCellKind } from './cell-kinds';
import type { ColumnEntry, FamilyFact, FamilyFacts, FieldGroup } from './column';
import type { ColumnFamily, FamilyMember } from './column-family';
import { kindOfType, typeOfKind } from './metafield-kinds';
import { shownKindOf } from './shown-kinds';

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
    resolve: ({ level, kind, name }, { definitions = [], granted = [] }) => {
      const resolved = resolveMetafield({ level, name, type: typeOfKind(kind) }, definitions);
      if (resolved.kind === 'left') return resolved;
      const member = memberOfMetafield(resolved.metafield);
      if (resolved.kind === 'read') return { member, rules: resolved.rules };
      const seesNames = scopesLacked('entryNames', granted).length === 0;
      return {
        member: { ...member, kind: shownKindOf(member.kind, seesNames) },
        rules: [],
        as: 'shownMetafield',
      };
    },
    entry: ({ name }) => (isOfCategory(name) ? { uses: 'entryNames' } : {}),
    called: (header, { definitions = [] }) => {
      const called = metafieldCalled(header, definitions);
      return called && 'level' in called ? memberOfMetafield(called) : called;
    },
    whyLeft: whyNoMetafield,
  },
  /** A field of its own, so that a value remembered while it was only shown is never sent. */
  shownMetafield: {
    group: 'products',
    writtenBy: 'values',
    named: () => undefined,
    entry: ({ name }) => ({ whyShown: whyShown(name), ...(isOfCategory(name) && { uses: 'entryNames' }) }),
  },
  ...CATALOG_FAMILIES,
} satisfies Readonly<Record<string, ColumnFamily>>;

function memberOfMetafield({ level, name, type }: NamedMetafield): FamilyMember {
  return { level, name, kind: type ? kindOfType(type) : 'meta_untyped' };
}

export type FamilyName = keyof typeof FAMILIES;

/**
 * The key of a family's column holds all that is known of it: the family, the level, the kind of cell and the name. So a
 * value that is remembered, or to be undone, can be compared by the same rules after its column has left the sheet.
 */
export type FamilyKey = `${FamilyName}:${FamilyMember['level']}:${string}:${string}`;

const NAMES = Object.keys(FAMILIES) as readonly FamilyName[];
const OF_METAFIELDS: readonly FamilyName[] = ['metafield', 'shownMetafield'];
const FAMILY_NAMES: ReadonlySet<string> = new Set(NAMES);
const FORM = /^(\w+):(product|variant):(\w+):(.+)$/s;

/** Columns by their keys. Both are asked for with every value, and a shop has some hundred. */
const KNOWN = new Map<string, FamilyColumn>();

export function isFamilyKey(key: string): key is FamilyKey {
  // Most keys are recognised without the pattern.
  if (!key.includes(':')) return false;
  if (KNOWN.has(key)) return true;
  const [, family = '', , kind = ''] = FORM.exec(key) ?? [];
  return FAMILY_NAMES.has(family) && isCellKind(kind);
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
  const known = KNOWN.get(key);
  if (known) return known;
  const column = describedColumn(key);
  KNOWN.set(key, column);
  return column;
}

function describedColumn(key: FamilyKey): FamilyColumn {
  const { family, ...member } = memberOf(key);
  const { group, writtenBy, uses, zeroClears, required, header, entry }: ColumnFamily = FAMILIES[family];
  const { level, kind, name } = member;
  return {
    key,
    level,
    kind,
    headers: [header?.(member) ?? name],
    isField: true,
    group,
    ...(writtenBy && { writtenBy }),
    ...(uses && { uses }),
    ...(zeroClears && { zeroClears }),
    ...(required && { required }),
    ...entry?.(member),
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

/** The facts of a shop by which it may have given a header its name. */
export const NAMING_FACTS: readonly FamilyFact[] = NAMES.flatMap((family) => {
  const { called, needs }: ColumnFamily = FAMILIES[family];
  return called && needs ? [needs] : [];
});

/** The column whose name the shop gave to a field of its own; or why it is left alone, which completes a sentence. */
export function columnCalled(
  header: string,
  facts: FamilyFacts,
): FamilyColumn | { readonly why: string } | undefined {
  for (const family of NAMES) {
    const rules: ColumnFamily = FAMILIES[family];
    const called = rules.called?.(header, facts);
    if (called) return 'why' in called ? called : columnOfMember(family, called);
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
export function resolvedColumn(
  key: FamilyKey,
  facts: FamilyFacts,
): { readonly column: Omit<FamilyColumn, 'isField'>; readonly rules: ValueRules } | { readonly why: string } {
  const { family, ...member } = memberOf(key);
  const rules: ColumnFamily = FAMILIES[family];
  const resolved = rules.resolve?.(member, facts) ?? { member, rules: [] };
  if ('why' in resolved) return resolved;
  const as = 'as' in resolved ? NAMES.find((name) => name === resolved.as) : undefined;
  const column = columnOfMember(as ?? family, resolved.member);
  if ('rules' in resolved) return { column, rules: resolved.rules };
  // Its cells belong to no item, so nothing of them is compared or remembered.
  const { isField: _, ...unplaced } = column;
  return { column: unplaced, rules: [{ name: UNPLACED_RULE, value: resolved.whyCells }] };
}

/** The key of a column of prices in the rows of a tab that name a catalog; undefined of any other column. */
export function keyInCatalog(
  { key, soldAt, ofCatalog }: ColumnEntry,
  catalog: string,
): FamilyKey | undefined {
  const ofPrice = soldAt && !soldAt.list ? (soldAt.price === key ? 'price' : 'compareAt') : undefined;
  const part = ofCatalog ?? ofPrice;
  if (!part) return undefined;
  return columnNamed(headerFor(part, catalog.trim() || NO_CATALOG))?.key;
}

/** The facts of a shop that tell what a column means in it. */
export function factOf(key: string): FamilyFact | undefined {
  if (!isFamilyKey(key)) return undefined;
  const { needs }: ColumnFamily = FAMILIES[memberOf(key).family];
  return needs;
}

/** The metafield that a column is of, sent or only shown; undefined where it is of none. */
export function metafieldOf(key: string): FamilyMember | undefined {
  if (!isFamilyKey(key)) return undefined;
  const { family, ...member } = memberOf(key);
  return OF_METAFIELDS.includes(family) ? member : undefined;
}

/** One name for columns of one field, whichever type their headers say it has. */
export function fieldName(key: string): string {
  if (!isFamilyKey(key)) return key;
  const { family, level, name } = memberOf(key);
  return `${metafieldOf(key) ? 'metafield' : family}:${level}:${name}`;
}
