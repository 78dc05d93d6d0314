/** Citations: what a claim points at. Each must lie in the claim's own case, and rows must exist in their dataset. */

import { edited } from '@/lib/cases/subjects'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Door, type Tx, transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found } from '@/lib/platform/policy'
import { mustHoldRows } from './cited-rows'
import { editableClaim } from './commands'
import type { Cite } from './schema'

/** Cites one thing for a claim, or for one element of its clause. Citing the same again changes nothing. */
export async function cite(actor: PersonActor, input: Cite): Promise<{ citationId: string }> {
  if (input.datasetId) await mustHoldRows(actor, { datasetId: input.datasetId, rowIds: input.rowIds })
  return transact(actor, async (door) => {
    const claim = await editableClaim(actor, door.tx, input.claimId)
    if (input.element !== undefined && input.element >= claim.clause.elements.length) {
      throw new AppError('invalid-input', 'That clause has no such element. Choose one of the listed questions.')
    }
    const to = await describeTarget(door.tx, claim.caseId, input)
    return { citationId: await insert(door, { caseId: claim.caseId, input, to }) }
  })
}

/** Takes a citation off its claim. */
export async function removeCitation(actor: PersonActor, { citationId }: { citationId: string }): Promise<void> {
  await transact(actor, async (door) => {
    const citation = found(
      await door.tx.citation.findFirst({ where: { id: citationId, claim: { case: within(actor) } } }),
      'citation',
    )
    const { caseId } = await editableClaim(actor, door.tx, citation.claimId)
    await door.tx.citation.delete({ where: { id: citationId } })
    door.record({ type: 'citation.removed', caseId, data: { claimId: citation.claimId, citationId } })
    await edited(door, caseId, 'a citation was removed')
  })
}

async function insert(door: Door, { caseId, input, to }: { caseId: string; input: Cite; to: string }): Promise<string> {
  const rowIds = [...new Set(input.rowIds)].map(BigInt).sort((a, b) => (a < b ? -1 : 1))
  const { claimId, note } = input
  const target = {
    evidenceId: input.evidenceId ?? null,
    datasetId: input.datasetId ?? null,
    findingId: input.findingId ?? null,
  }
  const same = await door.tx.citation.findFirst({
    where: { claimId, element: input.element ?? null, ...target, rowIds: { equals: rowIds } },
    select: { id: true },
  })
  if (same) throw new AppError('conflict', 'This claim cites exactly that already.')
  const { id } = await door.tx.citation.create({
    data: { claimId, element: input.element, ...target, rowIds, note, createdAt: now() },
  })
  door.record({ type: 'citation.added', caseId, data: { claimId, citationId: id, to, rows: rowIds.length } })
  await edited(door, caseId, 'a citation was added')
  return id
}

async function describeTarget(
  tx: Tx,
  caseId: string,
  { evidenceId, datasetId, findingId, rowIds }: Cite,
): Promise<string> {
  if (evidenceId) {
    const item = found(await tx.evidenceItem.findFirst({ where: { id: evidenceId, caseId } }), 'evidence item')
    if (item.state !== 'SEALED') throw new AppError('conflict', 'Only sealed evidence can be cited.')
    return `evidence ${item.name}`
  }
  if (datasetId) {
    const dataset = found(
      await tx.dataset.findFirst({ where: { id: datasetId, caseId }, include: { evidence: true } }),
      'dataset',
    )
    if (dataset.evidence.state !== 'SEALED')
      throw new AppError('conflict', 'The evidence behind these rows was withdrawn.')
    return `${rowIds.length} rows of ${dataset.evidence.name}`
  }
  const finding = found(await tx.finding.findFirst({ where: { id: findingId, caseId } }), 'finding')
  return `finding “${finding.title}”`
}
