import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../bundle/built';

/** What a seed came to, as one line of a file: a run that is interrupted goes on after the seeds that passed. */
export interface PlayedSeed {
  readonly seed: number;
  /** What failed and how it came there; empty where every promise was kept. */
  readonly failure: string;
  /** How often each thing happened. */
  readonly happened: Readonly<Record<string, number>>;
}

/** The line begins with the end of the one before, which a kill may have cut off. */
export function keepPlayed(file: string, played: PlayedSeed): void {
  mkdirSync(path.dirname(file), { recursive: true });
  appendFileSync(file, `\n${JSON.stringify(played)}`);
}

/** The last of each seed; a line that a kill cut off counts as not played. */
export function loadPlayed(file: string): ReadonlyMap<number, PlayedSeed> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return new Map(
    lines.flatMap((line) => {
      if (!line.endsWith('}')) return [];
      const played = JSON.parse(line) as PlayedSeed;
      return [[played.seed, played] as const];
    }),
  );
}

/** All that decides how a seed plays: what passed with other sources has to be played again. */
const PLAYED_FROM = ['src', 'local', 'test/campaign', 'test/support', 'test/add-on'];

export function recordOfSources(): string {
  const hash = createHash('sha256');
  for (const folder of PLAYED_FROM)
    for (const name of (readdirSync(path.join(ROOT, folder), { recursive: true }) as string[]).sort())
      if (/\.(tsx?|graphql|json)$/.test(name) && !name.includes('.tsbuild'))
        hash.update(name).update(readFileSync(path.join(ROOT, folder, name)));
  return path.join(ROOT, 'artifacts', 'campaign', `${hash.digest('hex').slice(0, 12)}.jsonl`);
}
