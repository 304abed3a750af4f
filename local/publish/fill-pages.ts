import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readKit } from './kit';
import { PICTURES } from './needed-pictures';

const FOLDER = 'publish/pages/';

/** Writes the pages with what the publisher filled in, and the files that they show; answers the files. */
export function fillPages(root: string, outdir: string): readonly string[] {
  const { documents, publisher } = readKit(root);
  mkdirSync(outdir, { recursive: true });
  const pages = Object.entries(documents).filter(([name]) => name.startsWith(FOLDER));
  for (const [name, text] of pages) {
    const filled = text.replace(/\{\{(\w+)\}\}/g, (_, field: keyof typeof publisher) =>
      escaped(publisher[field] || `[${field}]`),
    );
    writeFileSync(path.join(outdir, path.basename(name)), filled);
  }
  const shown = [
    `${FOLDER}style.css`,
    ...PICTURES.map(({ file }) => `publish/pictures/${file}`).filter((file) =>
      pages.some(([, text]) => text.includes(`"${path.basename(file)}"`)),
    ),
  ];
  for (const name of shown) copyFileSync(path.join(root, name), path.join(outdir, path.basename(name)));
  return [...pages.map(([name]) => name), ...shown].map((name) => path.join(outdir, path.basename(name)));
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
