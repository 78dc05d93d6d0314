import { beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { draftCase, somebody } from '@/tests/analysed-case'
import { analysedLog, type Made } from '@/tests/analysed-log'
import { removeFilter, saveFilter } from './filter-commands'
import { savedFilters } from './saved-filters'

let made: Made
beforeAll(async () => {
  made = await analysedLog()
})

const eventsOf = (type: string) => db.event.count({ where: { caseId: made.caseId, type } })

it('a filter is kept under a name for everybody who sees the case, and goes again, each with its event', async () => {
  const { owner, datasetId } = made
  await saveFilter(owner, { datasetId, name: 'Refused', query: 'status_from=400&after=x&row=3&evil=1&sort=-time' })
  const lead = await somebody('LEAD')
  const [kept, ...others] = await savedFilters(lead, datasetId)
  expect(kept).toMatchObject({ name: 'Refused', query: 'status_from=400&sort=-time' })
  expect(others).toEqual([])
  expect(await eventsOf('filter.saved')).toBe(1)
  await removeFilter(lead, { filterId: kept?.id ?? '' })
  expect(await savedFilters(owner, datasetId)).toEqual([])
  expect(await eventsOf('filter.removed')).toBe(1)
  await expect(removeFilter(lead, { filterId: kept?.id ?? '' })).rejects.toMatchObject({ code: 'not-found' })
})

it('a name is taken once, and nothing is kept of an address without a filter', async () => {
  const { owner, datasetId } = made
  await saveFilter(owner, { datasetId, name: 'Long answers', query: 'output_tokens_from=9' })
  const again = saveFilter(owner, { datasetId, name: 'Long answers', query: 'model=m-1' })
  await expect(again).rejects.toMatchObject({ code: 'conflict' })
  const empty = saveFilter(owner, { datasetId, name: 'Nothing', query: 'row=3' })
  await expect(empty).rejects.toMatchObject({ code: 'invalid-input' })
  expect(await savedFilters(owner, datasetId)).toMatchObject([{ query: 'output_tokens_from=9' }])
})

it('nobody outside of the case sees, keeps or removes one, and readers of the record keep none', async () => {
  const { datasetId, owner } = made
  const other = await draftCase()
  expect(await savedFilters(other.owner, datasetId)).toEqual([])
  const form = { datasetId, name: 'Theirs', query: 'model=m-1' }
  await expect(saveFilter(other.owner, form)).rejects.toMatchObject({ code: 'not-found' })
  await expect(saveFilter(await somebody('AUDITOR'), form)).rejects.toMatchObject({ code: 'forbidden' })
  await saveFilter(owner, form)
  const kept = (await savedFilters(owner, datasetId)).find(({ name }) => name === 'Theirs')
  await expect(removeFilter(other.owner, { filterId: kept?.id ?? '' })).rejects.toMatchObject({ code: 'not-found' })
})
