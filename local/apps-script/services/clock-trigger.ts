import { limits } from '../limits/limits';
import { dateAt, expectArguments, integerAt, signatureMismatch, textAt } from '../runtime/arguments';
import { ServiceException } from '../runtime/exception';
import type { Execution } from '../runtime/execution-state';
import { drawDigits, drawInteger } from '../runtime/random';
import type { Trigger, TriggerSchedule } from '../runtime/runtime-state';
import { type Call, Enumeration, ServiceObject, type ServiceType } from '../runtime/service-object';
import { nextRunMs } from '../runtime/triggers';

interface BuilderSelf {
  readonly handlerFunction: string;
  every: 'hours' | 'days' | 'minutes' | 'once' | undefined;
  count: number;
  hour: number | undefined;
  minute: number | undefined;
  timeZone: string | undefined;
  onceAtMs: number;
}

export function triggerBuilder(handlerFunction: string): ServiceObject<BuilderSelf> {
  return new ServiceObject(triggerBuilderType, {
    handlerFunction,
    every: undefined,
    count: 1,
    hour: undefined,
    minute: undefined,
    timeZone: undefined,
    onceAtMs: 0,
  });
}

const triggerBuilderType: ServiceType<BuilderSelf> = {
  name: 'TriggerBuilder',
  methods: { timeBased: (builder) => new ServiceObject(clockTriggerBuilderType, builder) },
};

function every(kind: 'hours' | 'days' | 'minutes') {
  return (builder: BuilderSelf, call: Call): ServiceObject => {
    expectArguments(call, 1);
    builder.every = kind;
    builder.count = integerAt(call, 0);
    if (builder.count < 1) throw signatureMismatch(call);
    return call.object;
  };
}

function within(call: Call, below: number): number {
  const value = integerAt(call, 0);
  if (value < 0 || value >= below) throw new ServiceException(`Invalid argument: ${value}`);
  return value;
}

const clockTriggerBuilderType: ServiceType<BuilderSelf> = {
  name: 'ClockTriggerBuilder',
  methods: {
    everyHours: every('hours'),
    everyDays: every('days'),
    everyMinutes: (builder, call) => {
      every('minutes')(builder, call);
      if ([1, 5, 10, 15, 30].includes(builder.count)) return call.object;
      throw new ServiceException('The value must be one of 1, 5, 10, 15 or 30.');
    },
    atHour: (builder, call) => {
      builder.hour = within(call, 24);
      return call.object;
    },
    nearMinute: (builder, call) => {
      builder.minute = within(call, 60);
      return call.object;
    },
    inTimezone: (builder, call) => {
      builder.timeZone = textAt(call, 0);
      return call.object;
    },
    after: (builder, call) => {
      builder.every = 'once';
      builder.onceAtMs = call.execution.environment.clock.now() + Math.max(0, integerAt(call, 0));
      return call.object;
    },
    at: (builder, call) => {
      builder.every = 'once';
      builder.onceAtMs = dateAt(call, 0).getTime();
      return call.object;
    },
    create,
  },
};

/** Google's limits come first: a published add-on has one clock trigger per user and document, hourly at most. */
function create(builder: BuilderSelf, call: Call): ServiceObject {
  const { environment, user, kind } = call.execution;
  const { state } = environment;
  const isDisabled = kind === 'trigger' && environment.triggersMadeInTriggers === 'disabled';
  if (builder.every === undefined) throw new ServiceException('The trigger has no recurrence.');
  const own = ownTriggers(call.execution);
  const documentId = state.workbook.id;
  if (environment.installed === 'addon') {
    if (builder.every === 'minutes') {
      throw new ServiceException('The recurrence interval for an Add-on trigger must be at least one hour.');
    }
    if (own.some((trigger) => trigger.documentId === documentId)) {
      throw new ServiceException(
        'This add-on has created too many time-based triggers in this document for this Google user account.',
      );
    }
  }
  if (own.length >= limits.triggers.perUser) {
    throw new ServiceException(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  const schedule = scheduleOf(builder, call);
  const nowMs = environment.clock.now();
  const trigger: Trigger = {
    id: drawDigits(state, environment.triggerUid === 'short' ? 8 : 19),
    user,
    documentId,
    handlerFunction: builder.handlerFunction,
    schedule,
    nextAtMs: isDisabled
      ? null
      : schedule.every === 'once'
        ? builder.onceAtMs + drawInteger(state, 0, 60_000)
        : nextRunMs(schedule, nowMs, state),
  };
  state.triggers.push(trigger);
  return triggerObject(trigger);
}

/**
 * Nobody sees, or deletes, a colleague's triggers. Those of a published add-on are of one project, whichever spreadsheet
 * they were made in: https://developers.google.com/apps-script/reference/script/script-app#getProjectTriggers()
 */
export function ownTriggers({ environment: { state, installed }, user }: Execution): Trigger[] {
  return state.triggers.filter(
    (trigger) => trigger.user === user && (installed === 'addon' || trigger.documentId === state.workbook.id),
  );
}

function scheduleOf(builder: BuilderSelf, call: Call): TriggerSchedule {
  const { state, manifest } = call.execution.environment;
  // `nearMinute` is kept within a quarter of an hour either side; without it any minute of the hour will do.
  const minute =
    builder.minute === undefined
      ? drawInteger(state, 0, 60)
      : Math.min(59, Math.max(0, builder.minute + drawInteger(state, -15, 16)));
  const { count } = builder;
  if (builder.every === 'days') {
    const hour = builder.hour ?? drawInteger(state, 0, 24);
    return { every: 'days', count, hour, minute, timeZone: builder.timeZone ?? manifest.timeZone };
  }
  if (builder.hour !== undefined) throw new ServiceException('atHour() needs everyDays().');
  if (builder.every === 'hours') return { every: 'hours', count, minute };
  return builder.every === 'minutes' ? { every: 'minutes', count } : { every: 'once' };
}

export const triggerSource = new Enumeration('TriggerSource', [
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
]);
export const eventType = new Enumeration('EventType', [
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
]);

export function triggerObject(trigger: Trigger): ServiceObject<Trigger> {
  return new ServiceObject(triggerType, trigger);
}

export const triggerType: ServiceType<Trigger> = {
  name: 'Trigger',
  methods: {
    getHandlerFunction: (trigger) => trigger.handlerFunction,
    getUniqueId: (trigger) => trigger.id,
    getTriggerSource: () => triggerSource.member('CLOCK'),
    getEventType: () => eventType.member('CLOCK'),
    getTriggerSourceId: () => null,
  },
};
