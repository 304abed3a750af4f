import { useState } from 'preact/hooks';
import { say, sayAround } from '../../language/say';
import { Button } from '../../parts/button';
import type { ConnectionMethod } from '../../server/answers';
import { WAYS } from './ways';

interface WayQuestionProps {
  readonly method: ConnectionMethod | undefined;
  choose(method: ConnectionMethod | undefined): void;
}

/** In the order of the table: what fits most people comes first. */
const METHODS = Object.keys(WAYS) as ConnectionMethod[];

/** How to connect, in plain words; whoever does not know is asked what they have. */
export function WayQuestion({ method, choose }: WayQuestionProps) {
  const [isUnsure, setUnsure] = useState(false);
  const pick = (next: ConnectionMethod | undefined) => {
    setUnsure(next === undefined);
    choose(next);
  };
  return (
    <>
      <fieldset class="question">
        <legend>{say`How do you want to connect?`}</legend>
        {METHODS.map((each) => (
          <label key={each}>
            <input type="radio" name="way" checked={method === each} onChange={() => pick(each)} />
            <span>
              {WAYS[each].choice}
              <span class="hint"> {WAYS[each].fits}</span>
            </span>
          </label>
        ))}
        <label>
          <input type="radio" name="way" checked={isUnsure} onChange={() => pick(undefined)} />
          <span>{say`I don’t know`}</span>
        </label>
      </fieldset>
      {isUnsure && <Finder found={pick} />}
    </>
  );
}

/** Questions in this order; the first yes is the answer. */
const QUESTIONS: readonly { readonly text: string; readonly yes: ConnectionMethod }[] = [
  { text: say`Do you have a token, a text that begins with shpat_?`, yes: 'permanent-token' },
  { text: say`Did an agency or somebody else make an app for your store?`, yes: 'authorization-code' },
  { text: say`Are you the store’s owner, or may you develop apps for it?`, yes: 'client-credentials' },
];

function Finder({ found }: { found(method: ConnectionMethod): void }) {
  const [asked, setAsked] = useState(0);
  const question = QUESTIONS[asked];
  return (
    <div class="panel note" role="status">
      {question ? (
        <>
          <p>{question.text}</p>
          <div class="buttons">
            <Button isSmall onClick={() => found(question.yes)}>{say`Yes`}</Button>
            <Button isSmall onClick={() => setAsked(asked + 1)}>{say`No`}</Button>
          </div>
        </>
      ) : (
        <>
          <p>{sayAround`Then ask the store’s owner: they open this spreadsheet and connect it, or they give
            you the permission to develop apps, in Shopify admin under
            ${<b>{say`Settings ▸ Users`}</b>}.`}</p>
          <Button isSmall onClick={() => setAsked(0)}>{say`Ask me again`}</Button>
        </>
      )}
    </div>
  );
}
