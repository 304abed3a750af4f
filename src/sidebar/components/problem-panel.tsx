import type { Problem } from '../answers';

/** What went wrong, and what to do next. */
export function ProblemPanel({ problem }: { readonly problem: Problem }) {
  return (
    <section class="panel problem" role="alert">
      <h2>
        <span aria-hidden="true">⚠ </span>
        {problem.message}
      </h2>
      <p>{problem.nextStep}</p>
    </section>
  );
}
