/** Keeps a filter of a log under a name and takes it away again, for everybody who sees the case; each with its event. */

import { whyNot } from '@/lib/analysis/policy'
import type { RemoveFilterForm, SaveFilterForm } from '@/lib/analysis/schema'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import { keptQuery } from './explorer-address'

/** More names than this are no help to anybody. */
export const mostFilters = 100

/** Keeps what of `query` is a filter, order or choice of columns. Refuses an empty one, and a name that the log has already. */
export async function saveFilter(actor: PersonActor, form: SaveFilterForm): Promise<{ name: string }> {
  const { datasetId, name } = form
  const query = keptQuery(Object.fromEntries(new URLSearchParams(form.query)))
  if (query === '') throw new AppError('invalid-input', 'There is nothing to keep: add a filter, an order or columns.')
  await transact(actor, async ({ tx, record }) => {
    const where = { id: datasetId, case: within(actor) }
    const dataset = found(await tx.dataset.findFirst({ where, include: { case: true } }), 'dataset')
    must(whyNot(actor, 'keep-filters', dataset.case))
    if ((await tx.savedFilter.count({ where: { datasetId } })) >= mostFilters)
      throw new AppError('conflict', `This log has ${mostFilters} saved filters: remove one first.`)
    const data = { datasetId, name, query, createdById: actor.id, createdAt: now() }
    const [saved] = await tx.savedFilter.createManyAndReturn({ data, skipDuplicates: true })
    if (!saved) throw new AppError('conflict', `There is a filter “${name}” already. Give this one another name.`)
    record({ type: 'filter.saved', caseId: dataset.caseId, data: { filterId: saved.id, datasetId, name, query } })
  })
  return { name }
}

/** Takes a filter away, whoever kept it. */
export async function removeFilter(actor: PersonActor, { filterId }: RemoveFilterForm): Promise<{ name: string }> {
  return transact(actor, async ({ tx, record }) => {
    const where = { id: filterId, dataset: { case: within(actor) } }
    const include = { dataset: { include: { case: true } } }
    const { name, dataset } = found(await tx.savedFilter.findFirst({ where, include }), 'filter')
    must(whyNot(actor, 'keep-filters', dataset.case))
    await tx.savedFilter.delete({ where: { id: filterId } })
    record({ type: 'filter.removed', caseId: dataset.caseId, data: { filterId, datasetId: dataset.id, name } })
    return { name }
  })
}
