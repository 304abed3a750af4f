import { useState } from 'preact/hooks';
import { say, told } from '../../language/say';
import { Button } from '../../parts/button';
import { Choice } from '../../parts/choice';
import { Field } from '../../parts/field';
import { RefusalPanel } from '../../parts/problem-panel';
import { describeTime } from '../../parts/words';
import type { ChatChoice, ChatView } from '../../server/answers';
import type { PartProps } from '../../state/actions';

type Tells = ChatChoice['tells'];

/** The chat that is told of what the schedule does; of a colleague's schedule only they can have one told. */
export function TellChat({ state, actions }: PartProps) {
  const { chat, schedule } = state;
  if (!chat && schedule && !schedule.isMine) return null;
  return (
    <fieldset>
      <legend>{say`Tell a chat`}</legend>
      {chat ? (
        <KnownChat chat={chat} state={state} actions={actions} />
      ) : (
        <NewChat state={state} actions={actions} />
      )}
    </fieldset>
  );
}

function NewChat({ state, actions }: PartProps) {
  const { activity } = state;
  const [address, setAddress] = useState('');
  const [tells, setTells] = useState<Tells>('each');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void actions.saveChat({ address, tells });
      }}
    >
      <Field
        name="chat-address"
        label={say`Address of an incoming webhook`}
        hint={say`Of Google Chat or Slack. It is kept like a password, and not shown again.`}
        isSecret
        typed={setAddress}
      />
      <WhenTold tells={tells} choose={setTells} />
      <RefusalPanel of="telling" state={state} actions={actions} />
      <Button isSmall isDisabled={activity !== undefined}>
        {activity === 'telling' ? say`Sending a test…` : say`Save and send a test`}
      </Button>
    </form>
  );
}

function KnownChat({ chat, state, actions }: PartProps & { readonly chat: ChatView }) {
  const { service, tells, toldAtMs, isOver } = chat;
  const isBusy = state.activity !== undefined;
  // What was chosen stays in sight while it is saved.
  const [chosen, setChosen] = useState<Tells>();
  const choose = async (next: Tells) => {
    setChosen(next);
    await actions.saveChat({ tells: next });
    setChosen(undefined);
  };
  return (
    <>
      <p>{say`${service} was last told ${describeTime(toldAtMs)}.`}</p>
      <ChatTrouble chat={chat} />
      {!isOver && <WhenTold tells={chosen ?? tells} isDisabled={isBusy} choose={choose} />}
      <RefusalPanel of="telling" state={state} actions={actions} />
      <Button isSmall isDisabled={isBusy} onClick={() => actions.saveChat(null)}>
        {isOver ? say`Choose another address…` : say`Stop telling`}
      </Button>
    </>
  );
}

interface WhenToldProps {
  readonly tells: Tells;
  readonly isDisabled?: boolean;
  choose(tells: Tells): void;
}

function WhenTold({ tells, isDisabled = false, choose }: WhenToldProps) {
  return (
    <Choice<Tells>
      isDisabled={isDisabled}
      name="chat-tells"
      label={say`After a run of the schedule`}
      hint={say`Counts and links, without prices and without names of products.`}
      value={tells}
      options={[
        { value: 'each', words: say`Each time that it did something` },
        { value: 'needed', words: say`Only when I am needed` },
      ]}
      choose={choose}
    />
  );
}

/** Why the chat was not told last, if it was not. */
export function ChatTrouble({ chat }: { readonly chat: ChatView | null }) {
  if (!chat?.trouble) return null;
  return (
    <p role="status">
      <b>
        <span aria-hidden="true">⚠ </span>
        {told(chat.trouble)}
      </b>{' '}
      {chat.isOver
        ? say`Nothing more is told there until an address is saved again in Settings.`
        : say`It is tried again after the next run.`}
    </p>
  );
}
