import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say, told } from '../language/say';
import type { HelpQuestion, Problem } from '../server/answers';
import type { PartProps } from '../state/actions';
import type { Activity } from '../state/sidebar-state';
import { HelpLink } from './button';

interface ProblemPanelProps {
  readonly problem: Problem;
  /** Opens the paragraph that explains it. */
  help(question: HelpQuestion): void;
  /** A button that does the next step, where there is one. */
  readonly children?: ComponentChildren;
}

/** Shows what went wrong, or that a person stopped it, and what to do next; scrolled into view, as a sidebar is long. */
export function ProblemPanel({ problem, help, children }: ProblemPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const isWanted = problem.kind === 'stopped';
  useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), [problem]);
  return (
    <section
      ref={panel}
      class={isWanted ? 'panel note' : 'panel problem'}
      role={isWanted ? 'status' : 'alert'}
    >
      <h2>
        {!isWanted && <span aria-hidden="true">⚠ </span>}
        {told(problem.message)}
      </h2>
      <p>
        {told(problem.nextStep)}{' '}
        <HelpLink
          help={help}
          question={{ message: problem.message, problem: problem.kind }}
          about={say`this problem`}
        />
      </p>
      {problem.link && (
        <p>
          <a href={problem.link} target="_blank" rel="noopener">{say`Open Google’s permission screen`}</a>
        </p>
      )}
      {children}
    </section>
  );
}

interface RefusalPanelProps extends PartProps {
  /** Activity that the form begins. */
  readonly of: Activity;
}

/** Shows in a form why the last thing that was asked there was refused. */
export function RefusalPanel({ of, state: { refusal }, actions }: RefusalPanelProps) {
  return refusal && refusal.of === of ? <ProblemPanel problem={refusal.problem} help={actions.help} /> : null;
}
