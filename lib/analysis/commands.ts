/** Asks for analyses: one run per distinct request, its job and its event in one change. */

import { comparisonVersion } from '@/lib/comparison/methods/method-definitions'
import { canonicalText } from '@/lib/custody/canonical'
import { toHex } from '@/lib/custody/hex'
import { planOf } from '@/lib/planning/queries'
import { within } from '@/lib/platform/access'
import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { type Door, transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { identifierOf } from '@/lib/platform/identifier'
import { found, must } from '@/lib/platform/policy'
import type { EvidenceItem } from '@/prisma/generated/client'
import { chosenBeside } from './comparison/chosen-beside'
import { chosenModels } from './comparison/chosen-models'
import { runComparisonJob, runSignalsJob } from './jobs'
import { whyNot, whyNotAnalysable } from './policy'
import { heldAgainst } from './runs/held-against'
import { evidenceOf, inputHashes, type RunRequest, readRequest, runIdOf } from './runs/run-request'
import { signalsSeed, signalsVersion } from './runs/signals-version'
import type { ComparisonChoice, RunAgainForm } from './schema'

/** `isNew` is false when the same had been asked before: the run is then the one from before. */
export type Requested = { runId: string; isNew: boolean }

type AskedComparison = Pick<ComparisonChoice, 'number' | 'suspect' | 'candidates' | 'controls' | 'seed'> &
  Partial<ComparisonChoice>

type CaseKey = { caseId: string } | { number: string }

/**
 * Asks for all signals over `datasetIds` together. Joins a `transact` under way, so that a dataset and its analysis are
 * one change. Refuses withdrawn evidence.
 */
export function requestSignals(actor: Actor, input: CaseKey & { datasetIds: readonly string[] }): Promise<Requested> {
  return asking(actor, async (door) => {
    const theCase = await caseFor(actor, door, input)
    const ids = [...new Set(input.datasetIds)].map((id) => identifierOf(id, 'dataset'))
    if (ids.length === 0) throw new AppError('invalid-input', 'Choose at least one dataset to analyse.')
    const datasets = await door.tx.dataset.findMany({
      where: { id: { in: ids }, caseId: theCase.id },
      include: { evidence: true, parents: lineage },
      orderBy: { id: 'asc' },
    })
    if (datasets.length < ids.length) found(null, 'dataset')
    const items = datasets.flatMap(({ evidence, parents }) => [
      evidence,
      ...parents.map(({ parent }) => parent.evidence),
    ])
    for (const item of items) must(whyNotAnalysable(item))
    const inputs = datasets.map(({ id, sha256, evidence, parents }) => ({
      datasetId: id,
      sha256: toHex(sha256),
      evidenceId: evidence.id,
      evidenceName: evidence.name,
      evidenceSha256: evidence.sha256 ? toHex(evidence.sha256) : '',
      ...(parents.length > 0 && { alsoOf: parents.slice(1).map(completing) }),
    }))
    const held = await heldAgainst(actor, door.tx, theCase.id)
    const request = { kind: 'SIGNALS', version: signalsVersion, seed: signalsSeed, inputs, ...held } as const
    return { caseId: theCase.id, request }
  })
}

const lineage = { orderBy: { position: 'asc' }, include: { parent: { include: { evidence: true } } } } as const

/** A log that completed another, as a request names it. */
function completing({ parent: { evidence } }: { parent: { evidence: EvidenceItem } }) {
  const sha256 = evidence.sha256 ? toHex(evidence.sha256) : ''
  return { evidenceId: evidence.id, name: evidence.name, sha256 }
}

/** Asks for a comparison of one suspect with candidates against controls, over sealed model outputs of the case. */
export async function requestComparison(actor: Actor, form: AskedComparison): Promise<Requested & { href: string }> {
  const requested = await asking(actor, async (door) => {
    const theCase = await caseFor(actor, door, form)
    const inputs = await chosenModels(door.tx, theCase.id, form)
    const beside = await chosenBeside(door.tx, theCase.id, form)
    const plan = form.planId ? await planOf(actor, { caseId: theCase.id, id: form.planId }, door.tx) : null
    const followed = plan && { plan: { id: plan.id, sha256: plan.sha256 } }
    const asked = { kind: 'COMPARISON' as const, version: comparisonVersion, seed: form.seed, inputs }
    return { caseId: theCase.id, request: { ...asked, ...followed, ...beside } }
  })
  return { ...requested, href: `/cases/${form.number}/comparisons/${requested.runId}` }
}

/** Takes up a run that failed: the same request once more, with the methods of today. */
export function runAgain(actor: Actor, { number, runId }: RunAgainForm): Promise<Requested> {
  return asking(actor, async (door) => {
    const theCase = await caseFor(actor, door, { number })
    const run = found(await door.tx.analysisRun.findFirst({ where: { id: runId, caseId: theCase.id } }), 'analysis')
    if (run.state !== 'FAILED')
      throw new AppError('conflict', 'This analysis has not failed: there is nothing to run again.')
    const version = run.kind === 'SIGNALS' ? signalsVersion : comparisonVersion
    const request = { ...readRequest(run.request), version }
    const evidence = await door.tx.evidenceItem.findMany({ where: { id: { in: evidenceOf(request) } } })
    for (const item of evidence) must(whyNotAnalysable(item))
    return { caseId: theCase.id, request }
  })
}

type Question = { caseId: string; request: RunRequest }

/** Carries the id of the run that was there already out of a change that then does not happen. */
class AskedBefore extends Error {
  constructor(readonly runId: string) {
    super('asked before')
  }
}

async function asking(actor: Actor, question: (door: Door) => Promise<Question>): Promise<Requested> {
  try {
    return await transact(actor, async (door) => queue(actor, door, await question(door)))
  } catch (error) {
    if (error instanceof AskedBefore) return { runId: error.runId, isNew: false }
    throw error
  }
}

async function queue(actor: Actor, { tx, record, enqueue }: Door, { caseId, request }: Question): Promise<Requested> {
  const id = runIdOf(caseId, request)
  const { kind, version } = request
  const data = { id, caseId, kind, version, request: canonicalText(request), requestedById: actor.id, createdAt: now() }
  const made = await tx.analysisRun.createMany({ data: { ...data, state: 'QUEUED' }, skipDuplicates: true })
  const revived = made.count
    ? made
    : await tx.analysisRun.updateMany({
        where: { id, state: 'FAILED' },
        data: { state: 'QUEUED', failure: null, finishedAt: null, requestedById: actor.id, createdAt: now() },
      })
  if (revived.count === 0) throw new AskedBefore(id)
  await enqueue(kind === 'SIGNALS' ? runSignalsJob : runComparisonJob, { runId: id }, { key: `run:${id}` })
  record({ type: 'analysis.requested', caseId, data: { runId: id, kind, version, inputs: inputHashes(request) } })
  return { runId: id, isNew: true }
}

async function caseFor(actor: Actor, { tx }: Door, key: CaseKey) {
  const where = 'caseId' in key ? { id: identifierOf(key.caseId, 'case') } : { number: key.number }
  const theCase = found(await tx.case.findFirst({ where: { AND: [within(actor), where] } }), 'case')
  must(whyNot(actor, 'analyse', theCase))
  return theCase
}
