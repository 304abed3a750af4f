import type { Kit } from './kit';

export interface Manifest {
  readonly oauthScopes: readonly string[];
  readonly urlFetchWhitelist: readonly string[];
}

const PRIVACY = 'publish/pages/privacy.html';
const FILM = 'publish/film.md';

/** The manifest, the justifications, the privacy policy and the film speak of the same scopes and addresses. */
export function checkScopes(kit: Kit, manifest: Manifest): readonly string[] {
  const { scopes, documents } = kit;
  const problems = [];
  for (const scope of manifest.oauthScopes) {
    const short = scope.split('/').at(-1) ?? scope;
    if (!scopes[scope])
      problems.push(`publish/scopes.json: ${short} is in the manifest and has no justification.`);
    if (!documents[PRIVACY]?.includes(`<code>${short}</code>`))
      problems.push(`${PRIVACY}: ${short} is in the manifest and is not named.`);
  }
  for (const scope of Object.keys(scopes))
    if (!manifest.oauthScopes.includes(scope))
      problems.push(`publish/scopes.json: ${scope} is justified and is not in the manifest.`);
  const reasons = Object.values(scopes)
    .map(({ justification }) => justification)
    .join('\n');
  for (const address of manifest.urlFetchWhitelist) {
    const host = new URL(address.replace('*.', '')).hostname;
    for (const [file, text] of [
      ['publish/scopes.json', reasons],
      [PRIVACY, documents[PRIVACY] ?? ''],
    ] as const)
      if (!text.includes(host)) problems.push(`${file}: ${host} may be called and is not named.`);
  }
  return [...problems, ...checkShots(kit)];
}

/** Each scope is shown in shots that the film has. */
function checkShots({ scopes, documents }: Kit): readonly string[] {
  const shots = new Set(
    [...(documents[FILM] ?? '').matchAll(/^## Shot (\d+)/gm)].map(([, number]) => Number(number)),
  );
  return Object.entries(scopes).flatMap(([scope, { shownIn }]) => {
    const [first, last = first] = (shownIn.match(/\d+/g) ?? []).map(Number);
    if (first === undefined || last === undefined)
      return [`publish/scopes.json: ${scope} is shown in no shot.`];
    const named = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return named
      .filter((shot) => !shots.has(shot))
      .map((shot) => `publish/scopes.json: ${scope} is shown in shot ${shot}, which ${FILM} does not have.`);
  });
}
