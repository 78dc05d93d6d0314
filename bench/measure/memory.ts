/** Peak memory and processor time of this process and everything it started, sampled while work runs. */

import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'

const everyMs = 100
/** Of Linux on x64 and arm64, as user programs see it. */
const ticksPerSecond = 100
const pageBytes = 4096
const run = promisify(execFile)

interface Entry {
  pid: number
  parent: number
  bytes: number
  cpuSeconds: number
}

/**
 * Runs `work` and gives its result, the largest sum of resident memory seen over the process tree in bytes, and the
 * processor seconds that the tree spent meanwhile; of a process that ended, those of its last tenth of a second are missing.
 */
export async function observed<T>(
  work: () => Promise<T>,
): Promise<{ result: T; peakBytes: number; cpuSeconds: number }> {
  let peakBytes = 0
  const before = new Map((await treeOf(process.pid)).map(({ pid, cpuSeconds }) => [pid, cpuSeconds]))
  const spent = new Map<number, number>()
  const look = async () => {
    const tree = await treeOf(process.pid)
    for (const { pid, cpuSeconds } of tree) spent.set(pid, cpuSeconds - (before.get(pid) ?? 0))
    return sumOf(tree)
  }
  let running = true
  const sampling = (async () => {
    while (running) {
      peakBytes = Math.max(peakBytes, await look())
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
    await look()
    return { result, peakBytes, cpuSeconds: [...spent.values()].reduce((sum, seconds) => sum + seconds, 0) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Resident bytes of a process and its descendants. */
export async function treeBytes(root: number): Promise<number> {
  return sumOf(await treeOf(root))
}

const sumOf = (entries: readonly Entry[]) => entries.reduce((sum, { bytes }) => sum + bytes, 0)

/** Sampling runs inside the measured process: it looks at the tree alone, since a walk over all processes would be work of its own. */
async function treeOf(root: number): Promise<Entry[]> {
  if (process.platform === 'linux') return fromProc(root)
  const entries = await fromPs()
  const inside = new Set([root])
  // Children have not always larger ids than parents: go on until nothing is added.
  for (let size = 0; size !== inside.size; ) {
    size = inside.size
    for (const { pid, parent } of entries) if (inside.has(parent)) inside.add(pid)
  }
  return entries.filter(({ pid }) => inside.has(pid))
}

function fromProc(root: number): Entry[] {
  const entries: Entry[] = []
  const waiting = [root]
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    const stat = readProc(`/proc/${pid}/stat`)
    // The name stands in brackets and may hold blanks; fields are counted behind it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent = 0, user = 0, system = 0, pages = 0] = [fields[1], fields[11], fields[12], fields[21]]
    entries.push({ pid, parent, bytes: pages * pageBytes, cpuSeconds: (user + system) / ticksPerSecond })
    waiting.push(...readProc(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number))
  }
  return entries
}

/** Empty for a process that is gone. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function fromPs(): Promise<Entry[]> {
  const { stdout } = await run('ps', ['-axo', 'pid=,ppid=,rss=,time='])
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, kilobytes, time = ''] = line.trim().split(/\s+/)
      const cpuSeconds = time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
      return { pid: Number(pid), parent: Number(parent), bytes: Number(kilobytes) * 1024, cpuSeconds }
    })
}
