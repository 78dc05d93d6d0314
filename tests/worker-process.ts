/** The worker as a process of its own, to be watched and killed. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const running = new Set<ChildProcess>()

/** A worker once it takes jobs, over the database and data folder of this test. */
export async function startWorker(): Promise<ChildProcess> {
  const env = { ...process.env, TOUCHSTONE_LOG: 'info' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'worker/main.ts'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.add(child)
  for await (const line of createInterface({ input: child.stderr as NodeJS.ReadableStream })) {
    if (line.includes('worker ready')) break
  }
  child.stderr?.resume()
  return child
}

/** Sends the signal and waits for the end; answers with the exit code, null after a kill. */
export async function endWorker(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const gone = once(child, 'exit')
  child.kill(signal)
  const [code] = await gone
  running.delete(child)
  return code
}

/** Ends whatever a failed test left. */
export function endAllWorkers(): void {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
}
