// The rules for what is no package of Backstage's: scripts, tools, benches and end-to-end tests.
const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'cli', {
  parserOptions: { ecmaVersion: 2024 },
  rules: {
    // What a function uses may come below it: the first thing of a file is what it is for.
    '@typescript-eslint/no-use-before-define': [
      'error',
      { functions: false, classes: false, variables: false },
    ],
    // Scripts, tools and end-to-end tests are one house, which no package imports and which is never published.
    '@backstage/no-relative-monorepo-imports': 'off',
  },
});
