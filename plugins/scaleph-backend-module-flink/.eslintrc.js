// Dependencies point one way: common <- node <- backend. What is not listed here is out of reach.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImportPatterns: [
    '@scaleph/*',
    '!@scaleph/backstage-plugin-scaleph-common',
    '!@scaleph/backstage-plugin-scaleph-node',
  ],
});
