/** Everything that the pages of comparisons show, within the actor's scope. */

import { findingChart, type IntervalsChart } from '@/lib/analysis/findings/finding-chart'
import { writeFindingKey } from '@/lib/analysis/findings/finding-key'
import { proposeFinding } from '@/lib/analysis/findings/finding-proposal'
import { findingsOfRun } from '@/lib/analysis/findings/finding-queries'
import { whyNotEditCase } from '@/lib/analysis/findings/findings-page'
import { offer, whyNot } from '@/lib/analysis/policy'
import { analysedCase } from '@/lib/analysis/queries'
import { comparisonReport } from '@/lib/analysis/report/comparison-report'
import { resultOf } from '@/lib/analysis/runs/result-queries'
import type { ComparisonRequest } from '@/lib/analysis/runs/run-request'
import { usableProfiles } from '@/lib/calibration/queries'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { planOf } from '@/lib/planning/queries'
import type { PersonActor } from '@/lib/platform/actor'
import { AppError } from '@/lib/platform/errors'
import { heldBy } from '@/lib/platform/offer'
import { comparedPrompts, type PromptView } from './compared-prompts'
import { choosableDocuments, choosableModels } from './model-queries'
import { plannedRoles } from './planned-roles'

/** The models to choose from, and why the actor may not compare. */
export async function newComparisonPage(actor: PersonActor, number: string, planId?: string) {
  const theCase = await analysedCase(actor, { number })
  const [models, documents, profiles] = await Promise.all([
    choosableModels(actor, theCase.id),
    choosableDocuments(actor, theCase.id),
    usableProfiles(actor),
  ])
  const shown = planId ? await planOf(actor, { caseId: theCase.id, id: planId }) : null
  const planned = shown && plannedRoles(shown, models.models)
  return { ...models, documents, profiles, planned, whyNot: whyNot(actor, 'analyse', theCase) }
}

/** What of the prompts the address asks for. */
export function promptView(params: Record<string, string | string[] | undefined>): PromptView {
  const one = (name: string): string => [params[name]].flat()[0] ?? ''
  return {
    candidate: one('for'),
    sort: one('sort'),
    page: Number.parseInt(one('page'), 10) || 1,
    open: one('prompt') || null,
  }
}

/** A comparison with its result once complete, and what of it can become a finding. */
export async function comparisonPage(actor: PersonActor, key: { number: string; id: string }, view: PromptView) {
  const { run, case: theCase, result } = await resultOf(actor, key)
  if (run.request.kind !== 'COMPARISON')
    throw new AppError('not-found', 'There is no such comparison, or it is not open to you.')
  const [added, whyNotEdit] = await Promise.all([findingsOfRun(actor, run.id), whyNotEditCase(actor, key.number)])
  const complete = result?.kind === 'COMPARISON' ? result.result : null
  return {
    ...{ run, request: run.request as ComparisonRequest, result: complete },
    report:
      complete &&
      comparisonReport(
        {
          result: complete,
          request: run.request,
          resultSha256: run.resultSha256 ?? '',
          collected: run.collected,
          analyst: run.requestedBy,
        },
        complete.candidates[0]?.name ?? '',
      ),
    prompts: complete?.detail
      ? await comparedPrompts(complete.detail.promptFile, {
          ...view,
          candidate: view.candidate || (complete.candidates[0]?.name ?? ''),
        })
      : null,
    chart:
      complete &&
      (findingChart(
        { kind: 'COMPARISON', result: complete },
        { kind: 'candidate', name: complete.candidates[0]?.name ?? '' },
      ) as IntervalsChart | null),
    offers: complete ? offersOf(complete, added) : [],
    whyNotAnalyse: offer(actor, 'analyse', theCase),
    whyNotAdd: heldBy(
      run.withdrawn.length > 0 ? 'Its evidence was withdrawn: it can not become a finding.' : null,
      whyNotEdit,
    ),
  }
}

function offersOf(result: ComparisonResult, added: ReadonlyMap<string, string>) {
  return result.candidates.flatMap(({ name }) => {
    const key = { kind: 'candidate', name } as const
    const proposal = proposeFinding({ kind: 'COMPARISON', result }, key)
    const findingKey = writeFindingKey(key)
    return proposal ? [{ name, findingKey, proposal, addedAs: added.get(findingKey) ?? null }] : []
  })
}
