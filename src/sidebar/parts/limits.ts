import { say } from '../language/say';
import type { Settings, SettingsChange } from '../server/answers';

type Set = NonNullable<Settings['limits']>;
export type LimitKey = keyof Set['all'];

export interface Limit {
  readonly key: LimitKey;
  readonly words: string;
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  /** Whether a tab may have its own. */
  readonly isOfTab: boolean;
}

/** The numbers are those of the script, which a test compares. */
export const LIMITS: readonly Limit[] = [
  ofTab('priceDown', say`Price falls by more than %`, [30, 1, 95]),
  ofTab('priceUp', say`Price rises by more than %`, [100, 1, 900]),
  ofTab('stockToZero', say`Of a tab’s stock goes to 0, more than %`, [10, 1, 90]),
  ofTab('column', say`Of a column emptied or made equal, more than %`, [30, 1, 90]),
  ofTab('tabRows', say`By the schedule: of a tab’s rows, more than %`, [20, 0, 90]),
  { ...ofTab('newItems', say`By the schedule: new items, more than`, [20, 0, 1000]), isOfTab: false },
];

function ofTab(key: LimitKey, words: string, numbers: readonly [number, number, number]): Limit {
  const [usual, least, most] = numbers;
  return { key, words, usual, least, most, isOfTab: true };
}

export function limitOf(set: Set | undefined, sheetId: number | null, key: LimitKey): number | undefined {
  const own = set?.tabs.find((tab) => tab.sheetId === sheetId)?.limits;
  return (sheetId === null ? set?.all : own)?.[key];
}

interface Change {
  /** Null for all tabs. */
  readonly sheetId: number | null;
  readonly key: LimitKey;
  /** Undefined takes it back. */
  readonly value: number | undefined;
}

/** The same for the script, which knows what else is set. */
export function limitChange({ sheetId, key, value }: Change): NonNullable<SettingsChange['limits']> {
  const limits = { [key]: value ?? null };
  return sheetId === null ? { all: limits } : { tabs: [{ sheetId, limits }] };
}

/** The limits with one of them changed; a tab without any of its own is left out. */
export function withLimit(set: Set | undefined, { sheetId, key, value }: Change): Set {
  const { all = {}, tabs = [] } = set ?? {};
  const changed = (limits: Set['all']): Set['all'] => {
    const { [key]: _, ...others } = limits;
    return value === undefined ? others : { ...others, [key]: value };
  };
  if (sheetId === null) return { all: changed(all), tabs };
  const limits = changed(tabs.find((tab) => tab.sheetId === sheetId)?.limits ?? {});
  const others = tabs.filter((tab) => tab.sheetId !== sheetId);
  return { all, tabs: Object.keys(limits).length === 0 ? others : [...others, { sheetId, limits }] };
}
