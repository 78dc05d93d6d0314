/** The command line over the data folder of an installation, as somebody at a terminal uses it. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What `bin/touchstone` says, with its exit status in front: `0: whole: 214 events …`. */
export async function touchstone(home: string, ...words: string[]): Promise<string> {
  const child = spawn('bin/touchstone', words, { env: { ...process.env, TOUCHSTONE_HOME: home, DATABASE_URL: '' } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += data
    })
  }
  const [code] = await once(child, 'close')
  return `${code}: ${said}`
}
