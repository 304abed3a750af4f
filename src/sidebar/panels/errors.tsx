import { countOf, formatCount, say, sayAround, told } from '../language/say';
import { Button, OfWhat, RowLink } from '../parts/button';
import { Paged } from '../parts/paged';
import type { Cause, RowStatus } from '../server/answers';
import type { PartProps } from '../state/actions';

const AT_ONCE = 5;
const CAUSES_AT_ONCE = 4;

/** Rows in error by cause, each with the name of its product; the rest is sent all the same. */
export function Errors({ state, actions }: PartProps) {
  const { shownRun, activity } = state;
  const { errors = [], totals } = shownRun?.summary ?? {};
  if (!shownRun || errors.length === 0 || activity === 'previewing' || activity === 'syncing') return null;
  const sent = (totals?.created ?? 0) + (totals?.updated ?? 0);
  const isPreview = shownRun.kind === 'preview';
  return (
    <section class="panel problem">
      <h3>
        <span aria-hidden="true">⚠ </span>
        {say`${countOf(totals?.error ?? 0, 'row')} in error`}
      </h3>
      <p>{describeRest(sent, isPreview)}</p>
      <Paged name={say`causes`} items={errors} size={CAUSES_AT_ONCE}>
        {(cause) => <ErrorCause key={cause.cause} cause={cause} state={state} actions={actions} />}
      </Paged>
    </section>
  );
}

function ErrorCause({
  cause: { cause, count, rows },
  state,
  actions,
}: PartProps & { readonly cause: Cause }) {
  return (
    <li>
      <details>
        <summary>{sayAround`${countOf(count, 'row')}: ${<bdi>{told(cause)}</bdi>}`}</summary>
        <Paged name={told(cause)} items={rows} size={AT_ONCE}>
          {({ message, ...place }) => (
            <li key={`${place.sheetId} ${place.row}`}>
              <RowLink place={place} actions={actions} />
              <br />
              <span class="quiet">
                <bdi>{told(message)}</bdi>
              </span>
            </li>
          )}
        </Paged>
        {rows.length < count && <p class="hint">{say`${formatCount(rows.length)} are listed here.`}</p>}
      </details>
      <ShowOnly status="error" cause={cause} state={state} actions={actions} />
    </li>
  );
}

/** Tells what becomes of all other rows, so that nobody mends a thousand rows before the first is sent. */
function describeRest(sent: number, isPreview: boolean): string {
  if (sent === 0) return isPreview ? say`Nothing else would be sent.` : say`Nothing of these rows was sent.`;
  const rows = countOf(sent, 'other row');
  return isPreview
    ? say`${rows} will be sent all the same.`
    : sent === 1
      ? say`${rows} was sent all the same.`
      : say`${rows} were sent all the same.`;
}

interface ShowOnlyProps extends PartProps {
  readonly status: RowStatus;
  readonly cause?: string;
}

/** Filters the tabs, or the tab of a preview, which writes nothing next to the rows. */
export function ShowOnly({ status, cause, state: { activity, shownRun }, actions }: ShowOnlyProps) {
  const inPreview = shownRun?.kind === 'preview';
  if (inPreview && shownRun.summary.unwritten) return null;
  return (
    <Button
      isSmall
      isDisabled={activity !== undefined}
      onClick={() => actions.showOnly({ status, inPreview, ...(cause && { cause }) })}
    >
      {say`Show only these`}
      {cause && <OfWhat about={told(cause)} />}
    </Button>
  );
}
