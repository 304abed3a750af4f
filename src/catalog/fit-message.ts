/** No message is longer: nobody reads more beside a row, and Shopify may list 240 countries. */
export const LONGEST_MESSAGE = 300;

/** Cut in the middle where it is too long, because its last sentence says what to do next. */
export function fitMessage(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  const advice = message.slice(message.lastIndexOf('. ') + 1);
  const end = advice.length < LONGEST_MESSAGE / 2 ? `…${advice}` : '…';
  return message.slice(0, LONGEST_MESSAGE - end.length).trimEnd() + end;
}

export function fitProblem<Problem extends { readonly message: string; readonly nextStep: string }>(
  problem: Problem,
): Problem {
  return { ...problem, message: fitMessage(problem.message), nextStep: fitMessage(problem.nextStep) };
}
