import type { Parsed } from './cell';

/** The task that a Matrixify row sets for its record. MERGE creates or updates; a blank cell means the same. */
export type Command = 'MERGE' | 'NEW' | 'UPDATE' | 'IGNORE' | 'DELETE';

/** The word that asks for the end of an item, in a column of its own. */
export const DELETE_WORD = '[delete]';

export function asksForDeletion(text: string): boolean {
  return text.trim().toLowerCase() === DELETE_WORD;
}

/**
 * Advice about the delete word in a cell where it asks for no deletion. Next to an image it means that image, and
 * never its variant or product.
 */
export function misplacedDeletion(
  header: string,
  { level, kind }: { readonly level: string; readonly kind: string },
): string {
  if (kind === 'url')
    return `${header} says ${DELETE_WORD}. To take the image off the variant, type [clear] here; to take it off the product, type ${DELETE_WORD} into the cell of its address.`;
  return level === 'image'
    ? `${header} says ${DELETE_WORD}. To take the image off the product, type that word into the cell of its address, and empty this one.`
    : `${header} says ${DELETE_WORD}, which belongs in a column named Delete. Type it there; to empty a field, type [clear].`;
}

/** Any other word asks for nothing, and its row says so: a column of this name may be the merchant's own. */
export function parseDeletion(raw: string | number | boolean): Parsed {
  return asksForDeletion(String(raw))
    ? { value: 'DELETE' }
    : {
        problem: 'is not [delete], so nothing is deleted. Type that word, or empty the cell',
        isLeft: true,
      };
}

/** How the tags of the sheet are applied to those of the store: added to them, in their place, or removed from them. */
export type TagsCommand = 'MERGE' | 'REPLACE' | 'DELETE';

type ParseVerb = (raw: string | number | boolean) => Parsed;

/** Source: https://matrixify.app/documentation/matrixify-format-template (Command, Variant Command, Image Command) */
export const parseCommand = verbs<Command>(['MERGE', 'NEW', 'UPDATE', 'IGNORE', 'DELETE'], {
  replace:
    'would delete the product and make it anew, with another ID. Type MERGE to change it, or DELETE to delete it',
});
export const parseVariantCommand = verbs<Command>(['MERGE', 'NEW', 'UPDATE', 'DELETE'], {
  replace:
    'would delete each variant that has no row here. Type MERGE, and DELETE on the row of each that is to go',
});
export const parseImageCommand = verbs<Command>(['MERGE', 'NEW', 'DELETE'], {
  replace:
    'would take off each image that has no row here. Type MERGE, and DELETE beside each address that is to go; another address in a row replaces its image',
});
export const parseTagsCommand = verbs<TagsCommand>(['MERGE', 'REPLACE', 'DELETE'], {});

/** `replace` says why REPLACE, which deletes what is absent from the sheet, is refused, and what to do instead. */
function verbs<Verb extends string>(
  taken: readonly Verb[],
  { replace }: { readonly replace?: string },
): ParseVerb {
  return (raw) => {
    const verb = String(raw).trim().toUpperCase();
    if (replace && verb === 'REPLACE') return { problem: replace };
    return taken.some((candidate) => candidate === verb)
      ? { value: verb }
      : { problem: `must be ${taken.join(', ')} or empty` };
  };
}
