import { project } from '../stand-ins/apps-script/script-project';
import { compileCopy, type Edits } from '../support/compile-copy';
import { testInFull } from '../support/sampled';
import { filesOf } from './recipe-files';

const LINE: Edits = {
  'ports/system.ts': (text) =>
    `${text}\n/** Translates a text. */\nexport type Translate = (text: string) => string;\n`,
  'sync/ground/services.ts': (text) =>
    text
      .replace('NewUuid, Usage }', 'NewUuid, Translate, Usage }')
      .replace(
        '  readonly newUuid: NewUuid;',
        '  readonly newUuid: NewUuid;\n  readonly translate: Translate;',
      ),
};

const ADAPTER = 'google/services/language-app.ts';

const ALL: Edits = {
  ...LINE,
  [ADAPTER]: [
    "import type { Translate } from '../../ports/system';",
    '',
    "export const translate: Translate = (text) => LanguageApp.translate(text, '', 'en');",
    '',
  ].join('\n'),
  'wiring.ts': (text) =>
    `import { translate } from './google/services/language-app';\n${text}`.replace(
      '  newUuid: utilitiesUuid,',
      '  newUuid: utilitiesUuid,\n  translate,',
    ),
};

describe('a further service of Google’s', () => {
  testInFull(
    'is asked for by the compiler where services are wired',
    () => {
      expect(Object.keys(compileCopy(LINE))).toEqual(['wiring.ts']);
    },
    60_000,
  );

  test('compiles once its port, its adapter and two lines are there', () => {
    expect(compileCopy(ALL)).toEqual({});
  }, 60_000);

  testInFull(
    'is refused by the compiler outside of src/google',
    () => {
      const file = 'sync/ground/daily-allowance.ts';
      const refused = compileCopy({ [file]: (text) => `${text}\nexport const named = LanguageApp;\n` });
      expect(refused).toEqual({ [file]: [expect.stringContaining("'LanguageApp'")] });
    },
    60_000,
  );

  test('says at its first use that it has no stand-in yet', () => {
    const use = () => project().evaluate("LanguageApp.translate('a', '', 'en')");
    expect(use).toThrow(/LanguageApp.*translate/);
  });

  test('needs no other file of src than its recipe names', () => {
    const named = filesOf("A service of Google's").filter((file) => file.startsWith('src/'));
    const edited = Object.keys(ALL).map((file) => (file === ADAPTER ? 'google/services/' : file));
    expect(named.map((file) => file.replace(/\/?$/, file.endsWith('.ts') ? '' : '/')).sort()).toEqual(
      edited.map((file) => `src/${file}`).sort(),
    );
  });
});
