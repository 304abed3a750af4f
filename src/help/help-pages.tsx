import { useState } from 'preact/hooks';
import type { Asked, explain as Explain, search as Search } from './topics/chapters';
import type { Chapter, Topic } from './topics/topic';
import { said, told, untold } from './words';

interface HelpPagesProps {
  readonly asked: Asked;
  readonly chapters: readonly Chapter[];
  readonly explain: typeof Explain;
  readonly search: typeof Search;
}

/** All of the help on one page: what was asked about, a search, and the chapters. */
export function HelpPages({ asked, chapters, explain, search }: HelpPagesProps) {
  const [text, setText] = useState('');
  const found = search(text, said, untold);
  const explained = explain(asked);
  return (
    <>
      <h1>{said('Help')}</h1>
      {asked.message && <Message message={asked.message} isExplained={explained.length > 0} />}
      {text === '' && <Paragraphs topics={explained} areOpen />}
      <label for="search">{said('Search, or paste the message of a row')}</label>
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
            <h2>{said(title)}</h2>
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
      <blockquote>{told(message)}</blockquote>
      {!isExplained && (
        <p>
          {said(
            'There is no paragraph about this message. Its last sentence says what to do; or search below.',
          )}
        </p>
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
          <summary>{said(title)}</summary>
          <p>{said(means)}</p>
          <p>
            <b>{said('Why:')}</b> {said(why)}
          </p>
          <p>
            <b>{said('What to do:')}</b> {said(next)}
          </p>
        </details>
      ))}
    </>
  );
}

function countWords(count: number): string {
  if (count === 0) return said('Nothing found. Try one word of it, such as price, SKU or image.');
  return count === 1 ? said('1 paragraph') : said('{1} paragraphs').replace('{1}', String(count));
}
