import { COLUMNS } from '../../../src/catalog/columns/columns';
import { wordsInCells } from '../../../src/language/cell-words';
import { wordsOfLanguage } from '../../support/words';
import type { Workbench } from '../../support/workbench';

/** Words of our English that German does not have, and no header either. */
const englishIn = (() => {
  const { messages } = wordsOfLanguage('de');
  const words = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = new Set([...Object.keys(messages), ...Object.keys(wordsInCells('de'))].flatMap(words));
  for (const one of [...Object.values(messages), ...COLUMNS.flatMap(({ headers }) => headers)].flatMap(words))
    english.delete(one);
  return (text: string) => words(text).filter((word) => english.has(word));
})();

/** Tabs that are the add-on's own, header row and all. */
const OWN_TABS = ['Sync preview', 'Sync history'];

/** Collects what the add-on writes into cells: its columns beside the merchant's rows, and its own tabs. */
export function readingOf({ runtime }: Workbench): {
  readonly read: ReadonlySet<string>;
  readonly look: () => void;
} {
  const read = new Set<string>();
  const isTab = (text: string) => runtime.state.workbook.sheets.some(({ name }) => name === text);
  const look = () => {
    for (const { name, rows } of runtime.state.workbook.sheets)
      for (const [index, row] of rows.entries())
        row.forEach((cell, at) => {
          const isOurs = OWN_TABS.includes(name) || /^Sync (status|message)$/.test(String(rows[0]?.[at]));
          if (isOurs && index > 0 && !isTab(String(cell))) read.add(String(cell));
        });
  };
  return { read, look };
}

/** Those of the texts in which a word of our English is left. */
export function inEnglish(texts: ReadonlySet<string>): string[] {
  return [...texts].filter((text) => englishIn(text.replace(/https:\S+/g, '')).length > 0);
}
