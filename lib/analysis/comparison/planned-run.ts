/** A comparison beside the plan that it names: the markers to look for, and afterwards whether it was run as registered. */

import type { ComparedModel, ComparisonRequest } from '@/lib/analysis/runs/run-request'
import { readCollectionRequest } from '@/lib/collection/collection-request'
import { registeredPrompts } from '@/lib/collection/registered-prompts'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import type { PlanFollowed } from '@/lib/comparison/plan-followed'
import { toHex } from '@/lib/custody/hex'
import { planHash, readPlan } from '@/lib/planning/plan'
import { type ComparedOutputs, planFollowed, type Registered } from '@/lib/planning/plan-differences'
import { countPrompts, plannedPrompts } from '@/lib/planning/plan-prompts'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'

/** Reads the plan anew and checks its hash. Throws `unavailable` when it is not what was registered. */
export async function plannedRun({ id, sha256 }: { id: string; sha256: string }) {
  const row = await db.comparisonPlan.findUnique({ where: { id } })
  if (!row || toHex(planHash(row.body)) !== sha256)
    throw new AppError(
      'unavailable',
      'The plan that this comparison names is not what was registered. Tell your administrator.',
    )
  const { name, version, registeredAt, caseId } = row
  const registered = { id, name, version, sha256, registeredAt: registeredAt.toISOString(), plan: readPlan(row.body) }
  const canaries = registered.plan.prompts?.canaries.map(({ marker }) => marker) ?? []
  return {
    marks: canaries.length > 0 ? { canaries } : undefined,
    followed: (
      request: ComparisonRequest,
      models: ReadonlyMap<ComparedModel, ModelOutputs>,
      result: ComparisonResult,
    ) => followed(registered, caseId, { request, models, result }),
  }
}

type Ran = { request: ComparisonRequest; models: ReadonlyMap<ComparedModel, ModelOutputs>; result: ComparisonResult }

async function followed(
  registered: Registered & { registeredAt: string },
  caseId: string,
  ran: Ran,
): Promise<PlanFollowed> {
  const { plan, registeredAt } = registered
  const prompts = plan.prompts && plannedPrompts(await registeredPrompts(plan.prompts))
  const items = await db.evidenceItem.findMany({
    where: { id: { in: ran.request.inputs.map(({ evidenceId }) => evidenceId) } },
    select: { id: true, addedAt: true, collectedIn: { select: { request: true } } },
  })
  const inputs = ran.request.inputs.flatMap((input): ComparedOutputs[] => {
    const { role } = input
    // A model that speaks to another explanation takes no part in what was planned.
    if (role !== 'suspect' && role !== 'candidate' && role !== 'control') return []
    const item = items.find(({ id }) => id === input.evidenceId)
    const outputs = ran.models.get(input)?.outputs ?? []
    return [
      {
        ...{ role, name: input.name, model: input.model, evidenceName: input.evidenceName },
        addedAt: item?.addedAt.toISOString() ?? '',
        prompts: prompts && countPrompts(outputs, prompts),
        sampling: item?.collectedIn ? readCollectionRequest(item.collectedIn.request).sampling : null,
      },
    ]
  })
  const before = { caseId, kind: 'COMPARISON' as const, state: 'DONE' as const, finishedAt: { lt: registeredAt } }
  const { method, seed, resampling } = ran.result
  return planFollowed(registered, {
    inputs,
    method: { version: method.version, profile: method.profile, seed, samples: resampling.samples },
    comparisonsBefore: await db.analysisRun.count({ where: before }),
  })
}
