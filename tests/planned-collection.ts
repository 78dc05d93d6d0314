/** A case with a registered plan over a sealed file of prompts, and an endpoint that it may be asked of. */

import { allowHost, registerEndpoint } from '@/lib/collection/endpoint-commands'
import { hostOf } from '@/lib/collection/host-of'
import { type Provider, startCollectionSchema } from '@/lib/collection/schema'
import { sealEvidence } from '@/lib/evidence/seal-evidence'
import { registerPlan } from '@/lib/planning/commands'
import { registerPlanSchema } from '@/lib/planning/schema'
import { type PersonActor, systemActor } from '@/lib/platform/actor'
import { AppError } from '@/lib/platform/errors'
import { caseOf, hand, personWith } from './evidence'
import { baseOf } from './replay-endpoint'

/** Gives this process a secret for keys and leave to ask loopback. */
export function allowLoopback(): void {
  process.env.TOUCHSTONE_ENDPOINT_SECRET = '5e'.repeat(32)
  process.env.TOUCHSTONE_PRIVATE_ENDPOINTS = '1'
}

export const promptText = (n: number) => `What is ${n} plus ${n}?`

/** Prompts p-01, p-02 … as JSON lines. */
export const promptLines = (count: number): string =>
  Array.from({ length: count }, (_, n) =>
    JSON.stringify({ prompt_id: `p-${String(n + 1).padStart(2, '0')}`, prompt: promptText(n + 1) }),
  ).join('\n')

type Planned = { prompts?: number; form?: Record<string, unknown> }

/** A case of `analyst` with such a plan; `form` changes what is registered. */
export async function plannedCaseOf(analyst: PersonActor, { prompts = 6, form = {} }: Planned = {}) {
  const { id: caseId, number } = await caseOf(analyst)
  const promptsFrom = await hand(analyst, caseId, promptLines(prompts), { name: 'prompts.jsonl' })
  await sealEvidence(systemActor('Sealing'), { evidenceId: promptsFrom })
  const plain = { number, name: 'First plan', suspect: 'suspect-1', candidates: 'Teacher: teacher-1, teacher-2' }
  const settings = { controls: 'control-1\ncontrol-2', power: '0.4', temperature: '0.7', maxOutputTokens: '200' }
  const { planId } = await registerPlan(
    analyst,
    registerPlanSchema.parse({ ...plain, ...settings, promptsFrom, ...form }),
  )
  return { caseId, number, planId }
}

export const keyOfTests = 'key-of-tests-0123456789'

/** An endpoint of `provider` at a replay server. */
export async function endpointAt(address: string, provider: Provider = 'OPENAI_COMPATIBLE'): Promise<string> {
  const baseUrl = baseOf(provider, address)
  const admin = await personWith('ADMIN')
  await allowHost(admin, { host: hostOf(baseUrl) ?? '' }).catch((error) => {
    if (!(error instanceof AppError)) throw error
  })
  const variant = { BEDROCK: 'us-east-1', AZURE: '2024-10-21' }[provider as string] ?? ''
  const lead = await personWith('LEAD')
  return (await registerEndpoint(lead, { name: `At ${provider}`, provider, baseUrl, variant, key: keyOfTests }))
    .endpointId
}

/** The form that starts a collection, with what a test changes. */
export const collectionForm = (form: Record<string, unknown>) =>
  startCollectionSchema.parse({ modelId: 'suspect-1', concurrency: '2', timeoutSeconds: '20', attempts: '4', ...form })
