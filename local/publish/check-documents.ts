import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Kit } from './kit';
import { PICTURES } from './needed-pictures';

const PRIVACY = 'publish/pages/privacy.html';

/** Google's reviewers look for each of these under *Google user data*. */
const ASKED_OF_PRIVACY: Readonly<Record<string, RegExp>> = {
  'the heading “Google user data”': /<h2[^>]*>Google user data<\/h2>/,
  'the heading “Data accessed”': /<h3[^>]*>Data accessed<\/h3>/,
  'the heading “How data is used”': /<h3[^>]*>How data is used<\/h3>/,
  'the heading “How data is shared”': /<h3[^>]*>How data is shared<\/h3>/,
  'the heading “How data is protected”': /<h3[^>]*>How data is protected<\/h3>/,
  'the heading “How data is retained and deleted”': /<h3[^>]*>How data is retained and deleted<\/h3>/,
  'the Limited Use statement':
    /information received from Google APIs will\s+adhere to the\s+<a href="https:\/\/developers\.google\.com\/terms\/api-services-user-data-policy">/,
  'that nothing trains an AI': /<b>No AI training:<\/b>/,
};

/** The pages that Google's forms link to. */
const NEEDED = ['index', 'privacy', 'terms', 'support'].map((name) => `publish/pages/${name}.html`);

export function checkDocuments({ documents, publisher }: Kit, root: string): readonly string[] {
  const problems = NEEDED.filter((page) => !documents[page]).map((page) => `${page} is missing.`);
  for (const [asked, form] of Object.entries(ASKED_OF_PRIVACY))
    if (!form.test(documents[PRIVACY] ?? '')) problems.push(`${PRIVACY}: ${asked} is missing.`);
  for (const [file, text] of Object.entries(documents)) {
    const unknown = [...text.matchAll(/\{\{(\w*)\}\}/g)].find(
      ([, name]) => !Object.hasOwn(publisher, name ?? ''),
    );
    if (unknown) problems.push(`${file}: publisher.json knows nothing of ${unknown[0]}.`);
    for (const link of linksIn(text))
      if (!leadsSomewhere(link, { file, documents, root })) problems.push(`${file}: ${link} leads nowhere.`);
  }
  return problems;
}

function linksIn(text: string): readonly string[] {
  const written = [...text.matchAll(/\b(?:href|src)="([^"]*)"|\]\(([^)\s]+)\)/g)];
  return [...new Set(written.map(([, html, markdown]) => html ?? markdown ?? ''))];
}

interface Place extends Pick<Kit, 'documents'> {
  readonly file: string;
  readonly root: string;
}

/** Pages of others are not asked: a test does without the network. The checklist has the owner open them. */
function leadsSomewhere(link: string, { file, documents, root }: Place): boolean {
  if (/^[a-z]+:/.test(link)) return /^(https:\/\/[^\s/]+\.[^\s/]+|mailto:\{\{supportEmail\}\}$)/.test(link);
  const [to = '', anchor] = link.split('#');
  const target = to === '' ? file : path.posix.join(path.posix.dirname(file), to);
  const text = documents[target];
  if (text === undefined) return anchor === undefined && isCopiedOrThere(target, root);
  return anchor === undefined || anchorsOf(target, text).includes(anchor);
}

/** The pages are in one folder with their style and the pictures. */
function isCopiedOrThere(target: string, root: string): boolean {
  const isPicture = PICTURES.some(({ file }) => `publish/pages/${file}` === target);
  return isPicture || existsSync(path.join(root, target));
}

function anchorsOf(file: string, text: string): readonly (string | undefined)[] {
  if (file.endsWith('.html')) return [...text.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      ?.toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}
