/** Registers a plan: frozen as canonical JSON with its hash, as the next version of its name, in the record. */

import { allPrompts, promptsHash, readPrompts } from '@/lib/collection/prompt-set'
import { defaultSamples } from '@/lib/comparison/compare-models'
import { comparisonVersion } from '@/lib/comparison/methods/method-definitions'
import { defaultProfile } from '@/lib/comparison/weights/profile-file'
import { toHex } from '@/lib/custody/hex'
import { within } from '@/lib/platform/access'
import type { PersonActor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db, transact } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { found, must } from '@/lib/platform/policy'
import { openBlob } from '@/lib/platform/storage'
import { lockCase } from '@/lib/review/stale'
import { designGaps } from './design-gaps'
import { type Plan, planHash, planText } from './plan'
import { whyNotPlan } from './policy'
import { neededOf, powerTable } from './prompt-spread'
import { plannedCase } from './queries'
import type { PlanForm } from './schema'

/**
 * Registers the next version of the plan of this name. Throws `conflict` when its newest version says the same, and
 * `invalid-input` when a model has two roles or the chosen file holds no prompts.
 */
export async function registerPlan(actor: PersonActor, form: PlanForm): Promise<{ planId: string; href: string }> {
  const { id: caseId } = await plannedCase(actor, form.number)
  const plan = await planFrom(actor, caseId, form)
  const body = planText(plan)
  const sha256 = planHash(body)
  const planId = await transact(actor, async ({ tx, record }) => {
    await lockCase(tx, caseId)
    must(whyNotPlan(actor, await plannedCase(actor, form.number, tx)))
    const newest = await tx.comparisonPlan.findFirst({
      where: { caseId, name: form.name },
      orderBy: { version: 'desc' },
    })
    if (newest && toHex(newest.sha256) === toHex(sha256))
      throw new AppError(
        'conflict',
        `Version ${newest.version} of “${form.name}” says the same: nothing was registered.`,
      )
    const version = (newest?.version ?? 0) + 1
    const row = { caseId, name: form.name, version, body, sha256, registeredById: actor.id, registeredAt: now() }
    const { id } = await tx.comparisonPlan.create({ data: row })
    const data = { planId: id, name: form.name, version, sha256: toHex(sha256), body }
    record({ type: 'plan.registered', caseId, data })
    return id
  })
  return { planId, href: `/cases/${form.number}/plans/${planId}` }
}

async function planFrom(actor: PersonActor, caseId: string, form: PlanForm): Promise<Plan> {
  const { suspect, candidates, reasons, seed } = form
  const controls = [...new Set([...form.controls, ...form.olderSuspects])]
  refuseTwoRoles([suspect, ...candidates.flatMap(({ models }) => models), ...controls])
  const prompts = await promptsFrom(actor, caseId, form)
  const needed = neededOf(powerTable(), { power: form.power, candidates: candidates.length })
  const power = { wanted: form.power, promptsNeeded: needed?.prompts ?? null, reachable: needed?.reachable ?? null }
  const { system, temperature, topP, maxOutputTokens, samplingSeed } = form
  const design = {
    ...{ suspect, candidates, controls, olderSuspects: form.olderSuspects, power },
    sampling: { system, temperature, topP, maxOutputTokens, seed: samplingSeed },
  }
  return {
    format: 'touchstone-plan/1',
    ...design,
    prompts,
    method: { version: comparisonVersion, profile: defaultProfile?.id ?? null, seed, samples: defaultSamples },
    gaps: designGaps({ ...design, promptCount: prompts?.count ?? null }),
    reasons,
  }
}

function refuseTwoRoles(names: string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new AppError('invalid-input', `${twice} is named twice: give each model one role.`)
}

async function promptsFrom(actor: PersonActor, caseId: string, form: PlanForm): Promise<Plan['prompts']> {
  const { promptsFrom: id, canaries, identityProbes } = form
  if (id === null) return null
  const where = { id, caseId, case: within(actor), state: 'SEALED' as const }
  const { name, sha256 } = found(await db.evidenceItem.findFirst({ where }), 'sealed file')
  if (!sha256) throw new AppError('conflict', `“${name}” is not sealed yet: wait until its hash was checked.`)
  const set = { canaries, identityProbes }
  const prompts = allPrompts(await readPrompts({ name, bytes: openBlob(sha256) }), set)
  const from = { evidenceId: id, evidenceName: name, evidenceSha256: toHex(sha256) }
  return { ...from, count: prompts.length, sha256: promptsHash(prompts), ...set }
}
