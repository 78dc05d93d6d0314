/** The overview of a dataset: its course over time with the span that the address names, its models and its busiest accounts. */

import { readableDataset } from '@/lib/analysis/explorer/explorer-queries'
import type { PersonActor } from '@/lib/platform/actor'
import { accountsIn, courseOf, sharesOf } from '@/lib/signals/explorer/dataset-overview'
import type { DatasetHead } from './dataset-queries'
import { type AddressSpan, readSpan } from './span-address'

/** What the top of the dataset's page shows. `head` was found within the actor's scope. */
export async function datasetOverview(actor: PersonActor, head: DatasetHead, asked: { from?: string; until?: string }) {
  const dataset = await readableDataset(actor, head)
  const whole = head.from && head.until ? { from: head.from.getTime(), until: head.until.getTime() + 1 } : null
  const span = whole && readSpan(asked)
  const [course, shares] = await Promise.all([whole && courseOf(dataset, whole), sharesOf(dataset, span)])
  return { course, span, ...shares }
}

/** The accounts with a request in the span, or undefined where no span is asked for. */
export async function accountsWithin(actor: PersonActor, head: DatasetHead, span: AddressSpan | null) {
  return span ? accountsIn(await readableDataset(actor, head), span) : undefined
}

export type Overview = Awaited<ReturnType<typeof datasetOverview>>
