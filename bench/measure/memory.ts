/** Peak memory of this process and everything it started, sampled while work runs. */

import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const everyMs = 100
const run = promisify(execFile)

interface Entry {
  pid: number
  parent: number
  bytes: number
}

/** Runs `work` and gives its result with the largest sum of resident memory seen over the process tree, in bytes. */
export async function withPeakMemory<T>(work: () => Promise<T>): Promise<{ result: T; peakBytes: number }> {
  let peakBytes = 0
  let running = true
  const sampling = (async () => {
    while (running) {
      peakBytes = Math.max(peakBytes, await treeBytes(process.pid))
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
  })()
  const stop = async () => {
    running = false
    await sampling
  }
  try {
    const result = await work()
    await stop()
    return { result, peakBytes }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Resident bytes of a process and its descendants. */
export async function treeBytes(root: number): Promise<number> {
  const entries = process.platform === 'linux' ? await fromProc() : await fromPs()
  const inside = new Set([root])
  // Children have not always larger ids than parents: go on until nothing is added.
  for (let size = 0; size !== inside.size; ) {
    size = inside.size
    for (const { pid, parent } of entries) if (inside.has(parent)) inside.add(pid)
  }
  return entries.filter(({ pid }) => inside.has(pid)).reduce((sum, { bytes }) => sum + bytes, 0)
}

async function fromProc(): Promise<Entry[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const read = pids.map(async (pid) => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
    return { pid: Number(pid), parent: field('PPid'), bytes: field('VmRSS') * 1024 }
  })
  return Promise.all(read)
}

async function fromPs(): Promise<Entry[]> {
  const { stdout } = await run('ps', ['-axo', 'pid=,ppid=,rss='])
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number)
      return { pid, parent, bytes: kilobytes * 1024 }
    })
}
