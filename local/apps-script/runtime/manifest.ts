import fs from 'node:fs';
import path from 'node:path';

/** The parts of `appsscript.json` that decide what a script may do. */
export interface Manifest {
  readonly timeZone: string;
  readonly oauthScopes: readonly string[];
  /** Absent: every URL may be fetched. */
  readonly urlFetchWhitelist: readonly string[] | undefined;
}

/** Throws one sentence when the folder has not been built, or its manifest could not be pushed. */
export function readManifest(distDir: string): Manifest {
  const file = path.join(distDir, 'appsscript.json');
  if (!fs.existsSync(file))
    throw new Error(`There is no appsscript.json in ${distDir}; run "npm run build".`);
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (manifest.runtimeVersion !== 'V8') {
    throw new Error('appsscript.json must say "runtimeVersion": "V8"; Rhino stopped on 2026-01-31.');
  }
  for (const prefix of manifest.urlFetchWhitelist ?? []) refuseBadPrefix(prefix);
  return {
    timeZone: manifest.timeZone ?? 'Etc/UTC',
    oauthScopes: manifest.oauthScopes ?? [],
    urlFetchWhitelist: manifest.urlFetchWhitelist,
  };
}

/** https://developers.google.com/apps-script/manifest/allowlist-url: https, a full domain, a path that is not empty. */
function refuseBadPrefix(prefix: string): void {
  if (/^https:\/\/(\*\.)?[^*/]+\.[^*/]+\/[^*]*$/.test(prefix)) return;
  throw new Error(`urlFetchWhitelist: "${prefix}" is not an https prefix with a domain and a path.`);
}

/** Whether a URL is a prefix of the list or below one; the path is compared case-sensitively. */
export function isWhitelisted(url: string, prefixes: readonly string[] | undefined): boolean {
  if (prefixes === undefined) return true;
  const target = splitUrl(url);
  if (target === undefined) return false;
  return prefixes.some((prefix) => {
    const allowed = splitUrl(prefix);
    if (allowed === undefined || target.scheme !== allowed.scheme) return false;
    const hostFits = allowed.host.startsWith('*.')
      ? target.host.endsWith(allowed.host.slice(1))
      : target.host === allowed.host;
    return hostFits && isAtOrBelow(target.path, allowed.path);
  });
}

function isAtOrBelow(path: string, prefix: string): boolean {
  if (!path.startsWith(prefix)) return false;
  const rest = path.slice(prefix.length);
  return rest === '' || prefix.endsWith('/') || /^[/?#]/.test(rest);
}

function splitUrl(url: string): { scheme: string; host: string; path: string } | undefined {
  const parts = /^(https?):\/\/([^/?#]+)(.*)$/is.exec(url);
  if (parts === null) return undefined;
  const [, scheme = '', host = '', path = ''] = parts;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), path: path === '' ? '/' : path };
}
