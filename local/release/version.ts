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

const UNRELEASED = '## [Unreleased]';

/** The changelog with what is unreleased under the new version, and what it says of it. */
export function releaseChanges(
  changelog: string,
  version: string,
  day: string,
): { readonly changelog: string; readonly notes: string } {
  const [before, after] = changelog.split(`${UNRELEASED}\n`);
  if (before === undefined || after === undefined)
    throw new Refused(`CHANGELOG.md has no “${UNRELEASED}”. Write down what is new under it.`);
  if (after.includes(`## [${version}]`))
    throw new Refused(`CHANGELOG.md already has ${version}. Choose a later version.`);
  const end = after.search(/^## /m);
  const notes = (end < 0 ? after : after.slice(0, end)).trim();
  if (notes === '') throw new Refused('CHANGELOG.md says of nothing new. Write it down under Unreleased.');
  const rest = end < 0 ? '' : `\n${after.slice(end)}`;
  return { changelog: `${before}${UNRELEASED}\n\n## [${version}] - ${day}\n\n${notes}\n${rest}`, notes };
}
