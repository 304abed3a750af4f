import { definitionFor } from '../../shop/rules/metafields/metafield-definitions';
import { compareDigest } from '../../shop/rules/metafields/metafield-digest';
import type { Metafield } from '../../shop/state/metafield';
import type { ObjectFields } from '../execution/field-resolver';
import { findNode } from '../queries/node';
import { legacyResourceId } from './values';

/** Types whose value is JSON; the others answer their text, number or boolean. */
function jsonValue(metafield: Metafield): unknown {
  const plainText =
    /^(single_line_text_field|multi_line_text_field|url|color|date|date_time|id|.*_reference)$/;
  if (plainText.test(metafield.type)) return metafield.value;
  if (metafield.type === 'number_decimal') return metafield.value;
  /** Recorded: true answers true, false the text `false`. */
  if (metafield.type === 'boolean') return metafield.value === 'true' || metafield.value;
  try {
    return JSON.parse(metafield.value);
  } catch {
    return metafield.value;
  }
}

export const metafieldFields: ObjectFields<Metafield> = {
  legacyResourceId,
  compareDigest: (metafield) => compareDigest(metafield),
  definition: (metafield, _args, { state }) =>
    definitionFor(state, metafield.ownerType, metafield.namespace, metafield.key) ?? null,
  description: () => null,
  jsonValue: (metafield) => jsonValue(metafield),
  owner: (metafield, _args, context) => findNode(context, metafield.ownerId),
  reference: (metafield, _args, context) =>
    /^(?!list\.).*_reference$/.test(metafield.type) ? findNode(context, metafield.value) : null,
  sizeInBytes: (metafield) => Buffer.byteLength(metafield.value),
};
