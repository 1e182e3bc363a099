// Loaded in front of a program that is measured: the last line on its standard error is the most memory that it took.
import { writeSync } from 'node:fs'

process.on('exit', () => {
  writeSync(2, `${process.resourceUsage().maxRSS * 1024}\n`)
})
