import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { architecturePage } from './architecture-page';
import { architecturePicture } from './architecture-picture';
import { columnsPage } from './columns-page';
import { helpPage } from './help-page';

/** Content of each page that is made from the source. */
const PAGES: Readonly<Record<string, () => string>> = {
  'columns.md': columnsPage,
  'architecture.md': architecturePage,
  'architecture.svg': architecturePicture,
  'help.md': helpPage,
};

/** `npm run docs`: writes the pages that are made from the source. */
for (const [name, make] of Object.entries(PAGES))
  writeFileSync(path.join(__dirname, '..', '..', 'docs', name), make());
