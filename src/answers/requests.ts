import type { FieldGroup } from '../catalog/columns/column';
import type { LocationId } from '../catalog/values/gid';
import type { Language } from '../language/languages';
import type { HeldLimits, SetLimits, SyncPolicy } from '../plan/model/policy';
import type { ConnectionMethod } from '../ports/credential';

/** Everything that a person typed into the sidebar; the way to connect says which of the secrets must be there. */
export interface TypedCredentials {
  readonly method: ConnectionMethod;
  /** In any form that people paste. */
  readonly shop: string;
  /** Shown to colleagues; may be empty. */
  readonly connectedBy?: string | undefined;
  readonly accessToken?: string | undefined;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
}

/** Something that a person read and wants explained: a message, or the code of a paragraph or of a kind of problem. */
export interface HelpQuestion {
  readonly message?: string | undefined;
  readonly code?: string | undefined;
  readonly problem?: string | undefined;
}

/** Rhythm of a schedule; Google picks the minute. */
export type Rhythm =
  | { readonly every: 'hours'; readonly hours: number }
  /** Within the hour that begins at `hour`, 0 to 23, in the spreadsheet's time zone. */
  | { readonly every: 'day'; readonly hour: number };

/** Days on which a rhythm counts, by the calendar of the spreadsheet; all of them where nothing is said. */
export type ScheduleDays = 'weekdays' | 'weekend';

/** Hours of the day, 0 to 23, in which no run begins: from the first, over midnight where it is the later, up to the second. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

/** Groups that follow one rhythm. */
export interface ScheduledGroups {
  readonly rhythm: Rhythm;
  readonly groups: readonly FieldGroup[];
  readonly days?: ScheduleDays | undefined;
}

/** When a schedule syncs what. A group follows one rhythm. */
export interface ScheduleTimes extends ScheduledGroups {
  /** Groups that follow a rhythm of their own. */
  readonly further?: readonly ScheduledGroups[] | undefined;
  readonly quiet?: QuietHours | undefined;
}

/** Gmail accounts are allowed less than those of a Google Workspace. */
export type AccountKind = 'consumer' | 'workspace';

export type StatusPlace = 'left' | 'right';

/** Settings that the sidebar may change; the rest of the policy is decided per run. */
export interface SavedSettings extends Pick<SyncPolicy, 'onConflict'> {
  /** Language of what is written into cells; absent is English, which was the only one. */
  readonly language?: Language | 'en' | undefined;
  /** Location for a quantity that names none; null where nobody chose. */
  readonly defaultLocationId: LocationId | null;
  /** Whether stock cells take Shopify's number after a run; null until somebody was asked. */
  readonly keepStock: boolean | null;
  /** Place of new status columns: after the columns that name an item, or after the last one; absent until somebody was asked. */
  readonly statusPlace?: StatusPlace | undefined;
  /** Groups that the schedule refreshes after each of its syncs; absent where nobody asked for any. */
  readonly refreshOnSchedule?: readonly FieldGroup[] | undefined;
  /** Limits beyond which a change is held; absent where they are as usual. */
  readonly limits?: SetLimits | undefined;
}

/** With what is this user's alone. */
export interface ShownSettings extends SavedSettings {
  readonly accountKind: AccountKind;
}

/** Numbers of limits to set; null takes one back, so that it is as usual. */
export type LimitsChange = { readonly [Name in keyof HeldLimits]?: HeldLimits[Name] | null | undefined };

type Nested = 'onConflict' | 'refreshOnSchedule' | 'limits';

/** Changes to settings that are one value each. */
export type PlainChange = Partial<Omit<ShownSettings, Nested>>;

/** Changes to the settings. What is not named stays as it is: another sidebar may have changed it. */
export interface SettingsChange extends PlainChange {
  readonly onConflict?: Partial<SavedSettings['onConflict']> | undefined;
  /** All groups that the schedule refreshes, or whether it refreshes each of those named. */
  readonly refreshOnSchedule?:
    | readonly FieldGroup[]
    | Partial<Readonly<Record<FieldGroup, boolean>>>
    | undefined;
  readonly limits?:
    | {
        readonly all?: LimitsChange | undefined;
        readonly tabs?: readonly { readonly sheetId: number; readonly limits: LimitsChange }[] | undefined;
      }
    | undefined;
}
