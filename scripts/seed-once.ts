/** The demonstration is made at the first start of an empty installation, once, and finished should it be interrupted. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { logFile, openLog } from './child'
import { root } from './children'
import { Refusal } from './refusal'
import type { Settings } from './settings'
import { withClient } from './throwaway-database'

const noteOf = (home: string) => join(home, 'demonstration.json')

/** Runs `prisma/seed.ts` when it is due. It must bear being run again after it was cut off. */
export async function seedOnce(settings: Settings, environment: Record<string, string>): Promise<void> {
  const { home } = settings
  const ownerUrl = environment.TOUCHSTONE_OWNER_URL
  if (!ownerUrl || !existsSync(join(root, 'prisma/seed.ts'))) return
  if (!settings.demonstration || settings.public) return
  const state = stateOf(home)
  if (state === 'ready' || (state === null && (await hasPeople(ownerUrl)))) return
  console.log('Preparing the demonstration…')
  writeState(home, 'begun')
  const logs = join(home, 'logs')
  const log = openLog(logs, 'demonstration')
  const child = spawn(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], {
    cwd: root,
    env: environment as NodeJS.ProcessEnv,
    stdio: ['ignore', 'inherit', log],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  closeSync(log)
  if (code !== 0)
    throw new Refusal(
      `The demonstration could not be made; ${logFile(logs, 'demonstration')} says why. Start again to go on, or start with TOUCHSTONE_DEMO=0 without it.`,
    )
  writeState(home, 'ready')
}

/** True once anybody was ever entered. */
export async function hasPeople(ownerUrl: string): Promise<boolean> {
  return withClient(
    ownerUrl,
    async (client) => ((await client.query('SELECT 1 FROM person LIMIT 1')).rowCount ?? 0) > 0,
  )
}

function stateOf(home: string): 'begun' | 'ready' | null {
  if (!existsSync(noteOf(home))) return null
  return (JSON.parse(readFileSync(noteOf(home), 'utf8')) as { state: 'begun' | 'ready' }).state
}

function writeState(home: string, state: 'begun' | 'ready'): void {
  writeFileSync(noteOf(home), `${JSON.stringify({ state })}\n`)
}
