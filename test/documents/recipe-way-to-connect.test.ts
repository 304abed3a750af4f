import { compileCopy, type Edits } from '../support/compile-copy';
import { testInFull } from '../support/sampled';
import { filesOf } from './recipe-files';

const MEMBER: Edits = {
  'ports/credential.ts': (text) =>
    text.replace(
      'export type Credential =',
      `export interface ExchangedToken {
  readonly kind: 'exchanged-token';
  readonly accessToken: string;
}

export type Credential = ExchangedToken |`,
    ),
};

const ALL: Edits = {
  'ports/credential.ts': (text) =>
    added(text, MEMBER['ports/credential.ts']).replace(
      "'permanent-token': {",
      `'exchanged-token': {
    shape: fields<ExchangedToken>({ kind: oneOf('exchanged-token'), accessToken: text() }),
    typed: { asks: 'token', with: (accessToken) => ({ kind: 'exchanged-token', accessToken }) },
  },
  'permanent-token': {`,
    ),
  'shopify/auth/exchanged-token.ts': [
    "import type { ExchangedToken } from '../../ports/credential';",
    "import { fail, succeed } from '../../ports/problem';",
    "import type { AuthStrategy } from './auth-strategy';",
    '',
    'export function exchangedToken({ accessToken }: ExchangedToken): AuthStrategy {',
    '  return {',
    '    accessToken: () => succeed(accessToken),',
    "    replaceToken: () => fail('unauthorized', 'The token is over.', 'Connect again.'),",
    '  };',
    '}',
  ].join('\n'),
  'shopify/auth/open-auth.ts': (text) =>
    `import { exchangedToken } from './exchanged-token';\n${text}`.replace(
      "case 'permanent-token':",
      "case 'exchanged-token':\n      return exchangedToken(credential);\n    case 'permanent-token':",
    ),
  'sidebar/panels/connect/ways.tsx': (text) =>
    text.replace(
      "'permanent-token': {",
      `'exchanged-token': {
    name: 'Exchanged token',
    button: 'Connect',
    Steps: TokenSteps,
    choice: 'A token that was exchanged',
    fits: 'Few people.',
    whereScopes: 'In the app.',
    leftInShopify: [],
  },
  'permanent-token': {`,
    ),
};

function added(text: string, edit: Edits[string] | undefined): string {
  return typeof edit === 'function' ? edit(text) : text;
}

describe('a further way to connect', () => {
  testInFull(
    'is asked for by the compiler in two files of the server and one of the page',
    () => {
      expect(Object.keys(compileCopy(MEMBER)).sort()).toEqual([
        'ports/credential.ts',
        'shopify/auth/open-auth.ts',
        'sidebar/panels/connect/ways.tsx',
      ]);
    },
    60_000,
  );

  test('compiles once these files and its grant know it', () => {
    expect(compileCopy(ALL)).toEqual({});
  }, 60_000);

  test('needs no other file than its recipe names', () => {
    const named = filesOf('A way to connect');
    const edited = Object.keys(ALL).filter((file) => file !== 'shopify/auth/exchanged-token.ts');
    expect(named.filter((file) => file.startsWith('src/')).sort()).toEqual(
      edited.map((file) => `src/${file}`).sort(),
    );
  });
});
