import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkDocuments } from './check-documents';
import { checkPictures } from './check-pictures';
import { checkScopes, type Manifest } from './check-scopes';
import { checkListing, checkPublisher, checkTranslations } from './check-texts';
import { type Kit, readKit } from './kit';

/** Problems that Google would return, each in one sentence; empty where the kit is in order. */
export function checkKit(root: string): readonly string[] {
  const kit = readKit(root);
  const manifest = JSON.parse(readFileSync(path.join(root, 'appsscript.json'), 'utf8')) as Manifest;
  return [
    ...kit.listings.flatMap(checkListing),
    ...checkTranslations(kit.listings),
    ...checkPublisher(kit.publisher, kit.listings),
    ...checkPictures(kit.pictures),
    ...checkScopes(kit, manifest),
    ...checkDocuments(kit, root),
    ...checkVersion(kit, root),
    ...checkName(kit, root),
  ];
}

function checkVersion({ picturedVersion }: Kit, root: string): readonly string[] {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  if (version === picturedVersion) return [];
  return [
    `publish/pictures show ${picturedVersion}, and package.json names ${version}. Run npm run publish:pictures.`,
  ];
}

/** Places where Google Sheets shows the name of the add-on. */
const NAMED_IN = ['src/google/services/menu.ts', 'src/google/services/html-sidebar.ts'];

/** The listing, the consent screen and the add-on itself have one name. */
function checkName({ publisher: { title } }: Kit, root: string): readonly string[] {
  return NAMED_IN.filter((file) => !readFileSync(path.join(root, file), 'utf8').includes(`'${title}'`)).map(
    (file) => `${file}: the add-on is not called “${title}” there, as publish/publisher.json says.`,
  );
}
