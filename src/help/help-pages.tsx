import { useState } from 'preact/hooks';
import type { Asked, explain as Explain, search as Search } from './topics/chapters';
import type { Chapter, Topic } from './topics/topic';

interface HelpPagesProps {
  readonly asked: Asked;
  readonly chapters: readonly Chapter[];
  readonly explain: typeof Explain;
  readonly search: typeof Search;
}

/** All of the help on one page: what was asked about, a search, and the chapters. */
export function HelpPages({ asked, chapters, explain, search }: HelpPagesProps) {
  const [text, setText] = useState('');
  const found = search(text);
  const explained = explain(asked);
  return (
    <>
      <h1>Help</h1>
      {asked.message && <Message message={asked.message} isExplained={explained.length > 0} />}
      {text === '' && <Paragraphs topics={explained} areOpen />}
      <label for="search">Search, or paste the message of a row</label>
      <input
        id="search"
        type="search"
        autocomplete="off"
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="count" role="status">
        {text !== '' && countWords(found.length)}
      </p>
      {text === '' ? (
        chapters.map(({ title, topics }) => (
          <section key={title}>
            <h2>{title}</h2>
            <Paragraphs topics={topics} />
          </section>
        ))
      ) : (
        <Paragraphs topics={found} areOpen={found.length <= 3} />
      )}
    </>
  );
}

function Message({ message, isExplained }: { readonly message: string; readonly isExplained: boolean }) {
  return (
    <>
      <blockquote>{message}</blockquote>
      {!isExplained && (
        <p>There is no paragraph about this message. Its last sentence says what to do; or search below.</p>
      )}
    </>
  );
}

function Paragraphs({
  topics,
  areOpen = false,
}: {
  readonly topics: readonly Topic[];
  readonly areOpen?: boolean;
}) {
  return (
    <>
      {topics.map(({ code, title, means, why, next }) => (
        <details key={`${code} ${areOpen}`} open={areOpen}>
          <summary>{title}</summary>
          <p>{means}</p>
          <p>
            <b>Why:</b> {why}
          </p>
          <p>
            <b>What to do:</b> {next}
          </p>
        </details>
      ))}
    </>
  );
}

function countWords(count: number): string {
  if (count === 0) return 'Nothing found. Try one word of it, such as price, SKU or image.';
  return count === 1 ? '1 paragraph' : `${count} paragraphs`;
}
