/** What becoming a finding looks like for one thing of a result: the proposed words, and why it can not be done now. */

import type { DatasetHead } from '@/lib/analysis/dataset/dataset-queries'
import type { RunView } from '@/lib/analysis/runs/result-queries'
import type { AnalysisPart, SealedAnalysis } from '@/lib/analysis/runs/sealed-analysis'
import type { PersonActor } from '@/lib/platform/actor'
import { heldBy } from '@/lib/platform/offer'
import { type FindingKey, writeFindingKey } from './finding-key'
import { proposeFinding } from './finding-proposal'
import { findingsOfRun } from './finding-queries'
import { whyNotEditCase } from './findings-page'

/** A dataset with its newest analysis; both parts are null when there is none. */
export type Analysed = { run: RunView | null; result: SealedAnalysis | null; head: DatasetHead }

type Offered = { number: string; run: RunView; part: AnalysisPart; head: DatasetHead; key: FindingKey }

/** The offer, or null when the part holds nothing under that key. */
export async function offerOf(actor: PersonActor, { number, run, part, head, key }: Offered) {
  const proposal = proposeFinding({ kind: 'SIGNALS', ...part }, key)
  if (!proposal) return null
  const findingKey = writeFindingKey(key)
  const [added, whyNotEdit] = await Promise.all([findingsOfRun(actor, run.id), whyNotEditCase(actor, number)])
  const withdrawn = head.evidence.isWithdrawn ? 'Its evidence was withdrawn: it can not become a finding.' : null
  return {
    number,
    runId: run.id,
    findingKey,
    proposal,
    addedAs: added.get(findingKey) ?? null,
    whyNot: heldBy(withdrawn, whyNotEdit),
  }
}
