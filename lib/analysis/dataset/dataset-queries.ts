/** A dataset with its analysis: what its page shows, and whose text may be read on it. */

import { offer } from '@/lib/analysis/policy'
import { datasetById } from '@/lib/analysis/queries'
import { isHeldAgainstOther } from '@/lib/analysis/runs/held-against'
import { type RunView, viewsOf } from '@/lib/analysis/runs/result-queries'
import { type SealedAnalysis, sealedAnalysis } from '@/lib/analysis/runs/sealed-analysis'
import { signalsVersion } from '@/lib/analysis/runs/signals-version'
import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'

/** The head of a dataset's page; with `number`, only when it is of that case. */
export async function datasetHead(actor: PersonActor, key: { id: string; number?: string }) {
  const {
    case: theCase,
    evidence,
    sha256,
    rejectsSha256,
    parents,
    ...dataset
  } = await datasetById(actor, key.id, key.number)
  return {
    ...dataset,
    ...{ rows: Number(dataset.rows), rejected: Number(dataset.rejected), size: Number(dataset.size) },
    sha256: toHex(sha256),
    hasRejects: rejectsSha256 !== null,
    evidence: {
      ...{ id: evidence.id, name: evidence.name, reason: evidence.reason },
      isWithdrawn: evidence.state === 'WITHDRAWN',
      sha256: evidence.sha256 ? toHex(evidence.sha256) : null,
    },
    /** The logs that complete it, when it was joined. */
    joinedWith: parents.map(({ parent }) => parent.evidence),
    case: theCase,
    whyNotAnalyse: offer(actor, 'analyse', theCase),
    whyNotUnmask: offer(actor, 'unmask', theCase),
  }
}

export type DatasetHead = Awaited<ReturnType<typeof datasetHead>>

/** `isOutdated`: the run used other definitions than this program has. */
export type SignalsOf = { run: RunView | null; result: SealedAnalysis | null; isOutdated: boolean }

/** Why the newest analysis of a dataset is not what one of today would be: other definitions, or other reference data; null when it is. */
export async function whyMeasureAgain(
  actor: PersonActor,
  head: DatasetHead,
  { run, isOutdated }: SignalsOf,
): Promise<'definitions' | 'references' | null> {
  if (isOutdated) return 'definitions'
  if (run?.request.kind !== 'SIGNALS' || run.state !== 'done') return null
  return (await isHeldAgainstOther(actor, head.case.id, run.request)) ? 'references' : null
}

/** The newest run of signals over a dataset that was found within scope, and its result once complete. */
export async function signalsOf(dataset: { id: string; caseId: string }): Promise<SignalsOf> {
  const stored = await db.analysisRun.findFirst({
    where: { caseId: dataset.caseId, kind: 'SIGNALS', request: { contains: dataset.id } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    include: { requestedBy: { select: { name: true } } },
  })
  if (!stored) return { run: null, result: null, isOutdated: false }
  const [run] = await viewsOf([stored])
  const isComplete = stored.state === 'DONE' && stored.resultSha256 !== null
  const result = isComplete ? await sealedAnalysis(stored.resultSha256 as Uint8Array) : null
  return { run: run ?? null, result, isOutdated: stored.version !== signalsVersion }
}

/** The identifiers of the case's subjects by kind, and the accounts that this person unmasked with the reason they gave. */
export async function readableAccounts(actor: PersonActor, caseId: string) {
  const [identifiers, unmasked] = await Promise.all([
    db.subjectAccount.findMany({ where: { caseId, case: within(actor) }, select: { kind: true, identifier: true } }),
    db.unmasking.findMany({
      where: { caseId, personId: actor.id, case: within(actor) },
      select: { account: true, reason: true, at: true },
    }),
  ])
  const ofKind = (kind: (typeof identifiers)[number]['kind']) =>
    identifiers.filter((one) => one.kind === kind).map(({ identifier }) => identifier)
  return {
    accounts: ofKind('ACCOUNT'),
    organisations: ofKind('ORGANISATION'),
    projects: ofKind('PROJECT'),
    apiKeys: ofKind('API_KEY'),
    unmasked,
  }
}

export type ReadableAccounts = Awaited<ReturnType<typeof readableAccounts>>
