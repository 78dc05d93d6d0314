import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { batchEngine } from '@/lib/platform/engine'
import { temporaryFolder } from '@/tests/temporary-folder'
import { openKeptSteps, type StepNews } from './kept-steps'

const engine = batchEngine()
const folders: string[] = []
afterAll(() => folders.map((folder) => rmSync(folder, { recursive: true, force: true })))

let folder: string
let tables = 0
beforeEach(() => {
  folder = temporaryFolder('kept-steps')
  folders.push(folder)
})

async function opened(key = 'one') {
  const news: string[] = []
  const onStep = ({ step, was }: StepNews) => news.push(`${step} ${was}`)
  return { news, steps: await openKeptSteps({ engine, folder, key, onStep }) }
}

const never = () => Promise.reject(new Error('this step was finished before'))

/** Fills a table of a new name and gives back its rows. */
async function filled(steps: Awaited<ReturnType<typeof opened>>['steps'], fill?: () => Promise<void>) {
  const name = `kept_steps_${process.pid}_${tables++}`
  const work = async () => {
    await engine.run(
      `CREATE TABLE ${name} (account LowCardinality(String), hash UInt64, list Array(UInt64), pair Tuple(UInt16, UInt64), time Nullable(DateTime64(3, 'UTC')))
       ENGINE = MergeTree ORDER BY account`,
    )
    await engine.run(
      `INSERT INTO ${name} SELECT concat('a-', toString(number % 7)), cityHash64(number), range(number % 5), (number, number * 2),
         if(number % 3 = 0, NULL, fromUnixTimestamp64Milli(toInt64(number), 'UTC')) FROM numbers(1000)`,
    )
  }
  await steps.tables('narrow', [name], fill ?? work)
  const rows = await engine.rows(`SELECT * FROM ${name} ORDER BY account, hash`)
  await engine.run(`DROP TABLE ${name}`)
  return rows
}

const pathsOf = () => readdirSync(folder).map((name) => join(folder, name))

describe('a finished step', () => {
  test('is taken over by the next run, whatever JSON could not say of it', async () => {
    const value = {
      cells: [0.1 + 0.2, Number.NaN, -0, null, undefined],
      of: new Map([['a', new Set([1])]]),
      n: 2 ** 60,
    }
    const first = await opened()
    expect(await first.steps.result('sums', async () => value)).toEqual(value)
    const second = await opened()
    expect(await second.steps.result('sums', never)).toStrictEqual(value)
    expect([first.news, second.news]).toEqual([['sums computed', 'sums kept'], ['sums taken over']])
  })

  test('that filled a table fills it again with the same rows', async () => {
    const made = await filled((await opened()).steps)
    const again = await opened()
    expect(await filled(again.steps, never)).toEqual(made)
    expect(again.news).toEqual(['narrow taken over'])
  })

  test('of other rows or other signals counts for nothing', async () => {
    await (await opened()).steps.result('sums', async () => 1)
    const other = await opened('two')
    expect(await other.steps.result('sums', async () => 2)).toBe(2)
    expect(other.news).toEqual(['sums computed', 'sums kept'])
  })
})

describe('a file that is not what was written', () => {
  const damages: Record<string, (path: string) => void> = {
    'with a byte changed': (path) => {
      const bytes = readFileSync(path)
      const at = bytes.length >> 1
      bytes[at] = (bytes[at] ?? 0) ^ 0x40
      writeFileSync(path, bytes)
    },
    'cut off': (path) => truncateSync(path, readFileSync(path).length - 9),
    empty: (path) => truncateSync(path, 0),
    gone: (path) => rmSync(path),
  }

  test.each(Object.entries(damages))('%s means that the step is computed again', async (_, damage) => {
    const made = await filled((await opened()).steps)
    await (await opened()).steps.result('sums', async () => 7)
    for (const path of pathsOf()) {
      damage(path)
      const { steps } = await opened()
      expect(await steps.result('sums', async () => 7)).toBe(7)
      expect(await filled(steps)).toEqual(made)
    }
  })

  test('half made goes when the next run begins', async () => {
    await opened()
    writeFileSync(join(folder, 'incoming-1'), 'x')
    await opened()
    expect(readdirSync(folder)).toEqual(['key'])
  })
})

test('a step that cannot be kept is computed all the same', async () => {
  const { steps, news } = await opened()
  rmSync(folder, { recursive: true })
  writeFileSync(folder, 'a file in its place')
  expect(await steps.result('sums', async () => 3)).toBe(3)
  expect(await filled(steps)).toHaveLength(1000)
  expect(news).toEqual(['sums computed', 'sums not kept', 'narrow computed', 'narrow not kept'])
})
