import type { Secrets, Settings } from '../../ports/storage';
import { countPropertyCall } from './usage-count';

type Properties = GoogleAppsScript.Properties.Properties;

/** Document properties: everyone who edits the spreadsheet shares them. */
export const documentSettings: Settings = storeOf('editors', () => {
  // Typed as never null, but it is in a script without a spreadsheet.
  const properties: Properties | null = PropertiesService.getDocumentProperties();
  if (!properties) {
    throw new Error('Settings need a spreadsheet. Open the script from one: Extensions ▸ Apps Script.');
  }
  return properties;
});

/** User properties: only this Google user's executions of this script read them. */
export const userSecrets: Secrets = storeOf('user', () => PropertiesService.getUserProperties());

function storeOf<SeenBy>(seenBy: SeenBy, open: () => Properties) {
  const counted = (): Properties => {
    countPropertyCall();
    return open();
  };
  return {
    seenBy,
    load: (key: string) => counted().getProperty(key) ?? undefined,
    save: (key: string, value: string) => {
      counted().setProperty(key, value);
    },
    remove: (key: string) => {
      counted().deleteProperty(key);
    },
  };
}
