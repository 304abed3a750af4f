import type { HelpQuestion } from '../server/answers';

interface HelpLinkProps {
  /** What the paragraph is to be about. */
  readonly question: HelpQuestion;
  /** Read out with the link: “Help about Price 19.90 → 1.99”. */
  readonly about: string;
  /** `actions.help` */
  help(question: HelpQuestion): void;
}

/**
 * Opens the help pages at the paragraph of a message: what it means, why, and what to do next. Put it next to every message
 * of a list; the help finds the paragraph by the message's words.
 */
export function HelpLink({ question, about, help }: HelpLinkProps) {
  return (
    <button type="button" class="link" onClick={() => help(question)}>
      Help
      <span class="unseen"> about {about}</span>
    </button>
  );
}
