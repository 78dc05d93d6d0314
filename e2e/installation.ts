/** A whole Touchstone of one's own, over a data folder of its own and the pages that were built for the tests; its processes can be killed. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/scripts/free-port'
import { isRunning, type ProcessMark, signalMarked } from '@/scripts/processes'
import type { Running } from '@/scripts/running'
import { secretsOf } from '@/scripts/secrets'
import { eventually } from './eventually'

export type ChildName = 'web server' | 'worker' | 'batch engine' | 'interactive engine' | 'database'

export type Installation = {
  home: string
  address: string
  /** Settings of web and worker, as the supervisor gave them. */
  environment: Record<string, string>
  /** PostgreSQL as the owner of everything. */
  ownerUrl: string
  /** What the supervisor said. */
  words: () => string
  /** The process that bears this name at this moment. */
  child: (name: ChildName) => ProcessMark
  /** SIGKILL; resolves once the process is gone. */
  kill: (name: ChildName) => Promise<ProcessMark>
  /** Resolves once another process bears the name of the killed one, and the web answers. */
  restored: (name: ChildName, killed: ProcessMark) => Promise<void>
  /** SIGKILL to the supervisor alone; resolves once it is gone. */
  crash: () => Promise<void>
  /** SIGTERM, or as if somebody pressed Ctrl-C; resolves with the exit code once all of it has ended. */
  stop: (signal?: 'SIGTERM' | 'SIGINT') => Promise<number | null>
  /** Stopped, and the data folder is removed. */
  remove: () => Promise<void>
}

type Place = {
  /** Data folder; a new one when left out. */
  home?: string
  /** Port on this machine; any that is free when left out. */
  port?: number
  demonstration?: boolean
}

/** Starts one, without a demonstration unless it is asked for, and waits until it serves. */
export async function startInstallation({
  home: given,
  port,
  demonstration = false,
}: Place = {}): Promise<Installation> {
  const home = given ?? mkdtempSync(join(tmpdir(), 'touchstone-test-own-'))
  const address = `http://localhost:${port ?? (await freePort())}`
  const settings = { TOUCHSTONE_HOME: home, PORT: new URL(address).port, TOUCHSTONE_DEMO: demonstration ? '1' : '0' }
  const { supervisor, words } = startSupervisor(settings)
  const running = (): Running => JSON.parse(readFileSync(join(home, 'running.json'), 'utf8'))
  const child = (name: ChildName): ProcessMark => {
    const found = running().children.find((each) => each.name === name)
    if (!found) throw new Error(`No ${name} was started: ${words()}`)
    return found
  }
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (supervisor.exitCode === null && supervisor.signalCode === null) {
      const gone = once(supervisor, 'exit')
      supervisor.kill(signal)
      await gone
    }
    return supervisor.exitCode
  }
  const remove = async () => {
    await stop()
    rmSync(home, { recursive: true, force: true })
  }
  const serves = () => supervisor.exitCode !== null || words().includes('Ctrl-C stops')
  const patience = { milliseconds: demonstration ? 300_000 : 120_000 }
  await eventually('the installation serves', serves, patience).catch((error) =>
    remove().finally(() => Promise.reject(error)),
  )
  if (supervisor.exitCode !== null) throw new Error(`It ended with ${supervisor.exitCode}: ${words()}`)
  const environment = running().environment ?? {}
  return {
    ...{ home, address, environment, words, child, stop, remove },
    crash: async () => void (await stop('SIGKILL')),
    ownerUrl: ownerOf(environment.TOUCHSTONE_APP_URL ?? '', home),
    kill: async (name) => {
      const mark = child(name)
      signalMarked(mark, 'SIGKILL')
      await eventually(`the ${name} is gone`, () => !isRunning(mark), { every: 5 })
      return mark
    },
    restored: async (name, killed) => {
      const isBack = () => child(name).pid !== killed.pid && isRunning(child(name))
      await eventually(`the ${name} comes back`, isBack)
      await eventually('the web answers', () => isHealthy(address))
    },
  }
}

function startSupervisor(settings: Record<string, string>): { supervisor: ChildProcess; words: () => string } {
  const ofTests = { NEXT_DIST_DIR: '.next-test', TOUCHSTONE_BUILD: '0' }
  const plain = { NEXTAUTH_URL: '', DATABASE_URL: '', TOUCHSTONE_HOST: '' }
  const supervisor = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ...ofTests, ...plain, ...settings },
  })
  let words = ''
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    stream?.on('data', (data: Buffer) => {
      words += data
    })
  }
  return { supervisor, words: () => words }
}

async function isHealthy(address: string): Promise<boolean> {
  const { status } = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5_000) })
  return status === 200
}

function ownerOf(appUrl: string, home: string): string {
  const url = new URL(appUrl)
  url.username = 'touchstone_owner'
  url.password = secretsOf(home)['database-owner']
  return url.href
}
