import type { FieldGroup } from '../../catalog/columns/column';
import { FIELD_GROUPS } from '../../plan/model/policy';
import { listOf, oneOf } from '../../ports/shape';

export const groupsShape = listOf(oneOf<FieldGroup>(...FIELD_GROUPS), FIELD_GROUPS.length);

/** The groups that a call asked for, in their order; all of them where it asked for none. */
export function groupsOf(asked: readonly FieldGroup[] | undefined): readonly FieldGroup[] {
  const groups = FIELD_GROUPS.filter((group) => asked?.includes(group));
  return groups.length > 0 ? groups : FIELD_GROUPS;
}
