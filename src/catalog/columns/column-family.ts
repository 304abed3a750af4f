import type { ValueRules } from '../values/cell';
import type { CellKindName } from './cell-kinds';
import type { ColumnEntry, FamilyFact, FamilyFacts, FieldGroup } from './column';

/** All that a family of columns says of itself. */
export interface ColumnFamily extends Pick<ColumnEntry, 'writtenBy' | 'uses' | 'zeroClears' | 'required'> {
  readonly group: FieldGroup;
  /** Reads what a header of the family names; undefined where a header is none of it. */
  readonly named: (header: string) => FamilyMember | undefined;
  /** The facts of the shop that `resolve` asks for. */
  readonly needs?: FamilyFact;
  /** Says what it means in a shop; absent where the header alone tells. */
  readonly resolve?: (member: FamilyMember, facts: FamilyFacts) => ResolvedMember;
  /** Reads a header that is known by nothing but a name that the shop has given. */
  readonly called?: (
    header: string,
    facts: FamilyFacts,
  ) => FamilyMember | { readonly why: string } | undefined;
  /** Says why a header that looks like one of the family is left alone; it completes a sentence. */
  readonly whyLeft?: (header: string) => string | undefined;
  /** The header that we would write; the name itself where it is absent. */
  readonly header?: (member: FamilyMember) => string;
  /** More that is true of a member's column. */
  readonly entry?: (
    member: FamilyMember,
  ) => Pick<ColumnEntry, 'soldAt' | 'orderedAs' | 'publication' | 'whyShown' | 'uses'>;
}

export interface FamilyMember {
  readonly level: 'product' | 'variant';
  readonly kind: CellKindName;
  readonly name: string;
}

export type ResolvedMember =
  | {
      readonly member: FamilyMember;
      readonly rules: ValueRules;
      /** Another family that it is of in this shop. */
      readonly as?: string;
    }
  /** Each filled cell is told why it is left; it completes a sentence that begins with the cell. */
  | { readonly member: FamilyMember; readonly whyCells: string }
  /** Left alone, with the reason. */
  | { readonly why: string };
