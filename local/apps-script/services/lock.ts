import { integerAt } from '../runtime/arguments';
import { ServiceException } from '../runtime/exception';
import type { Execution } from '../runtime/execution-state';
import type { LockSlot, RuntimeState } from '../runtime/runtime-state';
import { type Call, LookAgain, ServiceObject, type ServiceType } from '../runtime/service-object';

/** Interval at which a waiting execution looks again; in between the holder may release. */
const lookAgainMs = 250;

/** Takes the lock within the time given; what it answers says whether it could. */
function acquire(slot: LockSlot, call: Call, answer: (got: boolean) => unknown): unknown {
  const { execution } = call;
  const untilMs = execution.clock.now() + Math.max(0, integerAt(call, 0));
  const look = (): unknown => {
    const isFree = slot.holder === null || slot.holder === execution.id;
    const leftMs = untilMs - execution.clock.now();
    if (!isFree && leftMs > 0) return new LookAgain('Lock', Math.min(lookAgainMs, leftMs), look);
    if (isFree) slot.holder = execution.id;
    return answer(isFree);
  };
  return look();
}

function orThrow(got: boolean): void {
  if (!got) throw new ServiceException('Lock timeout: another process was holding the lock for too long.');
}

const lockType: ServiceType<LockSlot> = {
  name: 'Lock',
  methods: {
    tryLock: (slot, call) => acquire(slot, call, (got) => got),
    waitLock: (slot, call) => acquire(slot, call, orThrow),
    hasLock: (slot, { execution }) => slot.holder === execution.id,
    releaseLock: (slot, { execution }) => release(slot, execution),
  },
};

function release(slot: LockSlot, execution: Execution): void {
  if (slot.holder === execution.id) slot.holder = null;
}

/** An execution that ends, however it ends, holds nothing any longer. */
export function releaseLocks(state: RuntimeState, execution: Execution): void {
  for (const slot of [state.documentLock, state.scriptLock, ...Object.values(state.userLocks)]) {
    release(slot, execution);
  }
}

function userSlot({ execution }: Call): LockSlot {
  const { userLocks } = execution.environment.state;
  userLocks[execution.user] ??= { holder: null };
  return userLocks[execution.user] as LockSlot;
}

const lockServiceType: ServiceType<null> = {
  name: 'LockService',
  methods: {
    getDocumentLock: (_, { execution }) =>
      new ServiceObject(lockType, execution.environment.state.documentLock),
    getScriptLock: (_, { execution }) => new ServiceObject(lockType, execution.environment.state.scriptLock),
    getUserLock: (_, call) => new ServiceObject(lockType, userSlot(call)),
  },
};

export const lockService = new ServiceObject(lockServiceType, null);
