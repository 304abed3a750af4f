import type { GiveBackRequest, RefreshRequest } from '../../answers/refresh';
import type { HelpQuestion, TypedCredentials } from '../../answers/requests';
import type { FieldGroup } from '../../catalog/columns/column';
import { ROW_STATUSES } from '../../catalog/tab/status-block';
import type { TabChoice } from '../../catalog/tab/tab-templates';
import { connectionMethod } from '../../ports/credential';
import { fail, type Result } from '../../ports/problem';
import {
  fields,
  flag,
  listOf,
  mapOf,
  maybe,
  oneOf,
  orNull,
  type Shape,
  text,
  whole,
} from '../../ports/shape';
import type { CallbackParameters } from '../connection/permission-page';
import { groupsShape } from '../ground/settings';
import { runNumber } from '../run/run-record';
import { timesShape } from '../schedule/schedule';
import type { FilterRequest } from '../tabs/filter-problems';
import type { RowPlace } from '../tabs/go-to-row';
import type { UndoRequest } from './undo-run';

// What the entry points may be given. Every script that got into the page can call them with anything.

/** An argument that was not given, or given as null, takes its default. */
const orNone = <T extends object>(one: Shape<T>): Shape<T | null | undefined> => maybe(orNull(one));

export interface GroupRequest {
  readonly groups?: readonly FieldGroup[] | undefined;
}

export const groupRequest = orNone(fields<GroupRequest>({ groups: maybe(groupsShape) }));

export interface PreviewRequest extends GroupRequest {
  /** Whether the answer holds what every row would be told, for whoever calls from outside of the page. */
  readonly rows?: boolean | undefined;
  /** The SKU of an item whose values are to be explained. */
  readonly explain?: string | undefined;
  /** Whether it lists every change for a page on which each can be ticked. */
  readonly changes?: boolean | undefined;
}

export const previewRequest = orNone(
  fields<PreviewRequest>({
    groups: maybe(groupsShape),
    rows: maybe(flag),
    changes: maybe(flag),
    explain: maybe(text()),
  }),
);

export const refreshRequest = orNone(
  fields<RefreshRequest>({
    groups: maybe(groupsShape),
    fill: maybe(fields<NonNullable<RefreshRequest['fill']>>({ sheetId: whole(), column: text(300) })),
  }),
);

export const giveBackRequest = fields<GiveBackRequest>({
  refresh: runNumber,
  keys: maybe(listOf(text(2_000), 200_000)),
});

export const filterRequest = orNone(
  fields<FilterRequest>({
    onlyProblems: maybe(flag),
    only: maybe(
      fields<NonNullable<FilterRequest['only']>>({
        status: oneOf(...ROW_STATUSES),
        cause: maybe(text(1_000)),
        inPreview: flag,
      }),
    ),
  }),
);

export const tabChoice = orNone(
  fields<TabChoice>({ products: maybe(flag), prices: maybe(flag), inventory: maybe(flag) }),
);

export const typedCredentials = fields<TypedCredentials>({
  method: connectionMethod,
  shop: text(),
  connectedBy: maybe(text()),
  accessToken: maybe(text()),
  clientId: maybe(text()),
  clientSecret: maybe(text()),
});

export const disconnection = orNone(fields<{ readonly everywhere?: boolean }>({ everywhere: maybe(flag) }));

/** A spreadsheet has 200 tabs at most, and Google numbers them in 31 bits. */
export const chosenTabs = fields<{ readonly sheetIds: readonly number[] }>({
  sheetIds: listOf(whole(0, 2 ** 31), 200),
});

/** More changes than these nobody ticks one by one; the tab of the preview lists them. */
export const MOST_TICKS = 500;

/** Which preview is to be sent. */
export interface ShownPreview {
  readonly preview?: string | undefined;
  /** The changes of it that a person ticked; all where nothing is said. */
  readonly ticks?: readonly string[] | undefined;
}

export const shownPreview = orNone(
  fields<ShownPreview>({ preview: maybe(text()), ticks: maybe(listOf(text(), MOST_TICKS)) }),
);

export const undoRequest = fields<UndoRequest>({
  run: runNumber,
  preview: maybe(flag),
  held: maybe(listOf(text())),
});

/** Null ends the schedule. */
export const wantedSchedule = orNull(timesShape);

export const rowPlace = fields<RowPlace>({
  sheetId: whole(0, 2 ** 31),
  row: whole(1, 10_000_000),
  column: maybe(text()),
});

export const helpQuestion = orNone(
  fields<HelpQuestion>({ message: maybe(text(2_000)), code: maybe(text(100)), problem: maybe(text(100)) }),
);

export const callback = fields<{ readonly parameter: CallbackParameters }>({ parameter: mapOf(text()) });

/** Does what was asked with an argument of this form; any other is refused, and nothing is written. */
export function given<T, Value>(
  one: Shape<T>,
  argument: unknown,
  action: (argument: T) => Result<Value>,
): Result<Value> {
  return one(argument) ? action(argument) : REFUSED;
}

const REFUSED = fail(
  'invalid-input',
  'The add-on was asked for something that it does not know.',
  'Reload the spreadsheet and try again. If it happens every time, report what you clicked.',
);
