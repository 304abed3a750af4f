import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { columnsPage } from './columns-page';

/** `npm run docs`: writes the pages that are made from tables of the source. */
writeFileSync(path.join(__dirname, '..', '..', 'docs', 'columns.md'), columnsPage());
