/** Everything that the findings tab shows, within the actor's scope. */

import { offer } from '@/lib/analysis/policy'
import { analysedCase } from '@/lib/analysis/queries'
import { caseRuns } from '@/lib/analysis/runs/result-queries'
import { offer as offerInCase } from '@/lib/cases/policy'
import { claimChoices } from '@/lib/claims/queries'
import type { PersonActor } from '@/lib/platform/actor'
import type { Offer } from '@/lib/platform/offer'
import { caseStanding } from '@/lib/review/standing'
import { caseFindings } from './finding-queries'

/** Findings, analyses, the claims to cite in, and why something cannot be done. */
export async function findingsPage(actor: PersonActor, number: string) {
  const theCase = await analysedCase(actor, { number })
  const [findings, runs, claims, whyNotEdit] = await Promise.all([
    caseFindings(actor, theCase.id),
    caseRuns(actor, theCase.id),
    claimChoices(actor, theCase.id),
    whyNotEditCase(actor, number),
  ])
  return { findings, runs, claims, whyNotEdit, whyNotAnalyse: offer(actor, 'analyse', theCase) }
}

/** Whether the actor is offered to change the material of the case: the case's own rule. */
export async function whyNotEditCase(actor: PersonActor, number: string): Promise<Offer> {
  return offerInCase(actor, 'edit', await caseStanding(actor, { number }))
}
