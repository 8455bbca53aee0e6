// Dependencies point one way: common <- node <- backend. What is not listed here is out of reach.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImportPatterns: [
    '@scaleph/*',
    '!@scaleph/backstage-plugin-scaleph-common',
    '!@scaleph/backstage-plugin-scaleph-node',
  ],
  overrides: [
    {
      files: ['**/*.test.ts'],
      rules: {
        // supertest asserts by `.expect(status)`.
        'jest/expect-expect': [
          'warn',
          { assertFunctionNames: ['expect', '**.expect'] },
        ],
      },
    },
    {
      // It makes tests, and is none.
      files: ['**/__testUtils__/describeDatabases.ts'],
      rules: {
        'jest/expect-expect': 'off',
        'jest/no-disabled-tests': 'off',
        'jest/no-export': 'off',
        'jest/valid-describe-callback': 'off',
      },
    },
  ],
});
