import { findJourney, type PlacedStep } from './journey';
import { importsOf, roomOf } from './read-imports';
import { ROOMS } from './rooms';

const WIDTH = 960;
const MARGIN = 16;
const GAP = 12;
const TITLE = 26;
const ROW = 22;
const PADDING = 8;

/** The floors from the top; the folders of one floor are drawn next to each other. */
const FLOORS: readonly (readonly string[])[] = [
  ['sidebar', 'help', 'sync', 'shopify', 'google'],
  ['answers'],
  ['ports'],
  ['plan'],
  ['catalog'],
  ['language'],
];

const COLOURS: Readonly<Record<string, string>> = {
  sidebar: '#fdf3e3',
  help: '#fdf3e3',
  sync: '#e8f1fb',
  shopify: '#e7f5ec',
  google: '#f7ecf7',
  answers: '#f4f4f4',
  ports: '#f4f4f4',
  plan: '#eef0fb',
  catalog: '#fbf8e6',
  language: '#f4f4f4',
};

interface Box {
  readonly folder: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The folders of `src` and their rooms, with the steps of a row's journey in the rooms where they happen. */
export function architecturePicture(): string {
  const missing = Object.keys(ROOMS).filter((folder) => !FLOORS.flat().includes(folder));
  if (missing.length > 0) throw new Error(`local/docs/architecture-picture.ts has no floor for ${missing}.`);
  const steps = findJourney();
  const drawn: string[] = [];
  let y = MARGIN;
  drawn.push(bar('main.ts · wiring.ts', 'list the entry points, and wire everything together', y));
  y += TITLE + GAP;
  for (const floor of FLOORS) {
    const width = (WIDTH - 2 * MARGIN - (floor.length - 1) * GAP) / floor.length;
    drawn.push(
      ...floor.map((folder, index) => draw({ folder, x: MARGIN + index * (width + GAP), y, width }, steps)),
    );
    y += Math.max(...floor.map(heightOf)) + GAP;
  }
  const height = y - GAP + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">
<title>The folders of src: an import runs down, and the numbers are the journey of a row</title>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
${drawn.join('\n')}
</svg>
`;
}

function bar(title: string, words: string, y: number): string {
  return `<rect x="${MARGIN}" y="${y}" width="${WIDTH - 2 * MARGIN}" height="${TITLE}" rx="4" fill="#444"/>
<text x="${MARGIN + PADDING}" y="${y + 17}" fill="#fff"><tspan font-weight="bold">${title}</tspan>  ${words}</text>`;
}

/** A folder whose only room is the folder itself is one line. */
function namedRooms(folder: string): readonly string[] {
  const rooms = Object.keys(ROOMS[folder] ?? {});
  return rooms.length > 1 ? rooms.toReversed() : [];
}

function heightOf(folder: string): number {
  const rooms = namedRooms(folder).length;
  return TITLE + (rooms > 0 ? rooms * ROW + PADDING : 0);
}

function draw({ folder, x, y, width }: Box, steps: readonly PlacedStep[]): string {
  const isWide = width > WIDTH / 2;
  const targets = importedBy(folder);
  const imports = targets.length > 0 ? `uses ${targets.join(', ')}` : 'uses nothing';
  const only = namedRooms(folder).length === 0 ? ROOMS[folder]?.['.'] : undefined;
  const lines = namedRooms(folder).map((room, index) => {
    const top = y + TITLE + index * ROW;
    const own = steps.filter(({ file }) => file.startsWith(`${folder}/`) && roomOf(file) === room);
    const words = isWide
      ? `<text x="${x + 150}" y="${top + 15}" fill="#555">${escaped(ROOMS[folder]?.[room] ?? '')}</text>`
      : '';
    const name = room === '.' ? rootFile(folder) : room;
    return `<rect x="${x + PADDING}" y="${top}" width="${width - 2 * PADDING}" height="${ROW - 3}" rx="3" fill="#fff"/>
<text x="${x + 2 * PADDING}" y="${top + 14}">${name}</text>${words}${own
      .map(({ number }, at) => circle(number, x + width - 24 - (own.length - 1 - at) * 21, top + 9.5))
      .join('')}`;
  });
  return `<rect x="${x}" y="${y}" width="${width}" height="${heightOf(folder)}" rx="4" fill="${COLOURS[folder]}" stroke="#bbb"/>
<text x="${x + PADDING}" y="${y + 17}"><tspan font-weight="bold">${folder}</tspan>${only ? `  ${escaped(only)}` : ''}</text>
<text x="${x + width - PADDING}" y="${y + 17}" text-anchor="end" font-size="${isWide ? 11 : 9.5}" fill="#555">${imports}</text>
${lines.join('\n')}`;
}

/** Files right in the folder, in the words of the page. */
function rootFile(folder: string): string {
  return `${folder}/*.ts`;
}

function circle(number: number, x: number, y: number): string {
  return `<circle cx="${x}" cy="${y}" r="9" fill="#1a4f8b"/><text x="${x}" y="${y + 4}" text-anchor="middle" font-size="10.5" fill="#fff">${number}</text>`;
}

/** The other folders from which a folder really imports something, from the top floor down. */
function importedBy(folder: string): readonly string[] {
  const targets = [...importsOf('src')]
    .filter(([file]) => file.startsWith(`${folder}/`))
    .flatMap(([, imported]) => imported.map((file) => file.split('/')[0]!));
  const found = new Set(targets);
  return FLOORS.flat().filter((other) => other !== folder && found.has(other));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
