import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../language/say';
import { Choice } from '../../parts/choice';
import { LIMITS, type Limit, limitChange, limitOf, withLimit } from '../../parts/limits';
import type { Settings as Chosen, SettingsChange } from '../../server/answers';
import type { PartProps } from '../../state/actions';

interface LimitsProps extends Pick<PartProps, 'state'> {
  /** Saves a change, and shows these settings with it. */
  save(change: SettingsChange, shown: Partial<Chosen>): void;
}

const ALL = 'all';

/** Numbers beyond which a change is held: of all tabs, or of one tab where it needs others. */
export function Limits({ state: { settings, tabs }, save }: LimitsProps) {
  const [chosen, setChosen] = useState(ALL);
  const ticked = tabs.filter((tab) => tab.ticked);
  const sheetId = ticked.find((tab) => String(tab.sheetId) === chosen)?.sheetId ?? null;
  const limits = settings?.limits;
  return (
    <fieldset>
      <legend>{say`What is held`}</legend>
      {ticked.length > 1 && (
        <Choice
          name="limits-of"
          label={say`In`}
          value={chosen}
          options={[
            { value: ALL, words: say`All tabs` },
            ...ticked.map((tab) => ({ value: String(tab.sheetId), words: tab.name })),
          ]}
          choose={setChosen}
        />
      )}
      {LIMITS.filter(({ isOfTab }) => sheetId === null || isOfTab).map((limit) => (
        <LimitField
          key={`${chosen} ${limit.key}`}
          limit={limit}
          value={limitOf(limits, sheetId, limit.key)}
          usual={(sheetId === null ? undefined : limitOf(limits, null, limit.key)) ?? limit.usual}
          set={(value) => {
            const change = { sheetId, key: limit.key, value };
            save({ limits: limitChange(change) }, { limits: withLimit(limits, change) });
          }}
        />
      ))}
      <p class="hint">{say`What is beyond waits for you, and nothing of it is sent. An empty field is as
        usual. A price of 0 is always held.`}</p>
    </fieldset>
  );
}

interface LimitFieldProps {
  readonly limit: Limit;
  readonly value: number | undefined;
  /** Counts where the field is empty. */
  readonly usual: number;
  set(value: number | undefined): void;
}

function LimitField({ limit: { key, words, least, most }, value, usual, set }: LimitFieldProps) {
  const [isWrong, setWrong] = useState(false);
  const known = value === undefined ? '' : String(value);
  const input = useRef<HTMLInputElement>(null);
  // What another sidebar chose, or what was before a choice that was refused.
  useEffect(() => {
    if (input.current) input.current.value = known;
  }, [known]);
  const change = (text: string) => {
    const typed = text.trim() === '' ? undefined : Number(text);
    const fits = typed === undefined || (Number.isInteger(typed) && typed >= least && typed <= most);
    setWrong(!fits);
    if (fits) set(typed);
  };
  return (
    <div class="field">
      <label for={`limit-${key}`}>{words}</label>
      <input
        ref={input}
        id={`limit-${key}`}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        defaultValue={known}
        placeholder={String(usual)}
        aria-invalid={isWrong}
        aria-describedby={`limit-${key}-hint`}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <p id={`limit-${key}-hint`} class="hint" role="status">
        {isWrong ? say`Not saved: type a whole number from ${least} to ${most}.` : ''}
      </p>
    </div>
  );
}
