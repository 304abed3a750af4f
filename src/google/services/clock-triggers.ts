import { isSameTrigger, type Permission, type Recurrence, type Triggers } from '../../ports/triggers';

type ClockTriggerBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;
type Trigger = GoogleAppsScript.Script.Trigger;

/** The entry point that every clock trigger calls. */
const HANDLER = 'onScheduledSync';

export const clockTriggers: Triggers = {
  list: () => ownTriggers().map((trigger) => trigger.getUniqueId()),
  createRecurring: (recurrence) => create((builder) => recurring(builder, recurrence)),
  createAfter: (delayMs) => create((builder) => builder.after(delayMs)),
  remove(id) {
    for (const trigger of ownTriggers())
      if (isSameTrigger(trigger.getUniqueId(), id)) ScriptApp.deleteTrigger(trigger);
  },
  permission,
};

function ownTriggers(): Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === HANDLER);
}

function recurring(builder: ClockTriggerBuilder, recurrence: Recurrence): ClockTriggerBuilder {
  return recurrence.every === 'hours'
    ? builder.everyHours(recurrence.hours)
    : builder.everyDays(1).atHour(recurrence.hour).inTimezone(recurrence.timeZone);
}

/**
 * Google sometimes fails to make a trigger and succeeds at the second try.
 * Source: https://github.com/derekantrican/GAS-ICS-Sync/issues/77
 */
function create(when: (builder: ClockTriggerBuilder) => ClockTriggerBuilder): string | undefined {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      return when(ScriptApp.newTrigger(HANDLER).timeBased()).create().getUniqueId();
    } catch (error) {
      console.warn(`No trigger: ${error}`);
    }
  }
  return undefined;
}

/**
 * Asked first by every execution that the clock starts: a published add-on's trigger fires even where a permission is
 * missing.
 * Source: https://developers.google.com/workspace/add-ons/concepts/editor-triggers
 */
function permission(): Permission {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  return info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED
    ? { kind: 'required', url: info.getAuthorizationUrl() ?? '' }
    : { kind: 'granted' };
}
