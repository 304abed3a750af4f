import type { Outcome, Question } from '../question';

const LABELS: Readonly<Record<Outcome['kind'], string>> = {
  agrees: 'agrees',
  differs: 'DIFFERS',
  failed: 'FAILED',
  'not-asked': 'not asked',
};

/** One question as three lines: what was asked, what was expected, what came. */
export function describeOutcome({ id, question, words }: Question, outcome: Outcome): string {
  const came = 'answer' in outcome ? JSON.stringify(outcome.answer) : outcome.reason;
  return [
    `${LABELS[outcome.kind].padEnd(10)}${question} (${id})`,
    `          expected: ${words}`,
    `          came:     ${came}`,
  ].join('\n');
}

export function summarise(outcomes: readonly Outcome[], outFile: string | undefined): string {
  const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  const counts = `${count('agrees')} agree, ${count('differs')} differ, ${count('failed')} failed, ${count('not-asked')} not asked.`;
  return outFile === undefined ? counts : `${counts}\nNext: npm run live:take -- ${outFile}`;
}
