import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readIfThere, readInput, writeOutput } from '../../local/cli/files';
import { UsageError } from '../../local/cli/options';

describe('files named on the command line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cli-files-'));
  const at = (name: string) => path.join(folder, name);
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a missing input is named in a sentence', () => {
    expect(() => readInput(at('none.csv'))).toThrow(UsageError);
    expect(() => readInput(at('none.csv'))).toThrow(/There is no file .*none\.csv/);
  });

  test('a folder in place of an input is called a folder', () => {
    expect(() => readInput(folder)).toThrow(/is a folder/);
  });

  test('a state file that is not there yet is a first run', () => {
    expect(readIfThere(at('state.json'))).toBeUndefined();
  });

  test('what is written is what is read', () => {
    writeOutput(at('state.json'), '{"a":1}');
    expect(readIfThere(at('state.json'))).toBe('{"a":1}');
  });

  test('an output in a folder that does not exist is wrong usage, not a crash', () => {
    expect(() => writeOutput(at('none/out.json'), '')).toThrow(/its folder does not exist/);
  });
});
