import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { measureBundle } from './bundle';
import { type Case, casesOf, SIZES, WAYS, type Way } from './cases';
import { chart } from './chart';
import type { Measured } from './measured';
import { page } from './page';
import { asBefore, type Benchmarks, type Result, withResults } from './results';
import { benchRows } from './rows';
import { KINDS, type Kind } from './workloads';

const DOCS = path.join(__dirname, '..', '..', 'docs');
const JSON_FILE = path.join(DOCS, 'benchmarks.json');

/** As many as a sheet of 200 columns holds. */
const ROWS_TO_COMPUTE = 50_000;

const USAGE = `Usage: npm run bench -- [options]

  --rows N,N     20, 100, 1000, 10000, 100000 where nothing is said
  --only KINDS   ${KINDS.join(', ')}: only these
  --ways WAYS    ${WAYS.join(', ')}: only these
  --write        keep what was measured in docs/benchmarks.md, .json and .svg, in place of what stands there for the same cases
  --as-before    keep what was measured as what later measurements stand beside
  --help         this text`;

/** `npm run bench`: the built add-on and two other ways to get rows into Shopify, on the embedded store. */
async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string' },
      only: { type: 'string' },
      ways: { type: 'string' },
      write: { type: 'boolean' },
      'as-before': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(USAGE);
  const sizes = values.rows?.split(',').map(Number) ?? SIZES;
  const kinds = (values.only?.split(',') ?? KINDS) as readonly Kind[];
  const ways = (values.ways?.split(',') ?? WAYS) as readonly Way[];
  if (
    !sizes.every((size) => size >= 1) ||
    !kinds.every((kind) => KINDS.includes(kind)) ||
    !ways.every((way) => WAYS.includes(way))
  ) {
    process.exitCode = 2;
    return console.error(USAGE);
  }
  const distDir = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    const { build } = await import(pathToFileURL(path.join(__dirname, '..', '..', 'build.mjs')).href);
    await build({ outdir: distDir });
    const results: Result[] = [];
    for (const each of casesOf(sizes, kinds).filter(({ way }) => ways.includes(way))) {
      const measured = await inOwnProcess(each, distDir);
      console.log(line(each, measured));
      results.push({ ...each, ...measured });
    }
    const measured: Benchmarks = {
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
      bundle: measureBundle(distDir),
      computing: values.only === undefined ? benchRows(ROWS_TO_COMPUTE) : [],
      results,
    };
    const before = values['as-before'] && asBefore(measured);
    if (values.write) write(withResults(loadKept(), { ...measured, ...(before && { before }) }));
  } finally {
    rmSync(distDir, { recursive: true, force: true });
  }
}

function inOwnProcess(each: Case, distDir: string): Promise<Measured> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', path.join(__dirname, 'measure.ts'), JSON.stringify(each), distDir],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (text) => {
      printed += text;
    });
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(printed) as Measured);
      else reject(new Error(`${JSON.stringify(each)} ended with code ${code}.`));
    });
  });
}

function line({ way, kind, rows }: Case, measured: Measured): string {
  const { rowsDone, requests, points, throttled, seconds, executions, cpuSeconds, memory, problem } =
    measured;
  return [
    `${kind} ${rows} ${way}: ${rowsDone} rows done, ${requests} requests, ${points} points, ${throttled} throttled`,
    `${seconds.toFixed(1)} s in ${executions} executions, ${cpuSeconds.toFixed(2)} s CPU, +${memory.mostMb.toFixed(0)} MB, ${memory.stayedMb.toFixed(0)} stay`,
    ...(problem ? [problem] : []),
  ].join(', ');
}

function loadKept(): Benchmarks | undefined {
  try {
    return JSON.parse(readFileSync(JSON_FILE, 'utf8')) as Benchmarks;
  } catch {
    return undefined;
  }
}

function write(benchmarks: Benchmarks): void {
  writeFileSync(JSON_FILE, `${JSON.stringify(benchmarks, null, 2)}\n`);
  writeFileSync(path.join(DOCS, 'benchmarks.svg'), chart(benchmarks.results));
  writeFileSync(path.join(DOCS, 'benchmarks.md'), page(benchmarks));
}

void main(process.argv.slice(2));
