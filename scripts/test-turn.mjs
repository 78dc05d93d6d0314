/** Two runs of `npm test` in one checkout would build over each other: the second is told to wait. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Notes this run in `folder` until the process ends. Ends the process with a sentence when another run is alive. */
export function takeTurn(folder) {
  const file = join(folder, 'running')
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const other = Number(readFileSync(file, 'utf8'))
      if (isTestRun(other)) {
        console.error(`The tests already run in this checkout (process ${other}). Wait for them, or stop them.`)
        process.exit(1)
      }
      rmSync(file, { force: true })
    }
  }
  process.on('exit', () => rmSync(file, { force: true }))
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])
    process.on(signal, () => process.exit(code))
}

function isTestRun(pid) {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('test.mjs')
  } catch {
    return false
  }
}
