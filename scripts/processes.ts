/** Tells one process from another that later got the same number, and ends only the one that was meant. */

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process as it can be recognised again: its number and the moment it began. */
export type ProcessMark = { pid: number; began: string }

/**
 * When process `pid` began, in the operating system's own words (clock ticks since boot and boot id on Linux, `ps`
 * elsewhere); null when it is gone or only waits to be collected by its parent.
 */
function beganAt(pid: number): string | null {
  try {
    return process.platform === 'linux' ? beganOnLinux(pid) : beganByPs(pid)
  } catch {
    return null
  }
}

function beganOnLinux(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in parentheses may hold spaces and parentheses: the fields are counted after the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z') return null
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  return `${fields[19]}@${boot}`
}

function beganByPs(pid: number): string | null {
  const text = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  if (text === '' || text.startsWith('Z')) return null
  return text.replace(/^\S+\s+/, '')
}

/** The mark of a running process, or null when it is gone. */
export function markOf(pid: number): ProcessMark | null {
  const began = beganAt(pid)
  return began === null ? null : { pid, began }
}

/** True while the very process that was marked still runs. */
export function isRunning(mark: ProcessMark): boolean {
  return beganAt(mark.pid) === mark.began
}

/** Sends `signal` to the marked process only, to its whole group when it leads one. A process that is gone is no error. */
export function signalMarked(mark: ProcessMark, signal: NodeJS.Signals, group = false): void {
  if (!isRunning(mark)) return
  try {
    process.kill(group ? -mark.pid : mark.pid, signal)
  } catch {
    if (group) signalMarked(mark, signal)
  }
}

/** Resolves true once the marked process has ended, false after `milliseconds`. */
export async function hasEnded(mark: ProcessMark, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds
  while (isRunning(mark)) {
    if (Date.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return true
}

/** Ends the marked process: `gentle` first, SIGKILL when it has not ended after `patience` milliseconds. */
export async function endMarked(mark: ProcessMark, gentle: NodeJS.Signals, patience: number): Promise<void> {
  signalMarked(mark, gentle)
  if (await hasEnded(mark, patience)) return
  signalMarked(mark, 'SIGKILL')
  await hasEnded(mark, 5_000)
}
