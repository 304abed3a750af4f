import fs from 'node:fs';
import path from 'node:path';

const RECIPES = path.resolve(__dirname, '../../docs/recipes.md');

/** The files and folders that the table of a recipe links to, from the root of the repository. */
export function filesOf(recipe: string): readonly string[] {
  const [, section] = fs.readFileSync(RECIPES, 'utf8').split(`\n## ${recipe}\n`);
  if (section === undefined) throw new Error(`There is no recipe “${recipe}”.`);
  const table = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return table.flatMap((line) => [...line.matchAll(/\]\(\.\.\/([^)#]+)\)/g)].map(([, file]) => file!));
}
