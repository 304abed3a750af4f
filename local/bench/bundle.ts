import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createRuntime, createVirtualClock, newRuntimeState, newWorkbook } from '../apps-script/runtime';

export interface Bundle {
  /** In kB of 1,000 bytes. */
  readonly codeKb: number;
  readonly sidebarKb: number;
  readonly codeGzipKb: number;
  /** What an execution takes that opens the menu: parsing and running the whole file, in a fresh realm. */
  readonly loadMs: number;
}

const LOADS = 21;

export function measureBundle(distDir: string): Bundle {
  const code = readFileSync(path.join(distDir, 'Code.js'));
  const runtime = createRuntime({
    state: newRuntimeState(newWorkbook({ name: 'Catalog', sheets: [] })),
    distDir,
    send: () => ({ failure: 'unknown-host', tookMs: 0 }),
    clock: createVirtualClock(0),
  });
  const loads = Array.from({ length: LOADS }, () => {
    const from = performance.now();
    runtime.open();
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return {
    codeKb: code.length / 1000,
    sidebarKb: readFileSync(path.join(distDir, 'Sidebar.html')).length / 1000,
    codeGzipKb: gzipSync(code).length / 1000,
    loadMs: loads[Math.floor(LOADS / 2)] ?? 0,
  };
}
