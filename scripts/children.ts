/** What the supervisor starts: which programs, with which settings. Only migration and seed ever learn the owner's address. */

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { hostname, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asEnvironment } from '@/lib/platform/engine-configuration'
import type { ChildPlan } from './child'
import type { Database } from './database'
import { freePort } from './free-port'
import type { Secrets } from './secrets'
import type { Settings } from './settings'

type Plan = Omit<ChildPlan, 'onStart'>
type Setting = { settings: Settings; port: number; hotReload: boolean; database: Database; secrets: Secrets }

export type Plans = {
  /** What people type. */
  address: string
  /** Where the supervisor looks whether the web answers. */
  internalAddress: string
  /** Settings of web, worker and command line. */
  environment: Record<string, string>
  engines: Plan[]
  worker: Plan | null
  web: Plan
}

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const GiB = 1024 ** 3
const tsx = ['--import', 'tsx']
const trueAddress = ['--import', join(root, 'scripts/true-address.mjs')]
const endWithParent = ['--import', join(root, 'scripts/end-with-parent.mjs')]

/** Plans all children of one start. */
export async function planChildren({ settings, port, hotReload, database, secrets }: Setting): Promise<Plans> {
  const { home, host } = settings
  const logs = hotReload ? null : join(home, 'logs')
  const engines = await planEngines(home, logs)
  const address = settings.baseUrl ?? `http://${settings.public ? publicName(host) : 'localhost'}:${port}`
  const environment = { ...passedOn(hotReload), ...settingsOf({ settings, database, secrets, address, engines }) }
  const common = { cwd: root, environment, logs }
  const next = [
    ...endWithParent,
    ...trueAddress,
    'node_modules/next/dist/bin/next',
    hotReload ? 'dev' : 'start',
    '-H',
    host,
    '-p',
    String(port),
  ]
  const work = [...tsx, ...endWithParent, 'worker/main.ts']
  return {
    address,
    internalAddress: `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`,
    environment,
    engines: engines.plans,
    worker: existsSync(join(root, 'worker/main.ts')) ? { ...common, name: 'worker', args: work } : null,
    web: { ...common, name: 'web server', args: next },
  }
}

type Known = Pick<Setting, 'settings' | 'database' | 'secrets'> & { address: string; engines: Engines }

/** What web, worker and command line read through `lib/platform/env.ts`. */
function settingsOf({ settings, database, secrets, address, engines }: Known): Record<string, string> {
  return {
    TOUCHSTONE_HOME: settings.home,
    TOUCHSTONE_APP_URL: database.appUrl,
    TOUCHSTONE_SEPARATE_OWNER: database.separateOwner ? '1' : '0',
    TOUCHSTONE_ENGINE_URL: engines.urls[0],
    TOUCHSTONE_BATCH_ENGINE_URL: engines.urls[1],
    TOUCHSTONE_ENGINE_TOKEN: engines.token,
    TOUCHSTONE_PUBLIC: settings.public ? '1' : '0',
    TOUCHSTONE_DEMO: settings.demonstration ? '1' : '0',
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: secrets.session,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets['server-actions'],
    TOUCHSTONE_ENDPOINT_SECRET: secrets['endpoint-keys'],
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_DIST_DIR: settings.distDir,
  }
}

type Engines = { token: string; urls: [string, string]; plans: Plan[] }

async function planEngines(home: string, logs: string | null): Promise<Engines> {
  const token = randomBytes(24).toString('hex')
  const ports = [await freePort(), await freePort()] as const
  const memory = Math.min(2 * GiB, totalmem() / 4)
  const plan = (kind: 'interactive' | 'batch', port: number, share: number): Plan => {
    const dataDir = join(home, 'engine', kind)
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const environment = asEnvironment({
      token,
      dataDir,
      port,
      memoryBytes: Math.floor(memory * share),
      threads: 0,
      maxSeconds: 0,
    })
    return {
      name: `${kind} engine`,
      args: [...tsx, 'engine/main.ts'],
      cwd: root,
      environment: environment as Record<string, string>,
      logs,
    }
  }
  return {
    token,
    urls: ports.map((port) => `http://127.0.0.1:${port}`) as [string, string],
    plans: [plan('interactive', ports[0], 0.5), plan('batch', ports[1], 1)],
  }
}

/** Of the operator's environment, what children need: the system's own names and Touchstone's settings, no secret beside. */
function passedOn(hotReload: boolean): Record<string, string> {
  const wanted =
    /^(PATH|HOME|USER|LANG|LC_\w+|TZ|TMPDIR|NO_COLOR|FORCE_COLOR|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS|SMTP_URL|MAIL_FROM|TOUCHSTONE_\w+)$/
  const passed = Object.entries(process.env).filter(([name]) => wanted.test(name) && name !== 'TOUCHSTONE_OWNER_URL')
  return {
    ...(Object.fromEntries(passed) as Record<string, string>),
    NODE_ENV: hotReload ? 'development' : 'production',
  }
}

function publicName(host: string): string {
  return host === '0.0.0.0' || host === '::' ? hostname() : host
}
