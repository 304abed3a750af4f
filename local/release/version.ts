import { Refused } from './refuse';

const SEMANTIC = /^(\d+)\.(\d+)\.(\d+)$/;

/** The wanted version, if it may follow the present one; the present one where none is wanted. */
export function nextVersion(present: string, wanted: string | undefined): string {
  if (wanted === undefined) return present;
  if (!SEMANTIC.test(wanted))
    throw new Refused(`“${wanted}” is no version. Write three numbers, such as 0.2.0.`);
  if (compare(wanted, present) < 0)
    throw new Refused(`${wanted} comes before ${present}, which package.json names. Choose a later version.`);
  return wanted;
}

function compare(one: string, other: string): number {
  const [ones, others] = [one, other].map((version) => version.split('.').map(Number));
  const index = (ones ?? []).findIndex((part, at) => part !== others?.[at]);
  return index < 0 ? 0 : (ones?.[index] ?? 0) - (others?.[index] ?? 0);
}

const UNRELEASED = 'Unreleased';

/**
 * The changelog with what is unreleased under the new version, and what it says of it. A version that was released
 * before is made again from its commit, and then nothing may have come since.
 */
export function releaseChanges(
  changelog: string,
  version: string,
  day: string,
): { readonly changelog: string; readonly notes: string } {
  const unreleased = sectionOf(changelog, UNRELEASED);
  if (!unreleased)
    throw new Refused('CHANGELOG.md has no “## [Unreleased]”. Write down what is new under it.');
  const earlier = sectionOf(changelog, version);
  if (earlier && unreleased.notes === '') return { changelog, notes: earlier.notes };
  if (earlier) throw new Refused(`CHANGELOG.md already has ${version}. Choose a later version.`);
  const { notes, start, end } = unreleased;
  if (notes === '') throw new Refused('CHANGELOG.md says of nothing new. Write it down under Unreleased.');
  const rest = end < changelog.length ? `\n${changelog.slice(end)}` : '';
  const head = `${changelog.slice(0, start)}\n\n## [${version}] - ${day}`;
  return { changelog: `${head}\n\n${notes}\n${rest}`, notes };
}

/** The text under a heading: `start` is the end of the heading's line, `end` where the next one begins. */
function sectionOf(
  changelog: string,
  name: string,
): { readonly notes: string; readonly start: number; readonly end: number } | undefined {
  const heading = changelog.indexOf(`## [${name}]`);
  if (heading < 0) return undefined;
  const start = changelog.indexOf('\n', heading);
  const next = changelog.indexOf('\n## ', start);
  const end = next < 0 ? changelog.length : next + 1;
  return { notes: changelog.slice(start, end).trim(), start, end };
}
