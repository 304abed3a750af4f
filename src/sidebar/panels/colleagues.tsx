import { useState } from 'preact/hooks';
import { countOf, formatCount, say, sayAround, told } from '../language/say';
import { Button, RowLink, useFocusWhen } from '../parts/button';
import { Paged } from '../parts/paged';
import { describeTime } from '../parts/words';
import type { EditedRow, EditsView } from '../server/answers';
import type { PartProps } from '../state/actions';

const SHOWN_ROWS = 5;

/** Lists what the next run would look at, for somebody who has no access to the store. */
export function Edits({ state: { edits, activity }, actions }: PartProps) {
  return (
    <section class="stack">
      <h3>{say`What was edited`}</h3>
      {edits && <EditsList edits={edits} actions={actions} />}
      <Button isSmall isDisabled={activity !== undefined} onClick={actions.viewEdits}>
        {activity === 'viewing-edits'
          ? say`Looking…`
          : edits
            ? say`Look again`
            : say`Show what is not synced yet`}
      </Button>
    </section>
  );
}

function EditsList({
  edits: { edited, problems },
  actions,
}: { edits: EditsView } & Pick<PartProps, 'actions'>) {
  const panel = useFocusWhen<HTMLDivElement>(true);
  return (
    <div ref={panel} class="panel note" tabIndex={-1}>
      <p>
        {edited.count === 0
          ? say`Every row says what it said at the last sync.`
          : say`${countOf(edited.count, 'row')} new or edited since the last sync.`}
      </p>
      <EditedRows name={say`edited rows`} rows={edited} actions={actions} />
      {problems.count > 0 && (
        <>
          <p>{sayAround`${<b>{say`${countOf(problems.count, 'row')} cannot be read.`}</b>} Correct them; the
            others go out all the same.`}</p>
          <EditedRows name={say`rows that cannot be read`} rows={problems} actions={actions} />
        </>
      )}
      <p class="hint">{say`Shopify was not asked: what moved there is seen by the next sync.`}</p>
    </div>
  );
}

interface EditedRowsProps extends Pick<PartProps, 'actions'> {
  readonly name: string;
  readonly rows: { readonly count: number; readonly shown: readonly EditedRow[] };
}

function EditedRows({ name, rows: { count, shown }, actions }: EditedRowsProps) {
  return (
    <>
      <Paged name={name} items={shown} size={SHOWN_ROWS}>
        {(row) => (
          <li key={`${row.tab}:${row.row}`}>
            <RowLink place={row} actions={actions} />
            <br />
            {told(row.says)}
          </li>
        )}
      </Paged>
      {count > shown.length && <p class="hint">{say`And ${formatCount(count - shown.length)} more.`}</p>}
    </>
  );
}

/** A note to whoever has access, whose sidebar shows it when it next opens. */
export function AskForRun({ state: { colleague, requests, activity }, actions }: PartProps) {
  const [from, setFrom] = useState('');
  const [says, setSays] = useState('');
  const who = colleague?.name || say`who is connected`;
  return (
    <section class="stack">
      <h3>{say`Ask for a sync`}</h3>
      {requests.length > 0 && (
        <p role="status">{say`${countOf(requests.length, 'note')} waiting for ${who}.`}</p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void actions.askForRun({ from, says }).then((isLeft) => isLeft && setSays(''));
        }}
      >
        <div class="field">
          <label for="ask-name">{say`Your name`}</label>
          <input
            id="ask-name"
            maxLength={60}
            value={from}
            onInput={(event) => setFrom(event.currentTarget.value)}
            autocomplete="off"
          />
        </div>
        <div class="field">
          <label for="ask-words">
            {say`What for`} <span class="quiet">{say`(optional)`}</span>
          </label>
          <input
            id="ask-words"
            maxLength={200}
            value={says}
            onInput={(event) => setSays(event.currentTarget.value)}
            autocomplete="off"
            aria-describedby="ask-hint"
          />
          <p
            id="ask-hint"
            class="hint"
          >{say`It is shown when the sidebar of ${who} next opens. Whoever edits this spreadsheet can read
            it.`}</p>
        </div>
        <Button isSmall isDisabled={activity !== undefined}>{say`Leave a note`}</Button>
      </form>
    </section>
  );
}

/** Notes of colleagues, until a sync has come after them or somebody has read them. */
export function Requests({ state: { requests, activity }, actions }: PartProps) {
  if (requests.length === 0) return null;
  return (
    <section class="panel note">
      <h3>{say`A colleague asks for a sync`}</h3>
      <ul>
        {requests.map(({ from, says, atMs }) => (
          <li key={`${atMs}:${from}`}>
            <bdi>{from || say`A colleague`}</bdi> <span class="quiet">{describeTime(atMs)}</span>
            {says && (
              <>
                <br />
                <bdi>{says}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
      <div class="buttons">
        <Button
          isSmall
          isDisabled={activity !== undefined}
          onClick={actions.preview}
        >{say`Preview changes`}</Button>
        <Button
          isSmall
          isDisabled={activity !== undefined}
          onClick={actions.endRequests}
        >{say`I have read it`}</Button>
      </div>
    </section>
  );
}
