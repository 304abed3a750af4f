import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { checkKit } from '../../local/publish/check-kit';
import { blanksOf, readKit } from '../../local/publish/kit';
import { ROOT } from '../bundle/built';

const READ = [
  'package.json',
  'appsscript.json',
  'publish',
  'src/google/services/menu.ts',
  'src/google/services/html-sidebar.ts',
] as const;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A project of its own, whose file may be spoilt. */
function copyOfProject(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kit-'));
  folders.push(folder);
  for (const name of READ) cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  return folder;
}

interface Spoilt {
  readonly file: string;
  readonly by: (text: string) => string;
  readonly says: RegExp;
}

const replace = (found: string | RegExp, by: string) => (text: string) => {
  expect(text).toMatch(found);
  return text.replace(found, by);
};

const LISTING = 'publish/listing/en.json';
const PRIVACY = 'publish/pages/privacy.html';
const SCOPES = 'publish/scopes.json';

const CASES: Readonly<Record<string, Spoilt>> = {
  'a title that is too long': {
    file: LISTING,
    by: replace('"Row Sync for Shopify"', `"${'Row '.repeat(13)}"`),
    says: /has 52 characters; at most 50/,
  },
  'a title with a word of Google’s': {
    file: LISTING,
    by: replace('Row Sync for Shopify', 'Sheets Sync for Shopify'),
    says: /contains Google’s word “Sheets”/,
  },
  'a title with a version': {
    file: LISTING,
    by: replace('Row Sync for Shopify', 'Row Sync 2.0'),
    says: /names a version/,
  },
  'a title twice': {
    file: LISTING,
    by: replace('Row Sync for Shopify', 'SYNC to Shopify'),
    says: /Two titles are the same/,
  },
  'no title without Shopify’s mark': {
    file: LISTING,
    by: replace('Catalog Row Sync', 'Catalog Sync for Shopify'),
    says: /do without Shopify’s mark/,
  },
  'a short description of 201 characters': {
    file: LISTING,
    by: replace(/"shortDescription": ".*?"/, `"shortDescription": "${'x'.repeat(201)}"`),
    says: /The short description has 201 characters; at most 200/,
  },
  'a detailed description of 16,000 characters': {
    file: 'publish/listing/en.txt',
    by: () => 'x'.repeat(16_000),
    says: /The detailed description has 16000 characters; at most 15999/,
  },
  'an empty description': {
    file: 'publish/listing/en.txt',
    by: () => ' \n',
    says: /The detailed description is empty/,
  },
  'a translation that lacks a point': {
    file: 'publish/listing/fr.txt',
    by: replace(/^• .*\n/m, ''),
    says: /fr\.txt has 5 points in paragraph 2, and en\.txt 6/,
  },
  'a translation that lacks a paragraph': {
    file: 'publish/listing/ja.txt',
    by: replace(/\n■ 言語\n.*\n/, ''),
    says: /ja\.txt has 9 paragraphs, and en\.txt 10/,
  },
  'a short description that is too long in one language': {
    file: 'publish/listing/de.json',
    by: replace('zuerst die Vorschau', `zuerst die ${'sehr '.repeat(20)}gründliche Vorschau`),
    says: /listing\/de: The short description has \d+ characters; at most 200/,
  },
  'a translation without a post-install tip': {
    file: 'publish/listing/nl.json',
    by: replace('postInstallTip', 'tip'),
    says: /listing\/nl: The post-install tip is empty/,
  },
  'a price': {
    file: LISTING,
    by: replace('Free of charge', 'Free trial'),
    says: /Google’s label is “Free of charge”/,
  },
  'a publisher who chose a title that no listing has': {
    file: 'publish/publisher.json',
    by: replace('Sync to Shopify', 'Sync it all'),
    says: /none of the titles in listing\/en\.json/,
  },
  'a title that the add-on itself does not have': {
    file: 'publish/publisher.json',
    by: replace('Sync to Shopify', 'Catalog Row Sync'),
    says: /src\/google\/services\/menu\.ts: the add-on is not called “Catalog Row Sync” there/,
  },
  'a support address that is none': {
    file: 'publish/publisher.json',
    by: replace('"supportEmail": ""', '"supportEmail": "help at example.com"'),
    says: /not an e-mail address/,
  },
  'a website without encryption': {
    file: 'publish/publisher.json',
    by: replace('"website": ""', '"website": "http://example.com"'),
    says: /begins with https/,
  },
  'a scope that the manifest asks for anew': {
    file: 'appsscript.json',
    by: replace('script.scriptapp', 'script.send_mail'),
    says: /script\.send_mail is in the manifest and has no justification/,
  },
  'a scope that the manifest no longer asks for': {
    file: 'appsscript.json',
    by: replace(/,\s*"[^"]*script\.scriptapp"/, ''),
    says: /script\.scriptapp is justified and is not in the manifest/,
  },
  'an address that may be called and is named nowhere': {
    file: 'appsscript.json',
    by: replace('https://storage.googleapis.com/', 'https://hooks.example.com/'),
    says: /privacy\.html: hooks\.example\.com may be called and is not named/,
  },
  'a scope that the film does not show': {
    file: 'publish/film.md',
    by: replace('## Shot 9:', '## Later:'),
    says: /is shown in shot 9, which publish\/film\.md does not have/,
  },
  'a scope of which no shot is named': {
    file: SCOPES,
    by: replace('"Shot 9"', '"soon"'),
    says: /is shown in no shot/,
  },
  'a privacy policy without one of Google’s headings': {
    file: PRIVACY,
    by: replace('How data is protected', 'Security'),
    says: /the heading “How data is protected” is missing/,
  },
  'a privacy policy without the Limited Use statement': {
    file: PRIVACY,
    by: replace('user-data-policy', 'other-policy'),
    says: /the Limited Use statement is missing/,
  },
  'a link to a page that is not there': {
    file: 'publish/pages/terms.html',
    by: replace('href="privacy.html"', 'href="privacy-policy.html"'),
    says: /terms\.html: privacy-policy\.html leads nowhere/,
  },
  'a link to a heading that is not there': {
    file: 'publish/pages/terms.html',
    by: replace('privacy.html#retained-and-deleted', 'privacy.html#deletion'),
    says: /privacy\.html#deletion leads nowhere/,
  },
  'a link to a section of the checklist that is not there': {
    file: 'publish/README.md',
    by: replace('checklist.md#pictures', 'checklist.md#photographs'),
    says: /README\.md: checklist\.md#photographs leads nowhere/,
  },
  'a link without encryption': {
    file: PRIVACY,
    by: replace('https://myaccount', 'http://myaccount'),
    says: /http:\/\/myaccount\S+ leads nowhere/,
  },
  'a blank that nobody can fill in': {
    file: 'publish/pages/terms.html',
    by: replace('{{governingLaw}}', '{{lawyer}}'),
    says: /publisher\.json knows nothing of \{\{lawyer\}\}/,
  },
  'pictures of an earlier version': {
    file: 'package.json',
    by: replace(/"version": ".*?"/, '"version": "9.9.9"'),
    says: /package\.json names 9\.9\.9\. Run npm run publish:pictures/,
  },
};

test('the publishing kit is as Google asks for it', () => {
  expect(checkKit(ROOT)).toEqual([]);
});

test.each(Object.entries(CASES))('%s is found, and said in a sentence', (_, { file, by, says }) => {
  const root = copyOfProject();
  const spoilt = path.join(root, file);
  writeFileSync(spoilt, by(readFileSync(spoilt, 'utf8')));
  expect(checkKit(root)).toContainEqual(expect.stringMatching(says));
});

describe('a picture', () => {
  const spoil = (file: string, by: (bytes: Buffer) => Buffer | undefined) => {
    const root = copyOfProject();
    const picture = path.join(root, 'publish/pictures', file);
    const spoilt = by(readFileSync(path.join(ROOT, 'publish/pictures/icon-32.png')));
    if (spoilt) writeFileSync(picture, spoilt);
    else rmSync(picture);
    return checkKit(root);
  };

  test('of another size is found', () => {
    expect(spoil('icon-128.png', (bytes) => bytes)).toEqual([
      'publish/pictures: icon-128.png has 32 × 32 pixels instead of 128 × 128.',
    ]);
  });

  test('of too many bytes is found', () => {
    expect(spoil('icon-32.png', (bytes) => Buffer.concat([bytes, Buffer.alloc(300_000)]))).toEqual([
      expect.stringMatching(/icon-32\.png has \d+ bytes; at most 300000/),
    ]);
  });

  test('that is missing, is none, or is one too many is found', () => {
    expect(spoil('banner-220x140.png', () => undefined)).toContainEqual(
      'publish/pictures: banner-220x140.png is missing.',
    );
    expect(spoil('screenshot-1-preview.png', () => Buffer.from('GIF89a'))).toEqual([
      'publish/pictures: screenshot-1-preview.png is not a PNG picture.',
    ]);
    expect(spoil('icon-64.png', (bytes) => bytes)).toEqual([
      'publish/pictures: icon-64.png is none of the pictures that Google asks for.',
    ]);
  });
});

test('what the permission screen says is told alike in the README and in the kit', () => {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  for (const { consentScreenSays } of Object.values(readKit(ROOT).scopes))
    expect(readme).toContain(`| ${consentScreenSays} |`);
});

test('what only the publisher knows is left to the publisher', () => {
  expect(blanksOf(readKit(ROOT).publisher)).toEqual([
    'legalName',
    'postalAddress',
    'supportEmail',
    'website',
    'governingLaw',
    'effectiveDate',
  ]);
});
