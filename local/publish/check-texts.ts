import { FIRST_LANGUAGE, type Listing, type Publisher } from './kit';

/** Google Workspace Marketplace, "App review process and requirements" and "Create a store listing". */
const LONGEST_TITLE = 50;
const LONGEST_SHORT = 200;
const LONGEST_DETAILED = 15_999;

/** Names of Google's own, which a title may not contain. */
const GOOGLES_WORDS = /\b(google|gmail|sheets|docs|drive|workspace|g suite|android|chrome)\b/i;

const VERSION_IN_TITLE = /\bv?\d+(\.\d+)+\b|\bv\d+\b/i;

export function checkListing(listing: Listing): readonly string[] {
  const { language, titles, shortDescription, detailedDescription, pricing } = listing;
  const problems = [
    ...titles.flatMap(titleProblems),
    ...lengthProblems('The short description', shortDescription, LONGEST_SHORT),
    ...lengthProblems('The detailed description', detailedDescription, LONGEST_DETAILED),
    ...lengthProblems('The category', listing.category, Number.POSITIVE_INFINITY),
    ...lengthProblems('The post-install tip', listing.postInstallTip, Number.POSITIVE_INFINITY),
  ];
  if (new Set(titles.map((title) => title.toLowerCase())).size < titles.length)
    problems.push('Two titles are the same.');
  if (titles.length < 2 || /shopify/i.test(titles.at(-1) ?? ''))
    problems.push('The last title has to do without Shopify’s mark, in case that is not allowed.');
  if (pricing !== 'Free of charge')
    problems.push(`The pricing is “${pricing}”; Google’s label is “Free of charge”.`);
  return problems.map((problem) => `publish/listing/${language}: ${problem}`);
}

/** A translation says as much as the English text: as many paragraphs, and as many points in each. */
export function checkTranslations(listings: readonly Listing[]): readonly string[] {
  const first = listings.find(({ language }) => language === FIRST_LANGUAGE);
  if (!first) return [`publish/listing/${FIRST_LANGUAGE}.json is missing.`];
  return listings.flatMap(({ language, detailedDescription }) => {
    const [own, wanted] = [shapeOf(detailedDescription), shapeOf(first.detailedDescription)];
    const at = wanted.findIndex((points, index) => points !== own[index]);
    if (own.length !== wanted.length)
      return [
        `publish/listing/${language}.txt has ${own.length} paragraphs, and ${FIRST_LANGUAGE}.txt ${wanted.length}.`,
      ];
    if (at < 0) return [];
    return [
      `publish/listing/${language}.txt has ${own[at]} points in paragraph ${at + 1}, and ${FIRST_LANGUAGE}.txt ${wanted[at]}.`,
    ];
  });
}

/** Number of points of each paragraph. */
function shapeOf(text: string): readonly number[] {
  return text.split(/\n\s*\n/).map((paragraph) => paragraph.match(/^• /gm)?.length ?? 0);
}

function titleProblems(title: string): readonly string[] {
  const problems = [...lengthProblems(`The title “${title}”`, title, LONGEST_TITLE)];
  const googles = GOOGLES_WORDS.exec(title)?.[0];
  if (googles) problems.push(`The title “${title}” contains Google’s word “${googles}”.`);
  if (VERSION_IN_TITLE.test(title)) problems.push(`The title “${title}” names a version.`);
  return problems;
}

function lengthProblems(what: string, text: string, most: number): readonly string[] {
  if (text.trim() === '') return [`${what} is empty.`];
  return text.length > most ? [`${what} has ${text.length} characters; at most ${most} are allowed.`] : [];
}

const FORMS: Readonly<Partial<Record<keyof Publisher, { readonly form: RegExp; readonly like: string }>>> = {
  supportEmail: { form: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, like: 'an e-mail address' },
  website: { form: /^https:\/\/[^\s/]+\.[^\s/]+/, like: 'an address that begins with https://' },
  effectiveDate: { form: /^\d{4}-\d{2}-\d{2}$/, like: 'a date such as 2026-11-28' },
};

/** Texts that were filled in wrongly; empty ones are not among them. */
export function checkPublisher(publisher: Publisher, listings: readonly Listing[]): readonly string[] {
  const problems = Object.entries(FORMS).flatMap(([name, { form, like }]) => {
    const value = publisher[name as keyof Publisher];
    return value === '' || form.test(value) ? [] : [`${name} is “${value}”, which is not ${like}.`];
  });
  const unknowing = listings.filter(({ titles }) => !titles.includes(publisher.title));
  for (const { language } of unknowing)
    problems.push(`title is “${publisher.title}”, which is none of the titles in listing/${language}.json.`);
  return problems.map((problem) => `publish/publisher.json: ${problem}`);
}
