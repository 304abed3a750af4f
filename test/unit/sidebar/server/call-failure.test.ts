import { problemOfFailure } from '../../../../src/sidebar/server/call-failure';

describe('a call that fails before our code answers', () => {
  test.each([
    "ScriptError: We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
    'Authorization is required to perform that action.',
  ])('names the trouble of several Google accounts: %s', (text) => {
    expect(problemOfFailure(text)).toMatchObject({
      message: expect.stringContaining('several are signed in'),
      nextStep: expect.stringContaining('only one account'),
    });
  });

  test('of a run that Google ended says that it goes on', () => {
    expect(problemOfFailure('ScriptError: Exceeded maximum execution time').nextStep).toContain('goes on');
  });

  test('without a connection says so', () => {
    expect(problemOfFailure('NetworkError: Connection failure due to HTTP 0')).toMatchObject({
      kind: 'network',
    });
  });

  test('for an unknown reason shows what Google said, in whatever language', () => {
    expect(problemOfFailure('ScriptError: Der Server ist müde').message).toBe(
      'Google answered: Der Server ist müde',
    );
  });
});
