import { integerAt } from '../arguments';
import { ServiceException } from '../exception';
import { type Execution, letPass, passGate } from '../execution';
import type { LockSlot, RuntimeState } from '../runtime-state';
import { type Call, ServiceObject, type ServiceType } from '../service-object';

/** How often a waiting execution looks again; in between the gate may let the holder run and release. */
const lookAgainMs = 250;

/** Takes the lock within the time given, or says that it could not. */
function acquire(slot: LockSlot, call: Call): boolean {
  const { execution } = call;
  const { clock } = execution.environment;
  const untilMs = clock.now() + Math.max(0, integerAt(call, 0));
  while (slot.holder !== null && slot.holder !== execution.id) {
    const leftMs = untilMs - clock.now();
    if (leftMs <= 0) return false;
    letPass(execution, Math.min(lookAgainMs, leftMs));
    passGate(execution, 'Lock', 'waiting');
  }
  slot.holder = execution.id;
  return true;
}

const lockType: ServiceType<LockSlot> = {
  name: 'Lock',
  methods: {
    tryLock: acquire,
    waitLock: (slot, call) => {
      if (acquire(slot, call)) return;
      throw new ServiceException('Lock timeout: another process was holding the lock for too long.');
    },
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
