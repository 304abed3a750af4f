import type { Problem } from '../../ports/problem';
import type { Services } from '../ground/services';
import type { ReadCatalog } from './read-catalog';

/**
 * The reason why results cannot be written next to the rows, asked before anything is sent: every row must get its
 * answer. Makes the status columns where there are none. Throws where the add-on's memory cannot be written.
 */
export function refuseUnwritable(
  { statusBlock, refusalOf, journals }: Services,
  { tabs }: Pick<ReadCatalog, 'tabs'>,
): Problem | undefined {
  journals.open('state').checkWritable();
  journals.open('undo').checkWritable();
  for (const { sheetId, name, layout } of tabs) {
    try {
      if (!statusBlock.prepare(sheetId, layout)) return unwritable(name);
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      return refusal.kind === 'protected'
        ? unwritable(name)
        : { ...refusal, message: `“${name.slice(0, 60)}”: ${refusal.message}` };
    }
  }
  return undefined;
}

function unwritable(tab: string): Problem {
  return {
    kind: 'protected',
    message: `The status columns of “${tab.slice(0, 60)}” are protected from you, so nothing was sent.`,
    nextStep:
      'Ask the owner of the spreadsheet to let you edit these columns (Data ▸ Protect sheets and ranges), and sync again.',
  };
}
