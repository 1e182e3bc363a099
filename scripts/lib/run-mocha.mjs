// A mocha run in a process of its own: tests cannot disturb the script that counts them, and what they leave
// running is noticed. Started by `steps.mjs`, which gets the counts as a message.
import Mocha from 'mocha'

/**
 * @typedef {object} Order
 * @property {string[]} files the test modules
 * @property {number} timeout for one test, in milliseconds
 * @property {string | undefined} [grep] runs only tests whose full name contains this
 * @property {boolean} [countOnly] runs nothing, and prints nothing
 */

/** @type {Order} */
const order = JSON.parse(process.argv[2] ?? '{}')

const mocha = new Mocha({
  color: process.stdout.isTTY,
  dryRun: order.countOnly ?? false,
  forbidOnly: process.env['CI'] === 'true',
  timeout: order.timeout,
  slow: order.timeout / 20,
  // A reporter that reports nothing is enough where tests are only counted.
  reporter: order.countOnly ? Mocha.reporters.Base : 'spec',
})
if (order.grep !== undefined) mocha.fgrep(order.grep)
for (const file of order.files) mocha.addFile(file)
await mocha.loadFilesAsync()
const runner = mocha.run(() => {
  const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {}
  process.send?.({ passed: passes, failed: failures, skipped: pending })
})
