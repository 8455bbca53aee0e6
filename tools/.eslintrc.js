module.exports = require('./eslint/scripts.cjs');
