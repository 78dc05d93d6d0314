/** The record of the installation under test, walked by the command line. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What `touchstone record verify` says, with its exit status in front: `0: whole: 214 events …`. */
export async function verifyRecord(home: string): Promise<string> {
  const child = spawn('bin/touchstone', ['record', 'verify'], {
    env: { ...process.env, TOUCHSTONE_HOME: home, DATABASE_URL: '' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += data
    })
  }
  const [code] = await once(child, 'exit')
  return `${code}: ${said}`
}
