/// <reference path="../../local/apps-script/gas-local.d.ts" />
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';
import { transformSync } from 'esbuild';
import gasLocal from 'gas-local';
import {
  createRuntime,
  createVirtualClock,
  newRuntimeState,
  newWorkbook,
} from '../../local/apps-script/runtime';
import { builtFolder } from '../support/built-once';
import { INSTALLED } from '../support/installed';
import { listedEntryPoints, ROOT } from './built';

/** Globals of browsers and Node that Apps Script lacks. Source: https://developers.google.com/apps-script/guides/v8-runtime */
const MISSING_GLOBALS = [
  ...['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'setImmediate', 'queueMicrotask'],
  ...['ReadableStream', 'WritableStream', 'TextEncoder', 'TextDecoder', 'fetch', 'FormData', 'File', 'Blob'],
  ...[
    'URL',
    'URLSearchParams',
    'DOMException',
    'atob',
    'btoa',
    'crypto',
    'SubtleCrypto',
    'window',
    'document',
  ],
  ...[
    'navigator',
    'performance',
    'process',
    'AbortController',
    'AbortSignal',
    'Event',
    'EventTarget',
    'Headers',
  ],
  ...[
    'Request',
    'Response',
    'structuredClone',
    'global',
    'Buffer',
    'require',
    'module',
    'exports',
    '__dirname',
  ],
];

const SERVICES = [
  ...['SpreadsheetApp', 'UrlFetchApp', 'PropertiesService', 'CacheService', 'LockService', 'HtmlService'],
  ...['ScriptApp', 'Utilities', 'Session', 'Logger', 'console', 'DriveApp', 'MailApp'],
];

let code: string;

beforeAll(() => {
  code = fs.readFileSync(path.join(builtFolder(), 'Code.js'), 'utf8');
});

/** Loads the folder as Apps Script would, with services that refuse to be touched. */
function load(): { readonly globals: Record<string, unknown>; readonly touched: readonly string[] } {
  const touched: string[] = [];
  const globals: Record<string, unknown> = {};
  for (const name of SERVICES) {
    globals[name] = new Proxy(
      {},
      {
        get: (_, member) => {
          touched.push(`${name}.${String(member)}`);
          throw new Error(`${name} is not there while the script loads.`);
        },
      },
    );
  }
  gasLocal.require(builtFolder(), globals);
  return { globals, touched };
}

describe('the built script', () => {
  test('loads without touching any service', () => {
    expect(load().touched).toEqual([]);
  });

  test('declares exactly the listed functions at its top level', () => {
    const { globals } = load();
    const functions = Object.keys(globals).filter((name) => typeof globals[name] === 'function');
    expect(functions.sort()).toEqual([...listedEntryPoints()].sort());
    expect(
      Object.keys(globals).filter((name) => !SERVICES.includes(name) && !functions.includes(name)),
    ).toEqual(['Sync']);
  });

  test('declares them so that Google finds them without running the script', () => {
    const { body } = parseSync(code, { syntax: 'ecmascript', target: 'es2019' });
    const declared = body.flatMap((item) =>
      item.type === 'FunctionDeclaration' ? [item.identifier.value] : [],
    );
    expect(declared).toEqual(listedEntryPoints());
  });

  test('has no syntax that is newer than ES2019', () => {
    const printed = (target: string) => transformSync(code, { target, charset: 'utf8' }).code;
    expect(printed('es2019') === printed('esnext')).toBe(true);
  });

  test('names no global that Apps Script lacks', () => {
    const define = Object.fromEntries(MISSING_GLOBALS.map((name) => [name, `MISSING_${name}`]));
    const marked = transformSync(code, { define, charset: 'utf8' }).code;
    expect([...new Set(marked.match(/\bMISSING_\w+/g) ?? [])]).toEqual([]);
  });

  test('stays small enough to be parsed at each click', () => {
    expect(Buffer.byteLength(code)).toBeLessThan(792_000);
    expect(code).not.toContain('sourceMappingURL');
  });

  test('opens its menu and answers its sidebar, with the version of the package', () => {
    const runtime = createRuntime({
      state: newRuntimeState(newWorkbook({})),
      distDir: builtFolder(),
      installed: INSTALLED,
      clock: createVirtualClock(Date.UTC(2026, 10, 22)),
      send: () => ({ failure: 'unknown-host', tookMs: 1 }),
    });
    expect(runtime.open()).toMatchObject({ outcome: 'returned' });
    expect(Object.keys(runtime.interface.menus)).toEqual(['Sync to Shopify']);
    const { version } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(runtime.run('getOverview', [], { kind: 'sidebar' })).toMatchObject({
      outcome: 'returned',
      value: { ok: true, value: { version, connection: null } },
    });
  });
});

describe('the menu of the built script', () => {
  test('calls functions that exist', () => {
    const runtime = createRuntime({
      state: newRuntimeState(newWorkbook({})),
      distDir: builtFolder(),
      installed: INSTALLED,
      clock: createVirtualClock(Date.UTC(2026, 10, 22)),
      send: () => ({ failure: 'unknown-host', tookMs: 1 }),
    });
    runtime.open();
    const called = JSON.stringify(runtime.interface.menus).match(/"functionName":"\w+"/g) ?? [];
    const names = called.map((text) => text.replace(/.*:"(\w+)"/, '$1'));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !listedEntryPoints().includes(name))).toEqual([]);
  });
});

test('a stack trace leads back to the lines of the source, by which a report can be read', () => {
  const state = newRuntimeState(newWorkbook({ name: 'Catalog', sheets: [] }));
  const runtime = createRuntime({
    state,
    distDir: builtFolder(),
    send: () => ({ failure: 'unknown-host', tookMs: 0 }),
    installed: INSTALLED,
    clock: createVirtualClock(0),
    gate: ({ service }) => {
      if (service === 'Properties') throw new Error('Broken for the test');
    },
  });
  const { logs } = runtime.run('getOverview', [], { kind: 'sidebar' });
  const trace = logs.map(({ message }) => message).join('\n');
  expect(trace).toContain('Broken for the test');
  expect(trace).toMatch(/\bat .*Code\.js:\d+:\d+/);
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'local/trace.ts'], {
    cwd: ROOT,
    input: trace,
    encoding: 'utf8',
  });
  expect(stdout).toContain('Broken for the test');
  expect(stdout).toMatch(/src\/main\.ts:\d+:\d+/);
  expect(stdout).not.toMatch(/Code\.js:\d+:\d+/);
});
