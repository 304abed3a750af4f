/** Tests run the TypeScript sources through swc; tests in test/bundle load the built file as Apps Script would. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Left to itself Jest keeps one core free, and on two runs everything in one process.
  maxWorkers: '100%',
  setupFiles: ['<rootDir>/test/support/fixed-chance.ts'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
  },
};
