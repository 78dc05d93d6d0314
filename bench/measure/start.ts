/** Measures how long `npm start` takes to answer: into an empty data folder, and a second time. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/scripts/free-port'
import { treeBytes } from './memory'
import type { Figure } from './report'

const limits = { first: 300, second: 10 }
const patience = 600

export async function measureStart(): Promise<Figure[]> {
  const home = await mkdtemp(join(tmpdir(), 'touchstone-bench-start-'))
  try {
    const first = await startOnce(home)
    const second = await startOnce(home)
    const figure = (what: string, value: number, limit: number): Figure => ({
      part: 'start',
      what,
      value,
      unit: 's',
      limit,
    })
    return [
      figure('npm start into an empty data folder (packages and build as they are)', first.seconds, limits.first),
      figure('npm start again', second.seconds, limits.second),
      { part: 'start', what: 'memory of all processes at rest', value: second.bytes / 1024 ** 2, unit: 'MiB' },
    ]
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function startOnce(home: string): Promise<{ seconds: number; bytes: number }> {
  const port = await freePort()
  const begun = performance.now()
  // What an operator may have set for another installation is taken out.
  const settings = [
    `TOUCHSTONE_HOME=${home}`,
    `PORT=${port}`,
    ...['DATABASE_URL', 'TOUCHSTONE_HOST', 'TOUCHSTONE_DEMO', 'TOUCHSTONE_BUILD', 'NEXTAUTH_URL'].map(
      (name) => `${name}=`,
    ),
  ]
  const child = spawn('env', [...settings, process.execPath, 'scripts/start.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await answering(child, `http://127.0.0.1:${port}/`)
    return { seconds: (performance.now() - begun) / 1000, bytes: await treeBytes(child.pid ?? 0) }
  } finally {
    const ended = child.exitCode === null ? once(child, 'exit') : undefined
    child.kill('SIGINT')
    await ended
  }
}

async function answering(child: ChildProcess, url: string): Promise<void> {
  for (let waited = 0; waited < patience * 10; waited++) {
    if (child.exitCode !== null) throw new Error('npm start ended before it answered; see its words above.')
    const response = await fetch(url, { redirect: 'manual' }).catch(() => null)
    if (response && response.status < 500) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`npm start did not answer within ${patience} s.`)
}
