import type { Parsed } from './cell';

/** The task that a Matrixify row sets for its record. MERGE creates or updates; a blank cell means the same. */
export type Command = 'MERGE' | 'NEW' | 'UPDATE' | 'IGNORE' | 'DELETE';

/** The word that asks for the end of an item, in a column of its own. */
export const DELETE_WORD = '[delete]';

export function asksForDeletion(text: string): boolean {
  return text.trim().toLowerCase() === DELETE_WORD;
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

/** The way in which the tags of the sheet join those of the store: as they are added, all of them, or taken away. */
export type TagsCommand = 'MERGE' | 'REPLACE' | 'DELETE';

/** Verbs that delete what is absent from the sheet. */
const DELETING = ['REPLACE'];

type ParseVerb = (raw: string | number | boolean) => Parsed;

/** Source: https://matrixify.app/documentation/matrixify-format-template (Command, Variant Command, Image Command) */
export const parseCommand = verbs<Command>(['MERGE', 'NEW', 'UPDATE', 'IGNORE', 'DELETE'], DELETING);
export const parseVariantCommand = verbs<Command>(['MERGE', 'NEW', 'UPDATE', 'DELETE'], DELETING);
export const parseImageCommand = verbs<Command>(['MERGE', 'NEW', 'DELETE'], DELETING);
export const parseTagsCommand = verbs<TagsCommand>(['MERGE', 'REPLACE', 'DELETE'], []);

function verbs<Verb extends string>(taken: readonly Verb[], refused: readonly string[]): ParseVerb {
  return (raw) => {
    const verb = String(raw).trim().toUpperCase();
    if (refused.includes(verb))
      return { problem: 'is not done from a sheet, which never deletes. Set Status to Archived instead' };
    return taken.some((candidate) => candidate === verb)
      ? { value: verb }
      : { problem: `must be ${taken.join(', ')} or empty` };
  };
}
