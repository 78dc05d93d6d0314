/** Who lets requests go where, and who sends them, as sentences. Pure and isomorphic. */

import { isOpen } from '@/lib/cases/states'
import type { Offer } from '@/lib/platform/offer'
import type { CaseState, CollectionState, Role } from '@/prisma/generated/enums'

type Who = { kind: 'system' } | { kind: 'person'; id: string; role: Role }
type InCase = { state: CaseState }
type Standing = { state: CollectionState; case: InCase }

/** What each verb is about. */
type Things = {
  'see-endpoints': null
  'keep-hosts': null
  'keep-endpoints': null
  collect: InCase
  pause: Standing
  resume: Standing
  end: Standing
}

export type CollectionVerb = keyof Things

const ever: Record<CollectionVerb, readonly Role[]> = {
  'see-endpoints': ['ADMIN', 'LEAD', 'ANALYST', 'AUDITOR'],
  'keep-hosts': ['ADMIN'],
  'keep-endpoints': ['ADMIN', 'LEAD'],
  collect: ['ANALYST'],
  pause: ['ANALYST'],
  resume: ['ANALYST'],
  end: ['ANALYST'],
}

const refusals: Record<CollectionVerb, string> = {
  'see-endpoints': 'Endpoints are shown to those who keep, use or audit them.',
  'keep-hosts': 'Only an administrator says which hosts requests may go to.',
  'keep-endpoints': 'Endpoints and their keys are kept by administrators and leads.',
  collect: 'Answers are collected by the analysts of the case.',
  pause: 'Collections are run by the analysts of the case.',
  resume: 'Collections are run by the analysts of the case.',
  end: 'Collections are run by the analysts of the case.',
}

/** Why `actor` may not do `verb`, in one sentence, or null. That the case is within the actor's scope was asked before. */
export function whyNot<V extends CollectionVerb>(actor: Who, verb: V, thing: Things[V]): string | null {
  if (actor.kind === 'system') return 'Only a person can do this.'
  if (!ever[verb].includes(actor.role)) return refusals[verb]
  return thing === null ? null : held(verb, thing)
}

/** How a page offers `verb`: what the actor's role never does is left out. */
export function offer<V extends CollectionVerb>(actor: Who, verb: V, thing: Things[V]): Offer {
  const reason = whyNot(actor, verb, thing)
  return reason === null || (actor.kind === 'person' && ever[verb].includes(actor.role)) ? reason : false
}

function held(verb: CollectionVerb, thing: InCase | Standing): string | null {
  const theCase = 'case' in thing ? thing.case : thing
  if (verb !== 'pause' && !isOpen(theCase.state)) return 'The case is over. Reopen it to collect more.'
  if (!('case' in thing)) return null
  if (thing.state === 'DONE') return 'It is done: its answers are evidence.'
  if (thing.state === 'ENDING') return 'It is being sealed.'
  if (verb === 'pause') return thing.state === 'RUNNING' ? null : 'It is paused already.'
  return thing.state === 'PAUSED' ? null : 'It is under way. Pause it first.'
}
