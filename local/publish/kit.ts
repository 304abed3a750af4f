import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Facts that only the publisher knows. An empty text is still to be filled in. */
export interface Publisher {
  /** One of the listing's titles. */
  readonly title: string;
  readonly legalName: string;
  readonly postalAddress: string;
  readonly supportEmail: string;
  /** Address of the pages, on a domain of the publisher's. */
  readonly website: string;
  readonly governingLaw: string;
  /** `2026-11-28` */
  readonly effectiveDate: string;
}

/** The language whose file also has what is the same in all: titles, category, pricing. */
export const FIRST_LANGUAGE = 'en';

/** The texts of the listing in one language. */
export interface Listing {
  readonly language: string;
  /** In order of preference; the last does without anybody's mark. */
  readonly titles: readonly string[];
  readonly shortDescription: string;
  readonly category: string;
  readonly pricing: string;
  readonly postInstallTip: string;
  readonly detailedDescription: string;
}

interface ScopeReason {
  readonly consentScreenSays: string;
  readonly justification: string;
  /** Shots of the film that show it. */
  readonly shownIn: string;
}

/** All that an owner brings to Google's forms, as it is in publish/. */
export interface Kit {
  readonly publisher: Publisher;
  readonly listings: readonly Listing[];
  readonly scopes: Readonly<Record<string, ScopeReason>>;
  /** Pages and texts by their path in the project. */
  readonly documents: Readonly<Record<string, string>>;
  /** Pictures by their file name. */
  readonly pictures: Readonly<Record<string, Uint8Array>>;
  /** The version whose pictures these are. */
  readonly picturedVersion: string;
}

const PICTURED_VERSION = 'version.txt';

export const picturedVersionFile = (folder: string) => path.join(folder, PICTURED_VERSION);

export function readKit(root: string): Kit {
  const folder = path.join(root, 'publish');
  const pictures = path.join(folder, 'pictures');
  return {
    publisher: readJson<Publisher>(path.join(folder, 'publisher.json')),
    listings: namesIn(path.join(folder, 'listing'), '.json').map((name) =>
      readListing(path.join(folder, 'listing'), path.basename(name, '.json')),
    ),
    scopes: readJson<Kit['scopes']>(path.join(folder, 'scopes.json')),
    documents: Object.fromEntries(
      [
        ...namesIn(folder, '.md').map((name) => `publish/${name}`),
        ...namesIn(path.join(folder, 'pages'), '.html').map((name) => `publish/pages/${name}`),
      ].map((name) => [name, readFileSync(path.join(root, name), 'utf8')]),
    ),
    pictures: Object.fromEntries(
      namesIn(pictures, '.png').map((name) => [name, readFileSync(path.join(pictures, name))]),
    ),
    picturedVersion: readFileSync(picturedVersionFile(pictures), 'utf8').trim(),
  };
}

function readListing(folder: string, language: string): Listing {
  const read = (name: string) =>
    readJson<Omit<Listing, 'language' | 'detailedDescription'>>(path.join(folder, `${name}.json`));
  return {
    ...read(FIRST_LANGUAGE),
    // What a translation leaves out must not be filled in with English.
    ...{ shortDescription: '', postInstallTip: '' },
    ...read(language),
    language,
    detailedDescription: readFileSync(path.join(folder, `${language}.txt`), 'utf8').trim(),
  };
}

/** Texts that the publisher has still to fill in. */
export function blanksOf(publisher: Publisher): readonly string[] {
  return Object.entries(publisher)
    .filter(([, value]) => value.trim() === '')
    .map(([name]) => name);
}

function namesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
}

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, 'utf8')) as Value;
}
