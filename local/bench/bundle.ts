import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';

export interface Bundle {
  /** In kB of 1,000 bytes. */
  readonly codeKb: number;
  readonly sidebarKb: number;
  readonly codeGzipKb: number;
  /** Time of the processor for reading the whole file, which V8 does before it runs any of it. */
  readonly parseMs: number;
  /** Time of the processor for running the file in a fresh realm and adding the menu, without what Google's services take. */
  readonly loadMs: number;
}

const LOADS = 101;

export function measureBundle(distDir: string): Bundle {
  const code = readFileSync(path.join(distDir, 'Code.js'));
  const text = code.toString();
  // Another text each time, because V8 remembers what it has parsed.
  const parseMs = medianCpuMs((index) => new vm.Script(`${text}\n// ${index}`));
  const script = new vm.Script(text);
  const realms = Array.from({ length: LOADS }, () => vm.createContext({ SpreadsheetApp: anything() }));
  const loadMs = medianCpuMs((index) => {
    const realm = realms[index] as vm.Context;
    script.runInContext(realm);
    vm.runInContext('onOpen()', realm);
  });
  return {
    codeKb: code.length / 1000,
    sidebarKb: readFileSync(path.join(distDir, 'Sidebar.html')).length / 1000,
    codeGzipKb: gzipSync(code).length / 1000,
    parseMs,
    loadMs,
  };
}

/** A service that takes no time: whatever is called answers with the same. */
function anything(): object {
  const service: object = new Proxy(() => service, { get: () => service });
  return service;
}

function medianCpuMs(work: (index: number) => unknown): number {
  const took = Array.from({ length: LOADS }, (_, index) => {
    const from = process.cpuUsage();
    work(index);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return took[Math.floor(LOADS / 2)] ?? 0;
}
