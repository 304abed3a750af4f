import fc from 'fast-check';
import { fail, type Problem, succeed } from '../../../../src/ports/problem';
import type { Services } from '../../../../src/sync/ground/services';
import { answer, describe as describeError, showEnd } from '../../../../src/sync/run/run-alone';

describe('an entry point', () => {
  const logged: string[] = [];
  const log = { error: (message: string) => void logged.push(message) };
  const FULL: Problem = { kind: 'sheet-full', message: 'It is full.', nextStep: 'Make room.' };
  const refusalOf = (error: unknown) => (String(error).includes('full') ? FULL : undefined);
  const services = { log, refusalOf };

  test('answers what its use case answers', () => {
    expect(answer(services, () => succeed(5))).toEqual({ ok: true, value: 5 });
  });

  test('turns a thrown error into words for a person, and keeps the error for the log', () => {
    const answered = answer(services, () => {
      throw new Error('A bug of ours');
    });
    expect(answered).toMatchObject({ ok: false, problem: { kind: 'unexpected' } });
    expect(JSON.stringify(answered)).not.toContain('A bug of ours');
    expect(logged.at(-1)).toContain('A bug of ours');
  });

  test('says what Google refused where the error is its refusal', () => {
    const answered = answer(services, () => {
      throw new Error('The workbook is full');
    });
    expect(answered).toEqual({ ok: false, problem: FULL });
  });

  test('shows no problem of over 300 characters, whoever worded it, and each ends in a whole sentence', () => {
    const sentence = fc.string({ unit: 'grapheme', maxLength: 500 }).map((text) => `${text.trim()}.`);
    const words = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(words, words, fc.boolean(), (message, nextStep, isThrown) => {
        const toasts: string[] = [];
        const own = {
          log,
          refusalOf: () => ({ kind: 'sheet-full', message, nextStep }) as const,
          spreadsheet: { toast: (text: string) => void toasts.push(text) },
        } as unknown as Services;
        const answered = answer(own, () => {
          if (isThrown) throw new Error('Refused');
          return fail('invalid-input', message, nextStep);
        });
        if (answered.ok) throw new Error('It failed.');
        showEnd(own, answered);
        const { problem } = answered;
        for (const text of [problem.message, problem.nextStep, ...toasts]) {
          expect(text.length).toBeLessThanOrEqual(300);
          expect(text.endsWith('.')).toBe(true);
          expect(text).not.toMatch(/\p{Cs}/u);
        }
        expect(toasts).toHaveLength(1);
      }),
    );
  });

  test.each(['shpat_fake_example', 'shpss_fake_example', 'shpca_fake-example', 'shprt_fake_example'])(
    'logs no %s',
    (secret) => {
      expect(describeError(new Error(`sent ${secret} to the store`))).not.toContain(secret);
      expect(describeError(`${secret}`)).not.toContain(secret);
    },
  );
});
