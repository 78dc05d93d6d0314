/** Everything that the pages of collections show, within the actor's scope. */

import { planOf } from '@/lib/planning/queries'
import type { PersonActor } from '@/lib/platform/actor'
import { offer, whyNot } from './policy'
import { allowedHosts, collectionCase, collectionOf, endpoints } from './queries'

/** What a collection is started from: the plan that it follows, and who could be asked. */
export async function newCollectionPage(actor: PersonActor, { number, plan }: { number: string; plan: string }) {
  const theCase = await collectionCase(actor, number)
  const shown = await planOf(actor, { caseId: theCase.id, id: plan })
  const reason = whyNot(actor, 'collect', theCase)
  return { shown, endpoints: reason === null ? await endpoints(actor) : [], whyNot: reason }
}

/** One collection with what the actor may do to it. */
export async function collectionPage(actor: PersonActor, key: { number: string; id: string }) {
  const collection = await collectionOf(actor, key)
  const may = (verb: 'pause' | 'resume' | 'end') => offer(actor, verb, collection)
  return { collection, whyNotPause: may('pause'), whyNotResume: may('resume'), whyNotEnd: may('end') }
}

/** Hosts and endpoints as the settings show them; null to whom they are not shown. */
export async function endpointSettings(actor: PersonActor) {
  if (whyNot(actor, 'see-endpoints', null) !== null) return null
  const [hosts, listed] = await Promise.all([allowedHosts(actor), endpoints(actor)])
  const may = (verb: 'keep-hosts' | 'keep-endpoints') => offer(actor, verb, null)
  return { hosts, endpoints: listed, whyNotHosts: may('keep-hosts'), whyNotEndpoints: may('keep-endpoints') }
}
