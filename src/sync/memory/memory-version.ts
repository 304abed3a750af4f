import { fail, type Result } from '../../ports/problem';
import type { Settings } from '../../ports/storage';
import type { Services } from '../ground/services';

/**
 * The version of what is remembered in hidden tabs and document properties. The minor number grows where an older script
 * may drop what it does not know, the major one where it would misread it.
 */
const OWN: Version = { major: 1, minor: 0 };

export const MEMORY_VERSION = `${OWN.major}.${OWN.minor}`;

interface Version {
  readonly major: number;
  readonly minor: number;
}

const KEY = 'memory-version';

const TAB = 'sync-to-shopify-state-';

/** The first cell of the state tab: of 1.0 without its minor number, as it was before there were any. */
export const MEMORY_FORMAT = `${TAB}${OWN.major}${OWN.minor === 0 ? '' : `.${OWN.minor}`}`;

/** A problem where a newer release wrote what is remembered, in a way that this one would misread. */
export function refuseNewerMemory({
  settings,
  journals,
}: Pick<Services, 'settings' | 'journals'>): Result<never> | undefined {
  const [[format] = []] = journals.open('state').read({ rows: { firstRow: 1, rowCount: 1 }, columns: 1 });
  const majors = [settings.load(KEY), formatVersion(format)].map(majorOf);
  return majors.some((major) => major > OWN.major) ? NEWER : undefined;
}

/** Tells whether this script may read the tab; one that an older major version wrote, or a damaged one, counts as empty. */
export function isReadable(format: string | undefined): boolean {
  const version = parse(formatVersion(format));
  return version?.major === OWN.major;
}

/** Records for later releases which version wrote here; the record of a newer version stays. */
export function noteMemoryVersion(settings: Settings): void {
  const noted = parse(settings.load(KEY));
  if (noted && (noted.major > OWN.major || (noted.major === OWN.major && noted.minor >= OWN.minor))) return;
  settings.save(KEY, MEMORY_VERSION);
}

function formatVersion(format: string | undefined): string | undefined {
  return format?.startsWith(TAB) ? format.slice(TAB.length) : undefined;
}

function parse(version: string | undefined): Version | undefined {
  const [, major, minor = '0'] = /^(\d+)(?:\.(\d+))?$/.exec(version ?? '') ?? [];
  return major === undefined ? undefined : { major: Number(major), minor: Number(minor) };
}

/** Major number of a later version in any form, so that it does not count as damaged and is not overwritten; else 0. */
function majorOf(version: string | undefined): number {
  return Number(/^\d+/.exec(version ?? '')?.[0] ?? 0);
}

const NEWER = fail(
  'outdated',
  'This spreadsheet was last synced by a newer version of this add-on, whose memory this one cannot read.',
  'Install that version, or a later one, over it; then sync again. Nothing is sent until then.',
);
