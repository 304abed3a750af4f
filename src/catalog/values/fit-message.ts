/** No message is longer: nobody reads more beside a row, and Shopify may list 240 countries. */
export const LONGEST_MESSAGE = 300;

const TOO_LONG = ' The rest is too long to show.';

/** Cut in the middle where it is too long, because its last sentence says what to do next. */
export function fitMessage(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  const advice = message.slice(message.lastIndexOf('. ') + 1);
  const end = `…${advice.length < LONGEST_MESSAGE / 2 ? advice : TOO_LONG}`;
  const start = message.slice(0, LONGEST_MESSAGE - end.length).trimEnd();
  // Half of a letter would show as a broken one.
  return start.replace(/[\ud800-\udbff]$/, '') + end;
}

export function fitProblem<Problem extends { readonly message: string; readonly nextStep: string }>(
  problem: Problem,
): Problem {
  return { ...problem, message: fitMessage(problem.message), nextStep: fitMessage(problem.nextStep) };
}
