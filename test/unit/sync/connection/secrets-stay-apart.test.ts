import { compileCopy } from '../../../support/compile-copy';

test('the compiler refuses a secret where everybody who edits the spreadsheet can read it', () => {
  const refused = compileCopy({
    'sync/connection/try-credentials.ts': (text) =>
      text
        .replace(
          'credentialsIn(secrets, secretKey).save(tried)',
          'credentialsIn(settings, secretKey).save(tried)',
        )
        .replace('keepTrial({ secrets }', 'keepTrial({ settings }'),
    'sync/ground/daily-allowance.ts': (text) =>
      text
        .replace("by === 'clock' && loadAccountKind(secrets)", "by === 'clock' && loadAccountKind(settings)")
        .replace('deadlineOf({ clock, secrets }', 'deadlineOf({ clock, settings }'),
    'wiring.ts': (text) => text.replace('secrets: userSecrets', 'secrets: documentSettings'),
  });
  expect(Object.keys(refused).sort()).toEqual([
    'sync/connection/try-credentials.ts',
    'sync/ground/daily-allowance.ts',
    'wiring.ts',
  ]);
  for (const said of Object.values(refused)) expect(said.join()).toMatch(/'Settings'.*'Secrets'/);
}, 60_000);
