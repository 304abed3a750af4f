import type { Problem } from '../../src/ports/problem';
import { succeed } from '../../src/ports/problem';
import { answer, describe as describeError } from '../../src/sync/entry';

describe('an entry point', () => {
  const logged: string[] = [];
  const log = { error: (message: string) => void logged.push(message) };
  const FULL: Problem = { kind: 'sheet-full', message: 'It is full.', nextStep: 'Make room.' };
  const refusalOf = (error: unknown) => (String(error).includes('full') ? FULL : undefined);
  const outside = { log, refusalOf };

  test('answers what its use case answers', () => {
    expect(answer(outside, () => succeed(5))).toEqual({ ok: true, value: 5 });
  });

  test('turns a thrown error into words for a person, and keeps the error for the log', () => {
    const answered = answer(outside, () => {
      throw new Error('A bug of ours');
    });
    expect(answered).toMatchObject({ ok: false, problem: { kind: 'unexpected' } });
    expect(JSON.stringify(answered)).not.toContain('A bug of ours');
    expect(logged.at(-1)).toContain('A bug of ours');
  });

  test('says what Google refused where the error is its refusal', () => {
    const answered = answer(outside, () => {
      throw new Error('The workbook is full');
    });
    expect(answered).toEqual({ ok: false, problem: FULL });
  });

  test.each(['shpat_fake_example', 'shpss_fake_example', 'shpca_fake-example', 'shprt_fake_example'])(
    'logs no %s',
    (secret) => {
      expect(describeError(new Error(`sent ${secret} to the store`))).not.toContain(secret);
      expect(describeError(`${secret}`)).not.toContain(secret);
    },
  );
});
