import { readFileSync, writeFileSync } from 'node:fs';
import { UsageError } from './options';

type SystemError = NodeJS.ErrnoException;

/** Mistakes of a person, by the code of Node's error. */
const READ_FAILURES: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `There is no file ${file}. Check the path.`,
  EISDIR: (file) => `${file} is a folder. Name the files in it.`,
  EACCES: (file) => `${file} may not be read by you.`,
};

const WRITE_FAILURES: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `${file} cannot be written: its folder does not exist.`,
  EISDIR: (file) => `${file} cannot be written: it is a folder.`,
  EACCES: (file) => `${file} may not be written by you.`,
};

/** Throws a `UsageError` that says why a file cannot be read. */
export function readInput(file: string): Uint8Array {
  return orUsageError(file, READ_FAILURES, () => readFileSync(file));
}

/** The content, or undefined where the file is not there yet. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as SystemError).code === 'ENOENT') return undefined;
    throw asUsageError(error as SystemError, file, READ_FAILURES);
  }
}

export function writeOutput(file: string, content: string): void {
  orUsageError(file, WRITE_FAILURES, () => writeFileSync(file, content));
}

function orUsageError<Answer>(file: string, failures: typeof READ_FAILURES, act: () => Answer): Answer {
  try {
    return act();
  } catch (error) {
    throw asUsageError(error as SystemError, file, failures);
  }
}

function asUsageError({ code, message }: SystemError, file: string, failures: typeof READ_FAILURES): Error {
  return new UsageError(failures[code ?? '']?.(file) ?? `${file}: ${message}.`);
}
