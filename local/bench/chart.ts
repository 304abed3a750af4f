import { COMPARED_KINDS, WAYS, type Way } from './cases';
import type { Result } from './results';

const COLOURS: Readonly<Record<Way, string>> = {
  'add-on': '#0a7d4f',
  'row-by-row': '#b3541e',
  'official-client': '#5b6b8c',
};
const NAMES: Readonly<Record<Way, string>> = {
  'add-on': 'this add-on',
  'row-by-row': 'row by row, as peers do',
  'official-client': 'Shopify’s client in a loop',
};
type Charted = (typeof COMPARED_KINDS)[number];

const TITLES: Readonly<Record<Charted, string>> = {
  prices: 'Changed prices',
  stock: 'Changed stock levels',
  creates: 'New products',
  'no-change': 'Nothing changed',
};

const PANEL = { width: 400, height: 250, left: 60, right: 32, top: 40, bottom: 36 };
const ROWS = [20, 100_000] as const;
const SECONDS = [1, 100_000] as const;
const SECOND_LABELS: readonly (readonly [number, string])[] = [
  [1, '1 s'],
  [10, '10 s'],
  [60, '1 min'],
  [600, '10 min'],
  [3_600, '1 h'],
  [36_000, '10 h'],
];

/** Time by rows, both on logarithmic scales, one panel for each kind. */
export function chart(results: readonly Result[]): string {
  const width = 2 * PANEL.width;
  const height = 2 * PANEL.height + 36;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>How long a sync takes, by number of rows</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${COMPARED_KINDS.map((kind, index) => panel(kind, results, index)).join('\n')}
${WAYS.map((way, index) => legend(way, index, height - 14)).join('\n')}
</svg>
`;
}

function panel(kind: Charted, results: readonly Result[], index: number): string {
  const x = (index % 2) * PANEL.width;
  const y = Math.floor(index / 2) * PANEL.height;
  const lines = WAYS.map((way) =>
    line(
      results.filter((result) => result.kind === kind && result.way === way),
      COLOURS[way],
    ),
  );
  const rows = [20, 100, 1_000, 10_000, 100_000].map(
    (count) =>
      `<text x="${across(count)}" y="${PANEL.height - PANEL.bottom + 18}" text-anchor="middle" fill="#555">${count.toLocaleString('en-US')}</text>`,
  );
  const seconds = SECOND_LABELS.map(
    ([value, label]) =>
      `<path d="M${PANEL.left} ${up(value)}H${PANEL.width - PANEL.right}" stroke="#e3e3e3"/>` +
      `<text x="${PANEL.left - 6}" y="${up(value) + 4}" text-anchor="end" fill="#555">${label}</text>`,
  );
  return `<g transform="translate(${x} ${y})"><text x="${PANEL.left}" y="24" font-weight="bold">${TITLES[kind]}</text>
${[...rows, ...seconds, ...lines].join('\n')}</g>`;
}

function line(results: readonly Result[], colour: string): string {
  const points = results.map(({ rows, seconds }) => [across(rows), up(seconds)] as const);
  const path = points.map(([x, y]) => `${x},${y}`).join(' ');
  const dots = points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3.5" fill="${colour}"/>`);
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`;
}

function legend(way: Way, index: number, y: number): string {
  const x = PANEL.left + index * 220;
  return `<circle cx="${x}" cy="${y - 4}" r="5" fill="${COLOURS[way]}"/><text x="${x + 12}" y="${y}">${NAMES[way]}</text>`;
}

const across = (rows: number): number => along(rows, ROWS, PANEL.left, PANEL.width - PANEL.right);
const up = (seconds: number): number =>
  along(Math.max(SECONDS[0], seconds), SECONDS, PANEL.height - PANEL.bottom, PANEL.top);

/** Place of a value on a logarithmic axis, in tenths of a pixel. */
function along(value: number, [least, most]: readonly [number, number], from: number, to: number): number {
  const share = Math.log(value / least) / Math.log(most / least);
  return Math.round((from + share * (to - from)) * 10) / 10;
}
