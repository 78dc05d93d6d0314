/** The models that a reference set can be made of: those of one case within the actor's scope. */

import { choosableModels } from '@/lib/analysis/comparison/model-queries'
import { analysedCase } from '@/lib/analysis/queries'
import type { PersonActor } from '@/lib/platform/actor'

/** All models of the case's sealed outputs. */
export async function modelsForSet(actor: PersonActor, number: string) {
  const theCase = await analysedCase(actor, { number })
  return (await choosableModels(actor, theCase.id)).models
}
