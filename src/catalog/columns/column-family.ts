import type { ValueRules } from '../values/cell';
import type { CellKindName } from './cell-kinds';
import type { ColumnEntry, FamilyFact, FamilyFacts, FieldGroup } from './column';

/** Everything that defines a family of columns. */
export interface ColumnFamily extends Pick<ColumnEntry, 'writtenBy' | 'uses' | 'zeroClears' | 'required'> {
  readonly group: FieldGroup;
  /** Reads the member that a header names; undefined where the header is not of the family. */
  readonly named: (header: string) => FamilyMember | undefined;
  /** The facts of the shop that `resolve` asks for. */
  readonly needs?: FamilyFact;
  /** Finds what a member means in a shop; absent where the header alone is enough. */
  readonly resolve?: (member: FamilyMember, facts: FamilyFacts) => ResolvedMember;
  /** Reads a header that is recognised only by a name given in the shop. */
  readonly called?: (
    header: string,
    facts: FamilyFacts,
  ) => FamilyMember | { readonly why: string } | undefined;
  /** Says why a header that looks like one of the family is left alone; it completes a sentence. */
  readonly whyLeft?: (header: string) => string | undefined;
  /** The header that we would write; the name itself where it is absent. */
  readonly header?: (member: FamilyMember) => string;
  /** Further properties of a member's column. */
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
      /** The family that it belongs to in this shop, where that is another. */
      readonly as?: string;
    }
  /** Each filled cell is told why it is left; it completes a sentence that begins with the cell. */
  | { readonly member: FamilyMember; readonly whyCells: string }
  /** Left alone, with the reason. */
  | { readonly why: string };
