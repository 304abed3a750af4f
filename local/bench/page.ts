import { TALKS, type Talk, type Talked } from './call-meter';
import { CALLS_OF_A_RUN } from './calls-of-a-run';
import { casesOf, KIND_NAMES, SIZES, WAY_NAMES } from './cases';
import { floorSeconds } from './floor';
import { type Benchmarks, keyOf, type Result } from './results';
import type { RowsFigures } from './rows';

const COLUMNS: readonly { readonly name: string; readonly of: (result: Result) => string }[] = [
  { name: 'Rows', of: ({ rows }) => count(rows) },
  { name: 'What', of: ({ kind }) => KIND_NAMES[kind] },
  { name: 'Way', of: ({ way }) => WAY_NAMES[way] },
  { name: 'Requests', of: ({ requests }) => count(requests) },
  { name: 'Points', of: ({ points }) => count(points) },
  { name: 'Throttled', of: ({ throttled }) => count(throttled) },
  { name: 'Time', of: ({ seconds }) => duration(seconds) },
  { name: 'Floor', of: (result) => duration(floorSeconds(result)) },
  { name: 'Executions', of: ({ executions }) => count(executions) },
  { name: 'CPU', of: ({ cpuSeconds }) => `${cpuSeconds.toFixed(1)} s` },
  {
    name: 'Memory',
    of: ({ memory }) => `${count(memory.mostMb)} MB (${count(Math.max(0, memory.stayedMb))} stay)`,
  },
];

/** Columns of what a run of the add-on does with its time. */
const TALK_COLUMNS: readonly { readonly name: string; readonly of: (talked: Talked) => string }[] = [
  { name: 'Progress', of: ({ firstProgressSeconds }) => shown(firstProgressSeconds, duration) },
  { name: 'First row', of: ({ firstRowSeconds }) => shown(firstRowSeconds, duration) },
  ...(['google', 'shopify', 'waiting'] as const).map((share) => ({
    name: { google: 'Google', shopify: 'Shopify', waiting: 'Waiting' }[share],
    of: ({ shares }: Talked) => duration(shares[share]),
  })),
  ...TALKS.map((talk: Talk) => ({
    name: `${talk.slice(0, 1).toUpperCase()}${talk.slice(1)}`,
    of: ({ calls }: Talked) => count(calls[talk]),
  })),
];

/** `docs/benchmarks.md`. */
export function page({ date, machine, bundle, computing, results, before }: Benchmarks): string {
  const unfinished = results.filter(
    ({ outcome, rowsDone, rows }) => outcome !== 'finished' || rowsDone !== rows,
  );
  return `# Benchmarks

Measured on ${date} (${machine}). Repeat with \`npm run bench -- --write\`; a part with
\`npm run bench -- --rows 1000 --only prices\`. The figures are also in [benchmarks.json](benchmarks.json).

![How long each way takes, by number of rows](benchmarks.svg)

${table(results)}
${unfinished.map(explain).join('\n')}
${unmeasured(results)}
${beside(results, before)}## Where the time goes

Of the add-on’s runs above, on the same clock: when the sidebar can first show how far it is, and when the first row says
what became of it; the seconds spent on Google’s calls, until Shopify’s answers came, and slept (for points, or until a
bulk operation is done); and how many calls that take time went to Google, by what they are about.

${talkTable(results)}
## The calls of a small run

What a run asks of Google that sends twenty changed prices of one tab, in a spreadsheet that was synced before, after a
preview; a test counts them. While a person looks at the preview, the sidebar has the tabs made that a run needs.

${callsTable()}
## Computing alone

Rows of a product export, five variants a product; the processor's time without spreadsheet and store.

${computingTable(computing)}
The script is ${bundle.codeKb.toFixed(0)} kB (${bundle.codeGzipKb.toFixed(0)} kB compressed), the sidebar ${bundle.sidebarKb.toFixed(0)} kB. Opening the spreadsheet runs it all and
adds the menu: ${bundle.loadMs.toFixed(1)} ms of the processor, after the ${bundle.parseMs.toFixed(1)} ms that V8 takes to read so long a text.

## What is measured

The built \`Code.js\`, in the local Apps Script runtime, against the embedded store on a standard plan (a bucket of 2,000
points, 100 more each second). One product with one variant a row, which is the dearest shape: Shopify takes the
variants of one product at a time. The spreadsheet was synced before, but for new products. Connecting and the
preview are not counted; everything after the click on *Sync now* is, to the last status of a row.

- **Time** is virtual: a mutation takes 250 ms, a query 120 ms, a call of the spreadsheet 20 to 300 ms, and Shopify's bulk
  engine does 40 lines a second of each file. Of several mutations in one document, which run in turn, each after the first
  takes another 130 ms. These are assumptions, the same for every way; computing counts nothing on this clock.
- **Floor** is how long the plan takes to give out the points for the fewest and cheapest mutations that could send the
  rows, from a full bucket. Lines of a bulk operation cost no points, so what goes that way may be faster.
- **Executions** of six minutes at most. The sidebar calls on by itself where one pauses.
- **CPU** is real and without what the embedded store computes. The script of this add-on runs in a worker of its own,
  which may use 512 MB and is ended beyond it; *Memory* of *Before and now* is the most that the worker held, garbage included.
  100,000 changed prices, 100,000 changed stock levels, as many rows got into a new tab and as many new products stay within it.
  The CPU of before was measured in one process with the store, whose memory made each collection of garbage dear.
  **Memory** of the first table is what is alive at most outside of it beyond what was before, as seen every few seconds,
  and in brackets how much of it stays: that is what the store and the spreadsheet grew by.
- **Growth.** From 10,000 to 100,000 rows the CPU of stock grows 9-fold, of no change 6-fold, and of changed prices and new products
  14 to 15-fold: Shopify takes ten minutes for these, so that there are three executions, and each reads the sheet and the memory
  again. In one execution, of a bulk engine fifteen times as fast, they grow 7 and 11.5-fold (2.6 → 18.7 s and 3.4 → 39.4 s):
  \`node --expose-gc --import tsx local/bench/measure.ts '{"kind":"creates","rows":100000,"way":"add-on","linesPerSecond":600}' dist\`.

**Row by row** is what published Apps Script peers do: one request a row, then a sleep of 200 ms. The hash column of the
best of them is granted to it, so rows that did not change cost nothing. It is also granted GraphQL and the ids of all
items; the real ones ask for each. After six minutes Google ends it, and it cannot go on.

**Shopify's client** is \`@shopify/admin-api-client\` in a loop that waits for each answer, outside Apps Script and its six
minutes, with the ids of all items. It compares nothing, so it sends rows that did not change, too. Where 100,000 rows
are not listed for these two, take ten times the line above: they send one request after the other.
`;
}

function table(results: readonly Result[]): string {
  return tableOf(
    COLUMNS.map(({ name }) => name),
    results.map((result) => COLUMNS.map(({ of }) => of(result))),
  );
}

function callsTable(): string {
  return tableOf(
    ['What', 'Why', 'Calls'],
    CALLS_OF_A_RUN.map(({ phase, calls, why }) => [
      phase,
      why,
      Object.entries(calls)
        .map(([name, times]) => (times > 1 ? `${times} × ${name}` : name))
        .join(', '),
    ]),
  );
}

function talkTable(results: readonly Result[]): string {
  return tableOf(
    ['Rows', 'What', ...TALK_COLUMNS.map(({ name }) => name)],
    results.flatMap(({ rows, kind, talked }) =>
      talked ? [[count(rows), KIND_NAMES[kind], ...TALK_COLUMNS.map(({ of }) => of(talked))]] : [],
    ),
  );
}

/** Today's figures next to those of before, where both are known. */
function beside(results: readonly Result[], before: Benchmarks['before']): string {
  if (!before) return '';
  const then = new Map(before.results.map((result) => [keyOf(result), result]));
  const pairs = results.flatMap((now) => {
    const was = then.get(keyOf(now));
    return was ? [{ now, was }] : [];
  });
  const both = (of: (result: Result) => string) => (pair: (typeof pairs)[number]) =>
    `${of(pair.was)} → ${of(pair.now)}`;
  const columns = [
    both(({ requests }) => count(requests)),
    both(({ seconds }) => duration(seconds)),
    both(({ talked }) => shown(talked?.firstRowSeconds, duration)),
    both(({ talked }) => (talked ? count(TALKS.reduce((sum, talk) => sum + talked.calls[talk], 0)) : '–')),
    both(({ longestExecutionSeconds }) => duration(longestExecutionSeconds)),
    both(({ cpuSeconds }) => `${cpuSeconds.toFixed(1)} s`),
    ({ now }: (typeof pairs)[number]) => (now.workerMb === undefined ? '–' : `${count(now.workerMb)} MB`),
  ];
  const table = tableOf(
    [
      'Rows',
      'What',
      'Requests',
      'Time',
      'First row',
      'Calls to Google',
      'Longest execution',
      'CPU',
      'Memory',
    ],
    pairs.map((pair) => [
      count(pair.now.rows),
      KIND_NAMES[pair.now.kind],
      ...columns.map((column) => column(pair)),
    ]),
  );
  return `## Before and now

This add-on on ${before.date}, before several changes went into one request and fewer words to Google, and as it is now.

${table}
`;
}

const shown = (seconds: number | undefined, words: (seconds: number) => string): string =>
  seconds === undefined ? '–' : words(seconds);

function computingTable(computing: readonly RowsFigures[]): string {
  return tableOf(
    ['Rows', 'What', 'Actions', 'Parse', 'Plan'],
    computing.map(({ rows, scenario, actions, parseSeconds, planSeconds }) => [
      count(rows),
      scenario,
      count(actions),
      `${parseSeconds.toFixed(2)} s`,
      `${planSeconds.toFixed(2)} s`,
    ]),
  );
}

/** Columns named for words are aligned to the left. */
function tableOf(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = names.map((name) => (['What', 'Way', 'Why', 'Calls'].includes(name) ? '---' : '--:'));
  return `${[line(names), line(rule), ...rows.map(line)].join('\n')}\n`;
}

/** Gives the reason of what is left out, which is that it does not end: nobody should take a gap for a figure. */
function unmeasured(results: readonly Result[]): string {
  const missing = casesOf(SIZES).filter(
    ({ way, kind, rows }) =>
      way === 'add-on' &&
      !results.some((each) => each.way === way && each.kind === kind && each.rows === rows),
  );
  return missing
    .map(
      ({ kind, rows }) =>
        `- ${count(rows)} ${KIND_NAMES[kind]}: not measured, or it did not come to an end.\n`,
    )
    .join('');
}

function explain({ way, kind, rows, rowsDone, outcome, problem }: Result): string {
  const why = problem ? ` ${problem}` : '';
  return `- ${count(rows)} ${KIND_NAMES[kind]}, ${WAY_NAMES[way]}: ${outcome} with ${count(rowsDone)} rows done.${why}`;
}

const count = (figure: number): string => Math.round(figure).toLocaleString('en-US');

function duration(seconds: number): string {
  if (seconds < 100) return `${seconds.toFixed(1)} s`;
  const minutes = seconds / 60;
  return minutes < 100 ? `${minutes.toFixed(1)} min` : `${(minutes / 60).toFixed(1)} h`;
}
