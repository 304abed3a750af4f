/** Tests run the TypeScript sources through swc; tests in test/bundle load the built file as Apps Script would. */

/** As a published add-on (`npm run test:published`) only what runs the built file has anything to show. */
const FOLDERS = process.env.INSTALLED === 'add-on' ? '{add-on,bundle,campaign,interleavings}/' : '';

// Elsewhere graphql asks of each value that it looks at whether it is from a second copy of graphql.
process.env.NODE_ENV = 'production';

module.exports = {
  testEnvironment: 'node',
  testMatch: [`<rootDir>/test/${FOLDERS}**/*.test.ts`],
  // Left to itself Jest keeps one core free, and on two runs everything in one process.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  // What waits is not measured: a busy machine fails no test.
  testTimeout: 120_000,
  globalSetup: '<rootDir>/test/support/built-once.ts',
  setupFiles: ['<rootDir>/test/support/fixed-chance.ts', '<rootDir>/test/support/short-lived-code.ts'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
  },
};
