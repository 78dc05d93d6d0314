/** A process that the supervisor keeps running: started again after a crash, with a growing pause and a clear line. */

import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hasEnded, markOf, type ProcessMark, signalMarked } from './processes'

export type ChildPlan = {
  name: string
  args: string[]
  cwd: string
  environment: Record<string, string>
  /** Folder of logs; null shows everything in the terminal. */
  logs: string | null
  /** Told at each start, for the note in the data folder. */
  onStart(mark: ProcessMark): void
}

const longestPause = 30_000
/** Whoever lived this long had come up well: its end is no crash at the start, and it is wanted back at once. */
const calm = 5_000
const largestLog = 10 * 1024 ** 2

/** Keeps one Node process running until `stop`. */
export class Child {
  private process: ChildProcess | null = null
  private mark: ProcessMark | null = null
  private stopping = false
  private pause = 500
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly plan: ChildPlan) {}

  start(): void {
    const { args, cwd, environment, logs, name } = this.plan
    const output = logs ? openLog(logs, name) : null
    const began = Date.now()
    const child = spawn(process.execPath, args, {
      cwd,
      env: environment as NodeJS.ProcessEnv,
      // The open pipe is how a child learns that we are gone.
      stdio: ['pipe', output ?? 'inherit', output ?? 'inherit'],
      // A group of its own: Ctrl-C reaches the supervisor alone, which stops things in their order.
      detached: true,
    })
    if (output !== null) closeSync(output)
    child.stdin?.on('error', () => undefined)
    this.process = child
    this.mark = child.pid === undefined ? null : markOf(child.pid)
    if (this.mark) this.plan.onStart(this.mark)
    child.once('exit', (code, signal) => this.afterEnd(signal ?? `code ${code}`, Date.now() - began))
    child.once('error', (error) => console.error(`The ${name} could not be started: ${error.message}`))
  }

  private afterEnd(how: string, lived: number): void {
    // Helpers that a killed leader left in its group would hold its port.
    if (this.mark) endGroup(this.mark.pid)
    if (this.stopping) return
    this.pause = lived > calm ? 500 : Math.min(longestPause, this.pause * 2)
    console.error(
      `The ${this.plan.name} ended by itself (${how}); it starts again in ${this.pause / 1000} s.${this.lastWords()}`,
    )
    this.timer = setTimeout(() => this.start(), this.pause)
  }

  private lastWords(): string {
    if (!this.plan.logs) return ''
    const lines = readFileSync(logFile(this.plan.logs, this.plan.name), 'utf8').slice(-4_000).trim().split('\n')
    const last = lines.at(-1)
    return last ? ` Its last words, in ${logFile(this.plan.logs, this.plan.name)}: ${last.slice(0, 300)}` : ''
  }

  /** Asks it to end and waits; after `patience` milliseconds it is made to. */
  async stop(patience: number): Promise<void> {
    this.stopping = true
    clearTimeout(this.timer)
    const { mark } = this
    if (!mark || !this.process || this.process.exitCode !== null || this.process.signalCode !== null) return
    signalMarked(mark, 'SIGTERM')
    if (!(await hasEnded(mark, patience))) signalMarked(mark, 'SIGKILL', true)
    await hasEnded(mark, 5_000)
    endGroup(mark.pid)
  }
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // Nobody was left in it.
  }
}

/** Where a process of this name writes. */
export const logFile = (folder: string, name: string) => join(folder, `${name.replaceAll(' ', '-')}.log`)

/** Opens the log of a process for adding to it; a large one is put aside first. Returns the descriptor. */
export function openLog(folder: string, name: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = logFile(folder, name)
  try {
    if (statSync(file).size > largestLog) renameSync(file, `${file}.1`)
  } catch {
    // The first start has no log yet.
  }
  return openSync(file, 'a', 0o600)
}
