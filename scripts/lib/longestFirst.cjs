// The order in which jest runs the test files: the longest first, so that none is still running alone when all others are done.
const Sequencer = require('@jest/test-sequencer').default;
const path = require('node:path');
const seconds = require('./longTests.json');

const root = path.resolve(__dirname, '../..');
const secondsOf = test => seconds[path.relative(root, test.path)] ?? 0;

module.exports = class LongestFirst extends Sequencer {
  async sort(tests) {
    const usual = await super.sort(tests);
    return usual.toSorted((left, right) => secondsOf(right) - secondsOf(left));
  }
};
