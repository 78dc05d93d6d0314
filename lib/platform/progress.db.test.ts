import { expect, test, vi } from 'vitest'
import { db } from './db'
import { progressNote } from './progress'

const stored = (subjectId: string) => db.jobProgress.findUnique({ where: { subjectId } })

test('the last of many notes is what a reload finds, each new step at once, and nothing once the work is over', async () => {
  const id = crypto.randomUUID()
  const progress = progressNote(id)
  for (let done = 1; done <= 500; done++) progress.note({ step: 'Reading', done, total: 500, unit: 'bytes' })
  await vi.waitFor(async () => expect(await stored(id)).toMatchObject({ step: 'Reading', done: 500n }), {
    timeout: 5000,
  })
  progress.note({ step: 'Sorting', done: 0, total: null, unit: 'rows' })
  await vi.waitFor(async () => expect(await stored(id)).toMatchObject({ step: 'Sorting', total: null }))
  await progress.end()
  expect(await stored(id)).toBeNull()
})
