import type { Parsed } from './cell-kinds';

/** What a Matrixify row asks to be done with its record; MERGE creates or updates, and is what a blank cell means. */
export type Command = 'MERGE' | 'NEW' | 'UPDATE' | 'IGNORE';

/** How the tags of the sheet join those of the store: as they are added, all of them, or taken away. */
export type TagsCommand = 'MERGE' | 'REPLACE' | 'DELETE';

const COMMANDS: readonly Command[] = ['MERGE', 'NEW', 'UPDATE', 'IGNORE'];
const TAGS_COMMANDS: readonly TagsCommand[] = ['MERGE', 'REPLACE', 'DELETE'];

/** Verbs that delete: what is absent from the sheet, or the whole record. */
const DELETING = ['DELETE', 'REPLACE'];

type RawVerb = string | number | boolean;

/** Source: https://matrixify.app/documentation/matrixify-format-template (Command, Variant Command, Image Command) */
export function parseCommand(raw: RawVerb): Parsed {
  const verb = String(raw).trim().toUpperCase();
  if (DELETING.includes(verb))
    return { problem: 'is not done from a sheet, which never deletes. Set Status to Archived instead' };
  return COMMANDS.some((command) => command === verb)
    ? { value: verb }
    : { problem: `must be ${COMMANDS.join(', ')} or empty` };
}

export function parseTagsCommand(raw: RawVerb): Parsed {
  const verb = String(raw).trim().toUpperCase();
  return TAGS_COMMANDS.some((command) => command === verb)
    ? { value: verb }
    : { problem: `must be ${TAGS_COMMANDS.join(', ')} or empty` };
}
