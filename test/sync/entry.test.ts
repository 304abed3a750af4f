import { succeed } from '../../src/ports/problem';
import { answer, describe as describeError } from '../../src/sync/entry';

describe('an entry point', () => {
  const logged: string[] = [];
  const log = { error: (message: string) => void logged.push(message) };

  test('answers what its use case answers', () => {
    expect(answer(log, () => succeed(5))).toEqual({ ok: true, value: 5 });
  });

  test('turns a thrown error into words for a person, and keeps the error for the log', () => {
    const answered = answer(log, () => {
      throw new Error('A bug of ours');
    });
    expect(answered).toMatchObject({ ok: false, problem: { kind: 'unexpected' } });
    expect(JSON.stringify(answered)).not.toContain('A bug of ours');
    expect(logged.at(-1)).toContain('A bug of ours');
  });

  test.each(['A tab was deleted while it was in use.', 'Exception: Sheet 5 not found'])(
    'says so where a tab is gone: %s',
    (thrown) => {
      const answered = answer(log, () => {
        throw new Error(thrown);
      });
      expect(answered).toMatchObject({ problem: { message: 'A tab was deleted while it was in use.' } });
    },
  );

  test.each(['shpat_fake_example', 'shpss_fake_example', 'shpca_fake-example', 'shprt_fake_example'])(
    'logs no %s',
    (secret) => {
      expect(describeError(new Error(`sent ${secret} to the store`))).not.toContain(secret);
      expect(describeError(`${secret}`)).not.toContain(secret);
    },
  );
});
