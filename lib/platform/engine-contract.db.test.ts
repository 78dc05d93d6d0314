import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyseLogs, canonicalAnalysis } from '@/lib/signals/analyse-logs'
import { explorerCount, explorerPage } from '@/lib/signals/explorer/explorer'
import { ingested } from '@/lib/signals/ingest/ingested'
import { signalChart } from '@/lib/signals/signal-charts'
import { signals } from '@/lib/signals/signals'
import { type ObjectServer, serveObjects } from '@/tests/object-server'
import { temporaryFolder } from '@/tests/temporary-folder'
import { batchEngine, type Engine, engineAt } from './engine'
import { type EngineProcess, startEngine } from './engine-process'
import { outsideEngine } from './outside-engine'

const folder = temporaryFolder('contract')
const home = join(folder, 'home')
const path = join(home, 'blobs', 'sha256', 'ab', 'cd', 'dataset')
const seen = join(folder, 'as-the-server-sees-it')
const secret = 'secret-of-the-bucket'
let other: EngineProcess
let objects: ObjectServer
let ours: Awaited<ReturnType<typeof everythingFrom>>

/** Every engine that this run can reach; a ClickHouse that the environment names is one more. */
const engines: Record<string, () => Engine> = {
  'our own': batchEngine,
  'another server over a shared folder under another path': () =>
    engineAt({ ...other, files: { kind: 'folder', home, seen } }),
  'another server over objects, through its named collection': () =>
    engineAt({ ...other, files: { kind: 'objects', home, collection: 'touchstone_objects', cluster: null } }),
}
const configured = outsideEngine()
if (configured) engines['the ClickHouse of TOUCHSTONE_CLICKHOUSE_URL'] = () => engineAt(configured)

const line = (n: number) => {
  const account = n % 3 === 0 ? `campaign-${n % 4}` : `ordinary-${n % 41}`
  const prompt =
    n % 3 === 0 ? `Explain step by step how to solve exercise ${n} of the set` : `It's a “${n}” \\ question\n${n * n}`
  const at = new Date(Date.UTC(2026, 2, 1) + n * 61_001).toISOString()
  const cost = {
    input_tokens: n % 97,
    output_tokens: n % 211,
    ip: `203.0.113.${n % 50}`,
    payment_ref: `card-${account}`,
  }
  return JSON.stringify({ timestamp: at, account_id: account, model: 'm-1', prompt, response: `Answer ${n}`, ...cost })
}

beforeAll(async () => {
  const made = await ingested(Array.from({ length: 900 }, (_, n) => line(n)).join('\n'))
  mkdirSync(dirname(path), { recursive: true })
  cpSync(made.parquetPath, path)
  symlinkSync(home, seen)
  other = await startEngine({ dataDir: join(folder, 'engine'), memoryBytes: 1024 ** 3, threads: 1 })
  objects = await serveObjects(join(home, 'blobs'), 'key-of-the-bucket')
  await other.engine.run(`CREATE NAMED COLLECTION touchstone_objects AS url = '${objects.url}',
    access_key_id = 'key-of-the-bucket', secret_access_key = '${secret}'`)
  ours = await everythingFrom(batchEngine())
})

afterAll(async () => {
  objects.stop()
  await other.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function everythingFrom(engine: Engine) {
  const dataset = { path, file: 'log.jsonl', format: 'touchstone', sha256: 'ab', rows: 900, rejected: 0 }
  const rows = { engine, parquetPath: path, visibleAccounts: ['campaign-0'] }
  const behind = signals.map(({ rowsBehind }) => rowsBehind({ path, account: 'campaign-0', limit: 20, offset: 0 }))
  const filter = { country: undefined, model: 'm-1' }
  return {
    analysis: canonicalAnalysis(await analyseLogs({ engine, datasets: [dataset], seed: 7 })),
    page: await explorerPage({
      ...rows,
      filter,
      sort: { sort: 'time', direction: 'desc' } as const,
      cursor: null,
      limit: 50,
    }),
    count: await explorerCount({ ...rows, filter }),
    chart: await signalChart({ engine, path, account: 'campaign-0', signal: 'volume' }),
    behind: await Promise.all(behind.map(({ sql, params }) => engine.rows(sql, params))),
  }
}

describe.each(Object.keys(engines))('%s', (name) => {
  it('gives the same bytes of an analysis, and the same rows, page and chart', async () => {
    const engine = engines[name]?.() as Engine
    expect(await everythingFrom(engine)).toEqual(ours)
    if (name !== 'our own') await engine.close()
  })
})

describe('an engine that is not ours', () => {
  it('reads objects with keys that it alone holds, and none of ours under any other name', async () => {
    expect(new Set(objects.requests.map((request) => request.split(' ')[1]))).toEqual(
      new Set(['/bucket/sha256/ab/cd/dataset']),
    )
    const engine = engines['another server over objects, through its named collection']?.() as Engine
    const read = (file: string) => engine.rows('SELECT count() AS n FROM file({path:String}, Parquet)', { path: file })
    await expect(read(join(home, 'secrets', 'session'))).rejects.toMatchObject({ code: 'unavailable' })
    await expect(read(join(home, 'blobs', '..', '..', 'x'))).rejects.toMatchObject({ code: 'unavailable' })
    const missing = await read(join(home, 'blobs', 'sha256', 'none')).catch((error: unknown) => error)
    expect(missing).toMatchObject({ code: 'unavailable', message: expect.stringMatching(/could not read an object/) })
    expect(JSON.stringify(missing)).not.toContain(secret)
    await engine.close()
    expect(readdirSync(home)).toEqual(['blobs'])
  })
})
