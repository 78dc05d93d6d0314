/** Everything that the pages of plans show, within the actor's scope. */

import { readRequest } from '@/lib/analysis/runs/run-request'
import { offer as offerCollection } from '@/lib/collection/policy'
import { collectionsOf } from '@/lib/collection/queries'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { offerPlan, whyNotPlan } from './policy'
import { powers, powerTable } from './prompt-spread'
import { plannedCase, planOf, plansOf, promptFiles } from './queries'

/** The plans of a case, and its collections. */
export async function plansPage(actor: PersonActor, number: string) {
  const theCase = await plannedCase(actor, number)
  const [plans, collections] = await Promise.all([plansOf(actor, theCase.id), collectionsOf(actor, theCase.id)])
  const newest = plans.find(({ plan }) => plan.prompts !== null)
  const whyNotCollect = offerCollection(actor, 'collect', theCase)
  return { plans, collections, newest, whyNotPlan: offerPlan(actor, theCase), whyNotCollect }
}

/** What a plan is made from; `from` is the plan that a new version begins with. */
export async function newPlanPage(actor: PersonActor, { number, from }: { number: string; from?: string }) {
  const theCase = await plannedCase(actor, number)
  const before = from ? await planOf(actor, { caseId: theCase.id, id: from }) : null
  const files = await promptFiles(actor, theCase.id)
  return { before, files, powers: [...powers], table: powerTable(), whyNot: whyNotPlan(actor, theCase) }
}

/** One version of a plan with what followed it. */
export async function planPage(actor: PersonActor, { number, id }: { number: string; id: string }) {
  const theCase = await plannedCase(actor, number)
  const shown = await planOf(actor, { caseId: theCase.id, id })
  const [plans, collections, runs] = await Promise.all([
    plansOf(actor, theCase.id),
    collectionsOf(actor, theCase.id),
    db.analysisRun.findMany({
      where: { caseId: theCase.id, case: within(actor), kind: 'COMPARISON' },
      orderBy: { createdAt: 'asc' },
      select: { id: true, request: true, state: true, createdAt: true },
    }),
  ])
  const followedBy = runs.filter(({ request }) => {
    const asked = readRequest(request)
    return asked.kind === 'COMPARISON' && asked.plan?.id === id
  })
  return {
    shown,
    versions: plans.filter(({ name }) => name === shown.name),
    collections: collections.filter(({ plan }) => plan.id === id),
    runs: followedBy.map((run) => ({ id: run.id, state: run.state, createdAt: run.createdAt })),
    whyNotPlan: offerPlan(actor, theCase),
    whyNotCollect: offerCollection(actor, 'collect', theCase),
  }
}
