import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../bundle/built';

/** Every page that a person reads on the way into the project. */
const PAGES = ['.', 'docs', 'publish', '.github', 'local/apps-script']
  .filter((folder) => existsSync(path.join(ROOT, folder)))
  .flatMap((folder) => readdirSync(path.join(ROOT, folder)).map((name) => path.posix.join(folder, name)))
  .filter((file) => file.endsWith('.md'));

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** GitHub's anchors: lower case, no punctuation, hyphens for blanks. */
function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Links of a page that lead into the project and find nothing there. */
function deadLinks(page: string): readonly string[] {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [target = '', anchor] = link.split('#');
    const file = target === '' ? page : path.posix.join(path.posix.dirname(page), target);
    if (!existsSync(path.join(ROOT, file))) return true;
    return anchor !== undefined && file.endsWith('.md') && !anchorsOf(read(file)).includes(anchor);
  });
}

/** Files and folders of the project that a page names in code type. */
function namedPaths(page: string): readonly string[] {
  const text = read(page).replace(/^```[\s\S]*?^```/gm, '');
  return [...text.matchAll(/`((?:src|local|live|test|docs|publish)\/[\w./-]*\w\/?)`/g)].map(
    ([, file = '']) => file,
  );
}

test.each(PAGES)('every link of %s leads to a file and a heading that are there', (page) => {
  expect(deadLinks(page)).toEqual([]);
});

/** Made by a command or by a person, so that a fresh clone does not have them. */
const MADE = ['test/live/answers/'];

test.each(PAGES)('every file of the project that %s names is there', (page) => {
  expect(
    namedPaths(page).filter((file) => !MADE.includes(file) && !existsSync(path.join(ROOT, file))),
  ).toEqual([]);
});
