/** A demonstration comparison: outputs handed in, compared, and the first candidate put into the case as a finding. */

import { requestComparison } from '@/lib/analysis/commands'
import { modelKey } from '@/lib/analysis/comparison/model-key'
import { addFinding } from '@/lib/analysis/findings/finding-commands'
import { writeFindingKey } from '@/lib/analysis/findings/finding-key'
import { proposeFinding } from '@/lib/analysis/findings/finding-proposal'
import { resultOf } from '@/lib/analysis/runs/result-queries'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { withFolder, writeOutputFiles } from './files'
import { carryOutComparison, evidenceOnce, type SeededCase } from './steps'

/** The finding of the comparison, made once. */
export async function comparedOnce(actor: PersonActor, theCase: SeededCase, seed: number): Promise<string> {
  const known = await db.finding.findFirst({
    where: { caseId: theCase.id, key: { startsWith: 'candidate:' } },
    select: { id: true },
  })
  if (known) return known.id
  const runId = await withFolder(async (folder) => {
    const files = await writeOutputFiles(folder, seed)
    const hand = (path: string, name: string) => evidenceOnce(actor, theCase, { path, name, kind: 'MODEL_OUTPUTS' })
    const suspect = await hand(files.suspect.path, 'suspect-outputs-synthetic.jsonl')
    const candidates = await hand(files.candidates.path, 'our-models-outputs-synthetic.jsonl')
    const controls = await hand(files.controls.path, 'control-outputs-synthetic.jsonl')
    const keys = (evidenceId: string, models: string[]) => models.map((model) => modelKey({ evidenceId, model }))
    const asked = await requestComparison(actor, {
      ...{ number: theCase.number, seed: 1, suspect: modelKey({ evidenceId: suspect, model: files.suspect.model }) },
      ...{ candidates: keys(candidates, files.candidates.models), controls: keys(controls, files.controls.models) },
    })
    return asked.runId
  })
  await carryOutComparison(runId)
  return findingOfFirst(actor, theCase, runId)
}

async function findingOfFirst(actor: PersonActor, { number }: SeededCase, runId: string): Promise<string> {
  const { run: _, ...outcome } = await resultOf(actor, { number, id: runId })
  const name = outcome.result?.kind === 'COMPARISON' ? outcome.result.result.candidates[0]?.name : undefined
  if (!outcome.result || !name) throw new Error('The demonstration comparison has no candidate.')
  const key = { kind: 'candidate', name } as const
  const proposal = proposeFinding(outcome.result, key)
  if (!proposal) throw new Error('The demonstration comparison proposes no finding.')
  const { findingId } = await addFinding(actor, { number, runId, key: writeFindingKey(key), ...proposal })
  return findingId
}
