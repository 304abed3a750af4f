import { readFileSync } from 'node:fs';
import path from 'node:path';
import { languagesIn, type Pasted } from './files';

const TEMPLATE = path.join(__dirname, 'install-page.html');

/** A page that installs a release: the steps, and each file behind a button. It works from disk and asks no server. */
export function installPage(version: string, files: Pasted): string {
  // An end of a script, or the begin of a comment, within a file would end the page's own script.
  const json = JSON.stringify(files).replace(/</g, '\\u003c');
  return readFileSync(TEMPLATE, 'utf8')
    .replace(/\{\{version\}\}/g, () => version)
    .replace('{{languages}}', () => languagesIn(files).map(languageButton).join('\n'))
    .replace('"{{files}}"', () => json);
}

function languageButton(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language);
  return `<div class="copy"><button type="button" data-file="Words-${language}.html">Words-${language} (<span lang="${language}">${name}</span>)</button><output></output></div>`;
}
