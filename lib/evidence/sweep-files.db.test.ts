import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { columnsFolder } from '@/lib/analysis/runs/result-columns'
import { db } from '@/lib/platform/db'
import { analysedLog } from '@/tests/analysed-log'
import { previewFolder } from './preview-folder'
import { sweepFiles } from './sweep-files'

/** No process has this id: it is beyond the greatest that Linux gives. */
const deadProcess = 4_194_305

test('what a killed preview left goes once nobody can wait for it any more', async () => {
  mkdirSync(previewFolder(), { recursive: true })
  for (const name of ['preview-1', 'first-records-2.member-1-1']) writeFileSync(join(previewFolder(), name), 'x')
  expect(await sweepFiles()).toBe(0)
  expect(await sweepFiles({ olderThanMs: 0 })).toBe(2)
})

test('columns of an analysis stay as long as a run has it as its result; half made ones of the dead go at once', async () => {
  const { caseId } = await analysedLog()
  const { resultSha256 } = await db.analysisRun.findFirstOrThrow({ where: { caseId } })
  const used = join(columnsFolder(), Buffer.from(resultSha256 ?? []).toString('hex'))
  expect(existsSync(used)).toBe(true)
  const nobodys = join(columnsFolder(), 'ab'.repeat(32))
  const [dead, alive] = [deadProcess, process.pid].map((pid) => join(columnsFolder(), `incoming-${pid}-1`)) as [
    string,
    string,
  ]
  for (const folder of [nobodys, dead, alive]) mkdirSync(folder)
  expect(await sweepFiles()).toBe(1)
  expect(await sweepFiles({ olderThanMs: 0 })).toBe(1)
  expect([used, nobodys, dead, alive].map(existsSync)).toEqual([true, false, false, true])
})
