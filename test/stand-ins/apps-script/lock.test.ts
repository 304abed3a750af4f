import { project, startMs } from './script-project';

const lock = (kind: string) => `const lock = LockService.get${kind}Lock();`;

describe('a lock', () => {
  test('is held until it is released or the execution ends', () => {
    const script = project();
    expect(
      script.evaluate(`${lock('Document')} const before = lock.hasLock();
      const got = lock.tryLock(0); return [before, got, lock.hasLock(), lock.tryLock(0)]`),
    ).toEqual([false, true, true, true]);
    expect(script.state.documentLock.holder).toBeNull();
  });

  test('that another execution holds is waited for, on the virtual clock, and in vain', () => {
    const script = project();
    script.state.documentLock.holder = 'another';
    expect(script.evaluate(`${lock('Document')} return [lock.tryLock(5000), Date.now()]`)).toEqual([
      false,
      startMs + 5030,
    ]);
    expect(() => script.evaluate(`${lock('Document')} lock.waitLock(1000)`)).toThrow(
      'Exception: Lock timeout: another process was holding the lock for too long.',
    );
  });

  test('that another execution releases in time is got', () => {
    const script = project({
      gate: ({ method }) => {
        if (method === 'waiting' && script.clock.now() > startMs + 2000)
          script.state.scriptLock.holder = null;
      },
    });
    script.state.scriptLock.holder = 'another';
    expect(
      script.evaluate(`${lock('Script')} return [lock.tryLock(9000), Date.now() < ${startMs} + 3000]`),
    ).toEqual([true, true]);
  });

  test('of an execution that is killed is free again', () => {
    const script = project();
    expect(script.execute(`${lock('User')} lock.waitLock(1); Utilities.sleep(400000)`).outcome).toBe(
      'killed',
    );
    expect(script.state.userLocks).toEqual({ 'owner@example.com': { holder: null } });
  });

  test('of one user is not another’s', () => {
    const script = project();
    script.state.userLocks['owner@example.com'] = { holder: 'another' };
    const body = `${lock('User')} return lock.tryLock(0)`;
    expect([script.evaluate(body), script.evaluate(body, { user: 'bob@example.com' })]).toEqual([
      false,
      true,
    ]);
  });

  test('cannot be released by who does not hold it', () => {
    const script = project();
    script.state.documentLock.holder = 'another';
    script.evaluate(`${lock('Document')} lock.releaseLock()`);
    expect(script.state.documentLock.holder).toBe('another');
  });
});
