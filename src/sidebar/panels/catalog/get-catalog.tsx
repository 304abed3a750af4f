import { useState } from 'preact/hooks';
import { countOf, say, told } from '../../language/say';
import { Button, useFocusWhen } from '../../parts/button';
import { Choice } from '../../parts/choice';
import {
  EXTRA_PACKS,
  FILTER_HINTS,
  FILTER_WORDS,
  type FilterKind,
  FORM_WORDS,
  HAS_PACKS,
  PACK_WORDS,
  WHERE_WORDS,
  type Where,
} from '../../parts/pull-words';
import type { PullChoice, PullView } from '../../server/answers';
import type { PartProps } from '../../state/actions';

type Pack = PullChoice['packs'][number];

const FORMS = Object.keys(FORM_WORDS) as PullChoice['form'][];
const PACKS = Object.keys(PACK_WORDS) as Pack[];
const WHERES = Object.keys(WHERE_WORDS) as Where[];
const FILTERS = Object.keys(FILTER_WORDS) as FilterKind[];

/** The catalog in a new tab: what is chosen is measured first, and begins when the person has read what it comes to. */
export function GetCatalog({ state, actions }: PartProps) {
  const { activity, pull, pullEstimate, panel } = state;
  const summary = useFocusWhen<HTMLElement>(panel === 'get');
  const [form, setForm] = useState<PullChoice['form']>('csv');
  const [left, setLeft] = useState<readonly Pack[]>(EXTRA_PACKS);
  const [filter, setFilter] = useState<FilterKind>('all');
  const [typed, setTyped] = useState('');
  const [where, setWhere] = useState<Where>('new');
  const [measured, setMeasured] = useState('');
  const hint = FILTER_HINTS[filter];
  const choice = choiceOf({
    form,
    packs: PACKS.filter((pack) => !left.includes(pack)),
    filter,
    typed,
    where,
  });
  const isMeasured = pullEstimate !== undefined && measured === JSON.stringify(choice);
  const isDisabled = activity !== undefined;
  const measure = () => {
    setMeasured(JSON.stringify(choice));
    actions.measurePull(choice);
  };
  const toggle = (pack: Pack) =>
    setLeft(left.includes(pack) ? left.filter((each) => each !== pack) : [...left, pack]);
  return (
    <details
      class="set-up"
      open={panel === 'get' || pull !== undefined || activity === 'pulling' || undefined}
    >
      <summary ref={summary}>{say`Get from Shopify…`}</summary>
      <Choice
        name="pull-filter"
        label={say`What`}
        value={filter}
        options={FILTERS.map((value) => ({ value, words: FILTER_WORDS[value] }))}
        choose={(value) => setFilter(value)}
      />
      {hint && (
        <div class="field">
          <label for="pull-typed">{FILTER_WORDS[filter]}</label>
          <input
            id="pull-typed"
            type="text"
            value={typed}
            autocomplete="off"
            aria-describedby="pull-typed-hint"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <p id="pull-typed-hint" class="hint">
            {hint}
          </p>
        </div>
      )}
      <Choice
        name="pull-form"
        label={say`In which form`}
        value={form}
        options={FORMS.map((value) => ({ value, words: FORM_WORDS[value] }))}
        choose={(value) => setForm(value)}
      />
      {HAS_PACKS.includes(form) && (
        <fieldset>
          <legend>{say`Columns`}</legend>
          {PACKS.map((pack) => (
            <label key={pack} class="tick">
              <input type="checkbox" checked={!left.includes(pack)} onChange={() => toggle(pack)} />
              <span>{PACK_WORDS[pack]}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Choice
        name="pull-where"
        label={say`Where`}
        value={where}
        options={WHERES.map((value) => ({ value, words: WHERE_WORDS[value] }))}
        choose={(value) => setWhere(value)}
      />
      {isMeasured && (
        <div role="status" class="stack">
          <p>{`${told(`${pullEstimate.words}. ${pullEstimate.into}`)} ${say`Nothing is changed in Shopify.`}`}</p>
          <p class="hint">{told(pullEstimate.remembers)}</p>
          {pullEstimate.besides && <p class="panel note">{told(pullEstimate.besides)}</p>}
        </div>
      )}
      {isMeasured ? (
        <Button isSmall isDisabled={isDisabled} onClick={() => actions.pull(choice)}>{say`Get it`}</Button>
      ) : (
        <Button
          isSmall
          isDisabled={isDisabled || (hint !== undefined && typed.trim() === '')}
          onClick={measure}
        >
          {activity === 'measuring' ? say`Counting…` : say`Count first`}
        </Button>
      )}
      <div role="status">
        {activity === 'pulling' ? (
          <Filling state={state} actions={actions} />
        ) : (
          pull && <Result pull={pull} isDisabled={isDisabled} goOn={actions.continuePull} />
        )}
      </div>
    </details>
  );
}

function Filling({ state: { progress, isStopping }, actions }: PartProps) {
  return (
    <>
      {progress && progress.total > 0 ? (
        <>
          <label for="pull-progress">{say`${progress.sent} of ${progress.total} products`}</label>
          <progress id="pull-progress" value={progress.sent} max={progress.total} />
        </>
      ) : (
        <p class="quiet">
          <span class="spinner" aria-hidden="true" /> {say`Reading the store…`}
        </p>
      )}
      <Button isSmall isDisabled={isStopping} onClick={actions.stopPull}>
        {isStopping ? say`Stopping…` : say`Stop`}
      </Button>
    </>
  );
}

interface ResultProps {
  readonly pull: PullView;
  readonly isDisabled: boolean;
  goOn(): void;
}

function Result({ pull, isDisabled, goOn }: ResultProps) {
  const { outcome, tab, rows, products, ofProducts, unshown, shared, problem, goesOn } = pull;
  const isOver = outcome === 'finished' || outcome === 'failed';
  return (
    <>
      {outcome === 'finished' ? (
        <p>
          {say`“${tab}” has ${countOf(rows, 'row')} of ${countOf(products, 'product')}, and is ticked.`}
          {shared === 0 && ` ${say`A preview finds nothing to send.`}`}
        </p>
      ) : (
        <p>
          {problem ? told(`${problem.message} ${problem.nextStep}`) : say`“${tab}” is not full yet.`}{' '}
          {say`So far ${products} of ${countOf(ofProducts, 'product')}.`}
          {goesOn &&
            ` ${say`The rest goes on by itself in a few minutes, also when this sidebar is closed.`}`}
        </p>
      )}
      {unshown > 0 && (
        <p class="hint">{say`${countOf(unshown, 'cell')} could not take Shopify’s value; a preview says
          which.`}</p>
      )}
      {shared > 0 && (
        <p>{say`${countOf(shared, 'product')} of these stand in other ticked tabs too. Edit each cell in one
          tab only, or untick the old tab.`}</p>
      )}
      {!isOver && <Button isSmall isDisabled={isDisabled} onClick={goOn}>{say`Go on`}</Button>}
    </>
  );
}

interface Chosen extends Pick<PullChoice, 'form' | 'packs'> {
  readonly filter: FilterKind;
  readonly typed: string;
  readonly where: Where;
}

function choiceOf({ where, ...chosen }: Chosen): PullChoice {
  const choice = filteredBy(chosen);
  return where === 'new' ? choice : { ...choice, into: where };
}

function filteredBy({ form, packs, filter, typed }: Omit<Chosen, 'where'>): PullChoice {
  const value = typed.trim();
  switch (filter) {
    case 'all':
      return { form, packs, filter: {} };
    case 'selected':
      return { form, packs, filter: {}, onlySelected: true };
    case 'isOutOfStock':
      return { form, packs, filter: { isOutOfStock: true } };
    case 'status':
    case 'vendor':
    case 'productType':
    case 'tag':
    case 'collection':
    case 'category':
    case 'changedSince':
      return { form, packs, filter: { [filter]: value } };
  }
}
