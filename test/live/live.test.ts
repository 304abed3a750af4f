import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GOOGLE_QUESTIONS, googleAnswers } from '../../live/google';
import { compare } from '../../live/question';
import { secretIn } from '../../live/secrets';
import { SHOPIFY_PROBES } from '../../live/shopify/probes';
import { playGoogleCheck } from './google-check';
import { type Answer, openLive } from './served';

const ANSWERS = path.join(__dirname, 'answers');

/** The newest answers of a live platform; undefined where nobody has asked it yet. */
function liveAnswers(platform: string): { readonly answers: Readonly<Record<string, unknown>> } | undefined {
  if (!existsSync(ANSWERS)) return undefined;
  const [newest] = readdirSync(ANSWERS)
    .filter((name) => name.startsWith(`${platform}-`) && name.endsWith('.json'))
    .sort()
    .reverse();
  return newest ? JSON.parse(readFileSync(path.join(ANSWERS, newest), 'utf8')) : undefined;
}

describe('Shopify', () => {
  let given: readonly Answer[] = [];
  beforeAll(async () => {
    const live = await openLive();
    await live.play();
    given = live.answers();
  }, 60_000);
  const standIn = (id: string) => given.find((answer) => answer.id === id);

  test.each(SHOPIFY_PROBES.map(({ id, question }) => [id, question]))(
    '%s: the embedded store answers as expected: %s',
    (id) => {
      expect(standIn(id)).toMatchObject({ outcome: 'agrees' });
    },
  );

  compareWithLive(
    'shopify',
    SHOPIFY_PROBES.map(({ id }) => id),
    (id) => standIn(id)?.answer,
  );
});

describe('Google', () => {
  let rows: readonly (readonly string[])[] = [];
  beforeAll(() => {
    rows = playGoogleCheck();
  });
  const standIn = (id: string) => googleAnswers(rows).answers[id];

  test.each(GOOGLE_QUESTIONS.map((question) => [question.id, question] as const))(
    '%s: the stand-in answers as expected',
    (id, question) => {
      const answer = standIn(id);
      expect(answer).toBeDefined();
      expect([compare(question, { answer: answer ?? null }).kind, answer]).toEqual(['agrees', answer]);
    },
  );

  test('nothing that opens anything is left in the tab', () => {
    expect(secretIn(JSON.stringify(rows))).toBeUndefined();
    expect(JSON.stringify(rows)).not.toContain('usercallback');
  });

  compareWithLive(
    'google',
    GOOGLE_QUESTIONS.map(({ id }) => id),
    standIn,
  );
});

function compareWithLive(
  platform: 'shopify' | 'google',
  ids: readonly string[],
  standIn: (id: string) => unknown,
): void {
  const live = liveAnswers(platform);
  if (!live) {
    test.skip(`need answers of a live ${platform} in test/live/answers (docs/live.md), which nobody has taken yet`, () =>
      undefined);
    return;
  }
  test.each(Object.keys(live.answers))('%s: the stand-in answers what the live platform answered', (id) => {
    expect(ids).toContain(id);
    expect(standIn(id)).toEqual(live.answers[id]);
  });
}
