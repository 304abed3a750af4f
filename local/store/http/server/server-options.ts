import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { DailyVariants } from '../../graphql/execution/context';
import { isApiVersion } from '../../graphql/schema/versions';
import { parseOtherPeople } from '../../people/other-people';
import type { BulkFiles, BulkOptions } from '../../shop/bulk-operations/bulk-pace';
import type { EdgeOptions } from '../../store-types';
import { parseFaults } from '../faults/fault-text';
import type { OtherClients } from '../throttle/other-clients';
import { isPlan, plans } from '../throttle/plans';

/** Options of `npm run store`. */
export interface ServerOptions extends EdgeOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly shop?: string;
  readonly currencyCode?: string;
  readonly locations?: readonly string[];
  readonly seed: number;
  readonly seedFile?: string;
  readonly stateFile?: string;
  readonly taxonomyFile?: string;
  readonly searchLagMs?: number;
  readonly bulk: BulkOptions;
  readonly idempotency: 'honoured' | 'ignored';
  readonly dailyVariants?: DailyVariants;
  /** Requests move the clock, and nothing waits. */
  readonly isVirtual: boolean;
}

/** Wrong usage, said in one sentence. */
export class UsageError extends Error {}

/** Shopify supports a version for a year; this one is the oldest next to the newest that the store knows. */
const OLDEST_VERSION = '2026-01';

const BULK_FILES = ['readable', 'unreachable', 'gzip-stored'] as const satisfies readonly BulkFiles[];
const IDEMPOTENCY = ['honoured', 'ignored'] as const;

export const usage = `npm run store --silent -- [options]

  --port N               listen there on 127.0.0.1; 0 takes any free port (default 3457)
  --plan NAME            ${Object.keys(plans).join(', ')} (default standard)
  --locations A,B        names of the locations, the first is the primary one
  --seed-file FILE       JSON: a catalog like /_dump answers, or a saved state
  --taxonomy FILE        Shopify's published categories.txt, in place of the categories that come with the store
  --state FILE           load the state from there if it exists, and save it there on exit
  --faults TEXT          what goes wrong, for example "productSet: 503-after; 5%: 429"
  --other-clients TEXT   points per second others spend ("30"), or bursts ("400 every 5000")
  --other-people TEXT    how often somebody else acts between two requests ("20%", "20% order price")
  --search-lag MS        how long searches do not see a write (default 2000, a variant's fields 5000)
  --daily-variants TEXT  new variants a day: "1000", or from a size of the store on, "1000 above 50000"
  --bulk-rows N          lines per second that a bulk mutation does (default 40)
  --bulk-files HOW       ${BULK_FILES.join(', ')} (default readable)
  --idempotency HOW      ${IDEMPOTENCY.join(' or ')} (default honoured)
  --most-ids-in-time N   a request that asks for more objects by id is not answered in time
  --oldest-version NAME  older versions in an address are answered by this one (default ${OLDEST_VERSION})
  --latency MS           how long every answer takes (default 0; with --virtual as long as usual)
  --shop DOMAIN  --currency CODE  --organization NAME  --redirect-url URL  --seed N
  --virtual              a clock that only requests move; POST /_clock?advanceMs=N moves it too
  --help
`;

const known = {
  port: { type: 'string', default: '3457' },
  plan: { type: 'string', default: 'standard' },
  locations: { type: 'string' },
  'seed-file': { type: 'string' },
  taxonomy: { type: 'string' },
  state: { type: 'string' },
  faults: { type: 'string', default: '' },
  'other-clients': { type: 'string' },
  'other-people': { type: 'string' },
  'search-lag': { type: 'string' },
  'daily-variants': { type: 'string' },
  'bulk-rows': { type: 'string' },
  'bulk-files': { type: 'string', default: 'readable' },
  idempotency: { type: 'string', default: 'honoured' },
  'most-ids-in-time': { type: 'string' },
  latency: { type: 'string' },
  'oldest-version': { type: 'string', default: OLDEST_VERSION },
  shop: { type: 'string' },
  currency: { type: 'string' },
  organization: { type: 'string' },
  'redirect-url': { type: 'string', multiple: true },
  seed: { type: 'string', default: '1' },
  virtual: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Undefined where only help was wanted; throws a UsageError. */
export function readServerOptions(args: readonly string[]): ServerOptions | undefined {
  const values = asUsage(
    () => parseArgs({ args: [...args], options: known, allowPositionals: false }).values,
  );
  if (values.help) return undefined;
  const port = wholeNumber('--port', values.port);
  if (port > 65_535) throw new UsageError('--port must be at most 65535.');
  if (!isPlan(values.plan)) throw new UsageError(`--plan must be one of ${Object.keys(plans).join(', ')}.`);
  const shop = values.shop;
  if (shop !== undefined && !/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(shop)) {
    throw new UsageError('--shop must look like my-store.myshopify.com.');
  }
  const otherPeople = values['other-people'];
  return {
    port,
    plan: values.plan,
    shop,
    currencyCode: values.currency,
    locations: values.locations === undefined ? undefined : namesIn(values.locations),
    seed: wholeNumber('--seed', values.seed),
    seedFile: existing('--seed-file', values['seed-file']),
    stateFile: values.state,
    taxonomyFile: existing('--taxonomy', values.taxonomy),
    faults: asUsage(() => parseFaults(values.faults)),
    otherClients: readOtherClients(values['other-clients'], wholeNumber('--seed', values.seed)),
    otherPeople: otherPeople === undefined ? undefined : asUsage(() => parseOtherPeople(otherPeople)),
    latencyMs:
      values.latency === undefined
        ? usualLatencyMs(values.virtual)
        : wholeNumber('--latency', values.latency),
    searchLagMs:
      values['search-lag'] === undefined ? undefined : wholeNumber('--search-lag', values['search-lag']),
    bulk: {
      ...bulkOptions(values['bulk-rows']),
      files: oneOf('--bulk-files', BULK_FILES, values['bulk-files']),
    },
    idempotency: oneOf('--idempotency', IDEMPOTENCY, values.idempotency),
    mostIdsInTime:
      values['most-ids-in-time'] === undefined
        ? undefined
        : wholeNumber('--most-ids-in-time', values['most-ids-in-time']),
    dailyVariants: readDailyVariants(values['daily-variants']),
    organization: values.organization,
    redirectUrls: values['redirect-url'],
    oldestApiVersion: versionIn(values['oldest-version']),
    isVirtual: values.virtual,
  };
}

function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function oneOf<Word extends string>(name: string, words: readonly Word[], text: string): Word {
  const word = words.find((known) => known === text);
  if (word) return word;
  throw new UsageError(`${name} must be one of ${words.join(', ')}.`);
}

function versionIn(text: string): string {
  if (isApiVersion(text)) return text;
  throw new UsageError(`--oldest-version must look like ${OLDEST_VERSION}.`);
}

function bulkOptions(rowsPerSecond: string | undefined): BulkOptions {
  if (rowsPerSecond === undefined) return {};
  return { mutationRowsPerSecond: Math.max(1, wholeNumber('--bulk-rows', rowsPerSecond)) };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`${name} must be a whole number, not "${text}".`);
  return Number(text);
}

/** Nobody waits for nothing, but a clock that only requests move must be moved by them. */
const usualLatencyMs = (isVirtual: boolean): number | undefined => (isVirtual ? undefined : 0);

function namesIn(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new UsageError('--locations must be names separated by commas.');
  return names;
}

function existing(name: string, file: string | undefined): string | undefined {
  if (file !== undefined && !existsSync(file)) throw new UsageError(`${name}: there is no file ${file}.`);
  return file;
}

function readOtherClients(text: string | undefined, seed: number): OtherClients | undefined {
  if (text === undefined) return undefined;
  const [, points, everyMs] = /^(\d+)(?: every (\d+))?$/.exec(text.trim()) ?? [];
  if (points === undefined) {
    throw new UsageError(
      '--other-clients must be points per second like "30", or bursts like "400 every 5000".',
    );
  }
  if (everyMs === undefined) return { kind: 'steady', pointsPerSecond: Number(points) };
  return { kind: 'bursts', points: Number(points), everyMs: Math.max(1, Number(everyMs)), seed };
}

function readDailyVariants(text: string | undefined): DailyVariants | undefined {
  if (text === undefined) return undefined;
  const [, perDay, above = '0'] = /^(\d+)(?: above (\d+))?$/.exec(text.trim()) ?? [];
  if (perDay === undefined)
    throw new UsageError('--daily-variants must be a number like "1000", or "1000 above 50000".');
  return { perDay: Number(perDay), above: Number(above) };
}

/** The JSON in a file; what is not JSON is wrong usage. */
export function readJsonFile(file: string): unknown {
  return asUsage(() => JSON.parse(readFileSync(file, 'utf8')) as unknown);
}
