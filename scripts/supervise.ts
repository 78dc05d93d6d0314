/** Brings everything up in order, keeps it up, and takes it down in the opposite order: web, worker, engines, database. */

import { Child, type ChildPlan } from './child'
import { planChildren } from './children'
import { openDataFolder } from './data-folder'
import { bringDatabase, type Database } from './database'
import { greet } from './greeting'
import { choosePort } from './port'
import { endWith } from './refusal'
import { type Lock, takeDataFolder } from './running'
import { secretsOf } from './secrets'
import { seedOnce } from './seed-once'
import { readSettings, type Settings } from './settings'
import { untilItServes } from './web-answers'

type Up = { lock: Lock | null; database: Database | null; children: Child[] }

/** Runs Touchstone until Ctrl-C or SIGTERM. Ends the process with code 1 and one sentence when it cannot come up. */
export async function supervise({ hotReload }: { hotReload: boolean }): Promise<void> {
  const up: Up = { lock: null, database: null, children: [] }
  let ending: Promise<void> | null = null
  const end = (code: number) => {
    ending ??= takeDown(up).then(() => process.exit(code))
    return ending
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending === null) console.log('\nStopping…')
      void end(0)
    })
  }
  try {
    await bringUp(up, readSettings(), hotReload, () => ending !== null)
  } catch (error) {
    if (ending) return ending
    await takeDown(up)
    endWith(error)
  }
}

async function bringUp(up: Up, settings: Settings, hotReload: boolean, isEnding: () => boolean): Promise<void> {
  const started = Date.now()
  const { home } = settings
  openDataFolder(home)
  up.lock = await takeDataFolder(home)
  const { lock } = up
  const port = await choosePort(settings)
  up.database = await bringDatabase(settings, (mark) => lock.note('database', mark))
  const plans = await planChildren({ settings, port, hotReload, database: up.database, secrets: secretsOf(home) })
  const start = (plan: Omit<ChildPlan, 'onStart'>) => {
    if (isEnding()) return
    const child = new Child({ ...plan, onStart: (mark) => lock.note(plan.name, mark) })
    up.children.push(child)
    child.start()
  }
  const ofOurs = Object.entries(plans.environment).filter(([name]) => /^(TOUCHSTONE|NEXT)/.test(name))
  const environment = Object.fromEntries(ofOurs)
  lock.announce(undefined, environment)
  for (const engine of plans.engines) start(engine)
  await seedOnce(settings, { ...plans.environment, TOUCHSTONE_OWNER_URL: up.database.ownerUrl })
  if (plans.worker) start(plans.worker)
  start(plans.web)
  await untilItServes(plans.internalAddress, isEnding)
  if (isEnding()) return
  lock.announce(plans.address, environment)
  await greet(settings, plans.address, { seconds: (Date.now() - started) / 1000, database: up.database })
}

async function takeDown({ lock, database, children }: Up): Promise<void> {
  // The web stops answering first, then work ends, then what both stand on.
  for (const child of children.reverse()) await child.stop(10_000)
  await database?.stop()
  lock?.release()
}
