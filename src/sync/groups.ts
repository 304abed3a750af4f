import type { FieldGroup } from '../catalog/row';
import { FIELD_GROUPS } from '../plan/policy';

/** The groups that a call asked for, in their order; all of them where it asked for none or for nonsense. */
export function groupsOf(asked: readonly FieldGroup[] | undefined): readonly FieldGroup[] {
  const groups = FIELD_GROUPS.filter((group) => asked?.includes(group));
  return groups.length > 0 ? groups : FIELD_GROUPS;
}
