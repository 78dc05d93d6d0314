/** One supervisor per data folder: who runs it, what it started, and how to reach that, in `running.json`. */

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { endMarked, isRunning, markOf, type ProcessMark } from './processes'
import { Refusal } from './refusal'

export type Running = {
  supervisor: ProcessMark
  children: (ProcessMark & { name: string })[]
  /** What `bin/touchstone` needs to work beside it; absent until all of it is up. */
  address?: string
  environment?: Record<string, string>
}

const fileOf = (home: string) => join(home, 'running.json')

/** What runs over `home` at this moment, or null. */
export function runningOver(home: string): Running | null {
  const running = readRunning(home)
  return running && isRunning(running.supervisor) ? running : null
}

/** Takes the data folder for this process. Ends what a killed supervisor left behind; refuses beside a living one. */
export async function takeDataFolder(home: string): Promise<Lock> {
  const supervisor = markOf(process.pid)
  if (!supervisor) throw new Refusal('The system does not tell when this process began; `ps` or /proc is needed.')
  const mine: Running = { supervisor, children: [] }
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(fileOf(home), JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
      return new Lock(home, mine)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      await clearAway(home)
    }
  }
  throw new Refusal(`Another process is starting over ${home}. Wait for it, or end it.`)
}

async function clearAway(home: string): Promise<void> {
  const left = readRunning(home)
  if (left && isRunning(left.supervisor)) {
    const where = left.address ? ` at ${left.address}` : ''
    throw new Refusal(
      `Touchstone already runs over ${home}${where} (process ${left.supervisor.pid}). Stop it first, or use that one.`,
    )
  }
  const remaining = left?.children.filter(isRunning) ?? []
  if (remaining.length > 0) {
    console.log(`An earlier run was killed; ending what it left: ${remaining.map(({ name }) => name).join(', ')}.`)
    await Promise.all(remaining.map((child) => endMarked(child, 'SIGTERM', 5_000)))
  }
  // Two starts may both find the dead lock; only one of them can move it away.
  const aside = `${fileOf(home)}.${process.pid}`
  try {
    renameSync(fileOf(home), aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  rmSync(aside, { force: true })
}

function readRunning(home: string): Running | null {
  if (!existsSync(fileOf(home))) return null
  try {
    return JSON.parse(readFileSync(fileOf(home), 'utf8')) as Running
  } catch {
    return null
  }
}

/** The data folder in our hands: notes each child, so that a later start can end it should we be killed. */
export class Lock {
  constructor(
    private readonly home: string,
    private readonly running: Running,
  ) {}

  note(name: string, mark: ProcessMark): void {
    this.running.children = [...this.running.children.filter((child) => child.name !== name), { name, ...mark }]
    this.write()
  }

  announce(address: string | undefined, environment: Record<string, string>): void {
    Object.assign(this.running, { address, environment })
    this.write()
  }

  release(): void {
    rmSync(fileOf(this.home), { force: true })
  }

  private write(): void {
    writeFileSync(`${fileOf(this.home)}.new`, JSON.stringify(this.running), { mode: 0o600 })
    renameSync(`${fileOf(this.home)}.new`, fileOf(this.home))
  }
}
