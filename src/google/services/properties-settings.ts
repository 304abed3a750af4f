import type { Secrets, Settings, SettingsAtOnce } from '../../ports/storage';
import { countPropertyCall } from './usage-count';

type Properties = GoogleAppsScript.Properties.Properties;

/** Document properties: everyone who edits the spreadsheet shares them. */
const ofDocument = storeOf('editors', () => {
  // Typed as never null, but it is in a script without a spreadsheet.
  const properties: Properties | null = PropertiesService.getDocumentProperties();
  if (!properties) {
    throw new Error('Settings need a spreadsheet. Open the script from one: Extensions ▸ Apps Script.');
  }
  return properties;
});

export const documentSettings: Settings = ofDocument;
export const documentSettingsAtOnce: SettingsAtOnce = ofDocument;

/** User properties: only this Google user's executions of this script read them. */
export const userSecrets: Secrets = storeOf('user', () => PropertiesService.getUserProperties());

/** Milliseconds for which a value that was read may be used: other executions write as well. */
const KNOWN_MS = 5_000;

/** Forgets what was read: another execution may have written until now. */
export function forgetReadProperties(): void {
  readings += 1;
}

/** Counts the times that read values were forgotten: those of an earlier lock may be out of date. */
export function locksSoFar(): number {
  return readings;
}

let readings = 0;

/** All values come with one call, which takes as long as a call for one of them. */
function storeOf<SeenBy extends string>(seenBy: SeenBy, open: () => Properties) {
  let known: { values: Map<string, string>; atMs: number; reading: number } | undefined;
  let together: Record<string, string> | undefined;
  let along: Record<string, string> = {};
  const counted = (): Properties => {
    countPropertyCall();
    return open();
  };
  const values = (): ReadonlyMap<string, string> => {
    const nowMs = Date.now();
    const isKnown =
      known && known.reading === readings && nowMs >= known.atMs && nowMs - known.atMs <= KNOWN_MS;
    if (!known || !isKnown) {
      const read = { ...counted().getProperties(), ...along, ...together };
      known = { values: new Map(Object.entries(read)), atMs: nowMs, reading: readings };
    }
    return known.values;
  };
  const write = (given: Readonly<Record<string, string>>): void => {
    const saved = { ...along, ...given };
    const entries = Object.entries(saved);
    along = {};
    const [[key, value] = []] = entries;
    if (key === undefined || value === undefined) return;
    if (entries.length === 1) counted().setProperty(key, value);
    else counted().setProperties(saved);
  };
  /** Each value counts for itself if Google refuses the block. */
  const writeSurely = (saved: Readonly<Record<string, string>>): void => {
    try {
      write(saved);
    } catch {
      for (const [key, value] of Object.entries(saved)) counted().setProperty(key, value);
    }
  };
  return {
    seenBy,
    load: (key: string) => values().get(key),
    loadNow: (key: string) => together?.[key] ?? counted().getProperty(key) ?? undefined,
    save: (key: string, value: string) => {
      if (together) together[key] = value;
      else write({ [key]: value });
      known?.values.set(key, value);
    },
    saveAlong: (key: string, value: string) => {
      along[key] = value;
      known?.values.set(key, value);
    },
    remove: (key: string) => {
      delete along[key];
      if (together) delete together[key];
      counted().deleteProperty(key);
      known?.values.delete(key);
    },
    saveTogether: <Value>(work: () => Value): Value => {
      if (together) return work();
      together = {};
      try {
        return work();
      } finally {
        const saved = together;
        together = undefined;
        writeSurely(saved);
      }
    },
  };
}
