/** A fresh data folder for each start of the engine, so that a killed one leaves no lock behind. */

import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const prefix = 'engine-'

/** Makes an empty folder under `dataDir` named after this process, and removes those of processes that are gone. */
export function freshScratch(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  removeDead(dataDir)
  return mkdtempSync(join(dataDir, `${prefix}${process.pid}-`))
}

/** Removes the folders of processes that are gone. */
export function removeDead(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const owner = /^engine-(\d+)-/.exec(name)?.[1]
    if (owner && !isAlive(Number(owner))) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
}

/** A folder of a process with our own id is left over from an earlier life of that id. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
