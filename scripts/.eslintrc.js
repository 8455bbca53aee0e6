module.exports = require('../tools/eslint/scripts.cjs');
