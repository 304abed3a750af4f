import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { takeAnswers } from '../../live/take-answers';
import { playGoogleCheck } from './google-check';

const folder = mkdtempSync(path.join(os.tmpdir(), 'live-take-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (on = 'live store') =>
  JSON.stringify({
    at: '2026-11-28T10:00:00.000Z',
    kind: 'run',
    platform: 'shopify',
    on,
    version: '2026-10',
  });
const answer = (id: string, more: object) => JSON.stringify({ kind: 'answer', id, ...more });
const file = (...lines: readonly string[]) => ({ name: 'answers.jsonl', text: `${lines.join('\n')}\n` });
const agrees = answer('a', { outcome: 'agrees', answer: { status: 200 }, seen: { shop: 'acme' } });

test('takes what was answered, and nothing else of the store', () => {
  const lines = [
    agrees,
    answer('b', { outcome: 'differs', answer: { status: 404 } }),
    answer('c', { outcome: 'failed', reason: 'timeout' }),
    answer('d', { outcome: 'not-asked', reason: 'needs a second location' }),
  ];
  expect(takeAnswers(file(run(), ...lines))).toEqual({
    platform: 'shopify',
    answeredOn: '2026-11-28',
    answers: { a: { status: 200 }, b: { status: 404 } },
  });
});

const csv = (...rows: readonly (readonly string[])[]) => ({
  name: 'answers.csv',
  text: rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
});

test('takes the tab of the Google check, the last answer of each question', () => {
  const rows = playGoogleCheck();
  const { answers, ...taken } = takeAnswers(csv(...rows, ['ticks', '~1']));
  expect(taken).toEqual({ platform: 'google', answeredOn: '2026-11-22' });
  expect(answers).toMatchObject({ 'triggers-in-triggers': 1, 'permissions-all': 'NOT_REQUIRED' });
});

test('refuses the tab of the Google check as long as the state token stands in it', () => {
  const open = `~"https://script.google.com/macros/d/x/usercallback?code=c&state=${'t'.repeat(40)}"`;
  expect(() => takeAnswers(csv(...playGoogleCheck(), ['open', open]))).toThrow('a signed address');
});

test('refuses a CSV that is another tab', () => {
  expect(() => takeAnswers(csv(['Handle', 'Title']))).toThrow('is not the tab “Live answers”');
});

const planted = 'PLANTEDplanted1234';
test.each([
  ['a Shopify token', `shpat_${planted}`],
  ['a Shopify token', `shpss_${planted}`],
  ['a Google token', `ya29.${planted}`],
  ['a bearer token', `Authorization: Bearer ${planted}`],
  ['a signed address', `https://storage.googleapis.com/f?Expires=1&Signature=${planted}`],
  ['a signed address', `https://script.google.com/usercallback?state=${planted}`],
  ['a field named for a secret', `"client_secret":"${planted}"`],
  ['a field named for a secret', `refresh_token: ${planted}`],
])('refuses a file with %s, and does not repeat it: %s', (what, text) => {
  const one = file(run(), agrees, answer('b', { outcome: 'agrees', answer: 1, seen: text }));
  expect(() => takeAnswers(one)).toThrow(`answers.jsonl holds what looks like ${what}`);
  expect(() => takeAnswers(one)).not.toThrow(planted);
});

test.each([
  ['was answered by the embedded store', [run('embedded store'), agrees]],
  ['holds no answer', [run()]],
  ['is no file of answers', [agrees]],
  ['line 2, is not JSON', [run(), '{"kind":']],
])('refuses a file that %s', (sentence, lines) => {
  expect(() => takeAnswers(file(...lines))).toThrow(sentence);
});

test('npm run live:take takes nothing where one of the files is refused', () => {
  const answers = path.join(folder, 'answers');
  const take = (...names: readonly string[]) =>
    spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        path.join(__dirname, '../../live/take.ts'),
        ...names.map((name) => path.join(folder, name)),
      ],
      { encoding: 'utf8', env: { ...process.env, LIVE_ANSWERS: answers } },
    );
  writeFileSync(path.join(folder, 'good.jsonl'), file(run(), agrees).text);
  writeFileSync(path.join(folder, 'bad.jsonl'), file(run(), agrees, `"shpat_${planted}"`).text);
  const refused = take('good.jsonl', 'bad.jsonl');
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toMatch(/^bad\.jsonl holds what looks like a Shopify token, .*\n$/);
  expect(readdirSync(folder)).not.toContain('answers');
  expect(take('good.jsonl').status).toBe(0);
  const taken = JSON.parse(readFileSync(path.join(answers, 'shopify-2026-11-28.json'), 'utf8'));
  expect(taken.answers).toEqual({ a: { status: 200 } });
}, 60_000);
