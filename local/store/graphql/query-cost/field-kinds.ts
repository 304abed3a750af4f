import type { SelectedField } from './selected-fields';

/** Number of nodes that a connection is asked for; none where the page size is left out (recorded). */
export const pageSize = (field: SelectedField): number => Number(field.args.first ?? field.args.last ?? 0);

/** A field of another API version has no type here; its arguments tell. */
export const isConnection = (field: SelectedField): boolean =>
  field.type ? field.type.name.endsWith('Connection') : 'first' in field.args || 'last' in field.args;

/** Entries of a connection are charged whatever their type (recorded for a customer's addresses). */
export const isNode = (parentName: string, field: SelectedField): boolean =>
  (field.name === 'nodes' && parentName.endsWith('Connection')) ||
  (field.name === 'node' && parentName.endsWith('Edge'));

/** An edge is the place of its node in the list, not an object of its own. */
export const isEdges = (parentName: string, field: SelectedField): boolean =>
  field.name === 'edges' && (parentName === '' || parentName.endsWith('Connection'));
