import { foldHeader } from '../columns/header-match';
import type { DialectRules } from './dialect-rules';

/** Headers that Matrixify alone writes. */
const MARKS: readonly RegExp[] = [
  /^((tags|image|variant) )?command$/i,
  /^(top row|row #|body html|total inventory qty|variant inventory item id)$/i,
  /^category: (id|name)$/i,
  /^(variant )?metafield: /i,
  /^inventory (available|on hand)( adjust)?: /i,
];

/** Source: https://matrixify.app/documentation/matrixify-format-template (the Products sheet) */
export const matrixify: DialectRules = {
  name: 'Matrixify',
  recognises: (headers) => {
    const names = new Set(headers.map(foldHeader));
    if (names.has('id') && names.has('variant id')) return true;
    return headers.some((header) => MARKS.some((mark) => mark.test(header.trim())));
  },
  headers: {
    productId: ['ID'],
    category: ['Category', 'Category: ID', 'Category: Name'],
    command: ['Command'],
    tagsCommand: ['Tags Command'],
    topRow: ['Top Row'],
    variantCommand: ['Variant Command'],
    imageCommand: ['Image Command'],
  },
  // Columns that only its export fills, and stock states other than available and on hand.
  unsynced: [
    /^(variant )?metafield: /i,
    /^(created at|updated at|published scope|template suffix|url|row #)$/i,
    /^total inventory qty$/i,
    /^category: (id|name)$/i,
    /^image (type|width|height|attachment)$/i,
    /^variant (inventory item id|position|shipping profile|generate from options)$/i,
    /^inventory (committed|reserved|incoming|damaged|safety stock|quality control)( adjust)?: /i,
  ],
  whyUnsynced: [
    [/^published scope$/i, 'the columns Published and Channels say where a product is shown. Use those.'],
  ],
  idIsHint: true,
  // Rows of one record stand next to each other.
  groupsBy: 'record',
};
