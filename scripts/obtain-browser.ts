/** Prints the path of a browser for the tests, installing one when there is none; exit code 1 and a sentence when that fails. */

import { writeFileSync } from 'node:fs'
import { obtainBrowser } from './browser'
import { endWith, Refusal } from './refusal'

try {
  const [, , file] = process.argv
  if (!file) throw new Refusal('Name the file that takes the path of the browser.')
  writeFileSync(file, obtainBrowser())
} catch (error) {
  endWith(error)
}
