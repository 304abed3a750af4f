import { createHash } from 'node:crypto';
import type { Metafield } from '../../state/metafield';

/** Opaque to clients: 64 hexadecimal digits that change with the value (recorded form). */
export const compareDigest = (metafield: Metafield): string =>
  createHash('sha256').update(`${metafield.id}\n${metafield.type}\n${metafield.value}`).digest('hex');
