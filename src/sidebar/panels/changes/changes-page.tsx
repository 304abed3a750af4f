import { useEffect, useMemo, useState } from 'preact/hooks';
import { countOf, formatCount, say, told } from '../../language/say';
import { Button } from '../../parts/button';
import { ProblemPanel } from '../../parts/problem-panel';
import { RUN_WORDS, shownTotals } from '../../parts/words';
import type {
  Change,
  HelpQuestion,
  PreviewSummary,
  Problem,
  RowPlace,
  RunSummary,
} from '../../server/answers';
import type { Server } from '../../server/server';
import { syncToEnd } from '../../state/long-run';
import { ChangeTable } from './change-table';

type Step =
  | { readonly kind: 'comparing' | 'sending' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'choosing'; readonly preview: PreviewSummary; readonly changes: readonly Change[] }
  | { readonly kind: 'sent'; readonly run: RunSummary };

/** A preview whose changes are ticked or left out one by one, before exactly the ticked ones are sent. */
export function ChangesPage({ server }: { readonly server: Server }) {
  const [step, setStep] = useState<Step>({ kind: 'comparing' });
  const compare = async () => {
    setStep({ kind: 'comparing' });
    const answer = await server.previewChanges();
    if (!answer.ok) return setStep({ kind: 'failed', problem: answer.problem });
    const { problem, changes = [] } = answer.value;
    setStep(problem ? { kind: 'failed', problem } : { kind: 'choosing', preview: answer.value, changes });
  };
  const send = async (preview: string, ticks: readonly string[]) => {
    setStep({ kind: 'sending' });
    const answer = await syncToEnd(
      server,
      () => server.applyPreview({ preview, ticks }),
      () => undefined,
    );
    setStep(answer.ok ? { kind: 'sent', run: answer.value } : { kind: 'failed', problem: answer.problem });
  };
  const help = (question: HelpQuestion) => void server.showHelp(question);
  useEffect(() => void compare(), []);
  return (
    <div class="changes">
      {step.kind === 'comparing' && (
        <Waiting text={say`Comparing the sheet with Shopify. Nothing is sent.`} />
      )}
      {step.kind === 'sending' && <Waiting text={say`Sending what you ticked…`} />}
      {step.kind === 'failed' && (
        <ProblemPanel problem={step.problem} help={help}>
          <Button isPrimary onClick={() => void compare()}>{say`Compare again`}</Button>
        </ProblemPanel>
      )}
      {step.kind === 'choosing' && (
        <Choosing
          {...step}
          send={(ticks) => void send(step.preview.preview ?? '', ticks)}
          goToRow={(place) => void server.goToRow(place)}
          close={server.closeDialog}
        />
      )}
      {step.kind === 'sent' && (
        <Sent run={step.run} help={help} compare={() => void compare()} close={server.closeDialog} />
      )}
    </div>
  );
}

function Waiting({ text }: { readonly text: string }) {
  return (
    <p class="quiet" role="status">
      <span class="spinner" aria-hidden="true" /> {text}
    </p>
  );
}

interface ChoosingProps {
  readonly preview: PreviewSummary;
  readonly changes: readonly Change[];
  send(ticks: readonly string[]): void;
  goToRow(place: RowPlace): void;
  close(): void;
}

function Choosing({ preview, changes, send, goToRow, close }: ChoosingProps) {
  const all = useMemo(() => changes.flatMap(({ tick }) => tick ?? []), [changes]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState('');
  const count = preview.changeCount ?? 0;
  const ticks = all.filter((tick) => !left.has(tick));
  const setTicked = (some: readonly string[], isTicked: boolean) =>
    setLeft((before) => {
      const after = new Set(before);
      for (const tick of some) isTicked ? after.delete(tick) : after.add(tick);
      return after;
    });
  if (count > all.length)
    return (
      <>
        <p>{say`${countOf(count, 'change')} are too many to tick one by one. The tab “Sync preview” lists
          them: mend the cells that are wrong, or hide rows and choose Sync selected rows.`}</p>
        <Button onClick={close}>{say`Close`}</Button>
      </>
    );
  const shown = words.trim() ? changes.filter((change) => matches(change, words)) : changes;
  return (
    <>
      <p>{preview.planned?.words ? told(`${preview.planned.words}.`) : say`There is nothing to send.`}</p>
      {changes.length > 0 && (
        <>
          <label class="search">
            {say`Search`}
            <input
              type="search"
              value={words}
              onInput={({ currentTarget }) => setWords(currentTarget.value)}
            />
          </label>
          <ChangeTable changes={shown} left={left} setTicked={setTicked} goToRow={goToRow} />
        </>
      )}
      <div class="buttons">
        {all.length > 0 && (
          <Button
            isPrimary
            isDisabled={ticks.length === 0}
            onClick={() => send(ticks)}
          >{say`Send ${formatCount(ticks.length)} of ${countOf(all.length, 'change')}`}</Button>
        )}
        <Button onClick={close}>{say`Close`}</Button>
        <span role="status" class="hint">
          {words.trim() && say`${countOf(shown.length, 'line')} found. What is ticked is sent, found or not.`}
        </span>
      </div>
    </>
  );
}

function matches({ product, variant, sku, field, what, why }: Change, words: string): boolean {
  const text = [product, variant, sku, field, told(what), told(why)].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

interface SentProps {
  readonly run: RunSummary;
  help(question: HelpQuestion): void;
  compare(): void;
  close(): void;
}

function Sent({ run, help, compare, close }: SentProps) {
  const words = run.outcome === 'finished' ? say`What you ticked was sent.` : say`Not all of it was sent.`;
  const totals = shownTotals(run.totals, RUN_WORDS)
    .filter(({ status }) => status !== 'not-compared' && status !== 'unchanged')
    .map(({ word, count }) => `${word} ${count}`);
  return (
    <>
      <p role="status">{`${words} ${say`Rows: ${totals.join(' · ') || say`none changed`}.`}`}</p>
      {run.problem && <ProblemPanel problem={run.problem} help={help} />}
      <p class="hint">{say`The column “Sync status” says what happened to each row. History can undo it.`}</p>
      <div class="buttons">
        <Button isPrimary onClick={close}>{say`Close`}</Button>
        <Button onClick={compare}>{say`Look at what is left`}</Button>
      </div>
    </>
  );
}
