/** Who may do what with evidence, as sentences. Pure and isomorphic; that the case is within the actor's scope was asked before. */

import type { Offer } from '@/lib/platform/offer'
import type { CaseState, EvidenceKind, EvidenceState, Role } from '@/prisma/generated/enums'

type Who = { kind: 'system' } | { kind: 'person'; id: string; role: Role }
type InCase = { state: CaseState }
type Item = { state: EvidenceState; addedById: string; readFailure: string | null; case: InCase & { ownerId: string } }

type Mapped = { mapping: object | null }

/** What each verb is about. */
type Things = {
  upload: InCase
  withdraw: Omit<Item, 'readFailure'>
  download: Pick<Item, 'state'>
  map: Pick<Item, 'state' | 'readFailure'> & { kind: EvidenceKind; case: InCase; dataset: Mapped | null }
  'read-again': Pick<Item, 'state' | 'readFailure'> & { case: InCase }
  compare: Pick<Item, 'state'> & { table: object | null; case: InCase }
  join: Pick<Item, 'state'> & { case: InCase; dataset: object | null }
}

type Rules = { [V in keyof Things]: (actor: Who, thing: Things[V]) => string | null }

const over: readonly CaseState[] = ['DISMISSED', 'CLOSED']
/** Who adds evidence, and so may take it back. */
const keepers: readonly Role[] = ['ANALYST', 'LEAD']
const readers: readonly Role[] = ['AUDITOR', 'MANAGER']

/** Why `actor` may not do `verb`, in one sentence, or null. */
export function whyNot<V extends keyof Things>(actor: Who, verb: V, thing: Things[V]): string | null {
  return rules[verb](actor, thing)
}

/** How a page offers `verb`: what the actor's role never does with evidence is left out. */
export function offer<V extends keyof Things>(actor: Who, verb: V, thing: Things[V]): Offer {
  const reason = whyNot(actor, verb, thing)
  const couldEver = verb === 'download' || actor.kind === 'system' || keepers.includes(actor.role)
  return reason === null || couldEver ? reason : false
}

const upload: Rules['upload'] = (actor, { state }) => {
  if (actor.kind === 'system') return null
  if (!keepers.includes(actor.role)) {
    return 'Evidence is added by the analysts of the case and by leads, so that nobody judges what they brought.'
  }
  return over.includes(state) ? 'This case is over. A lead has to reopen it before evidence can be added.' : null
}

const withdraw: Rules['withdraw'] = (actor, item) => {
  if (actor.kind === 'system') return 'Only a person can withdraw evidence.'
  if (readers.includes(actor.role)) return 'Your role reads evidence and does not change it.'
  if (actor.id !== item.addedById && actor.id !== item.case.ownerId) {
    return 'Only the person who added it or the owner of the case can withdraw evidence.'
  }
  if (item.state === 'WITHDRAWN') return 'It is withdrawn already.'
  if (item.state === 'SEALING') return 'It is still being sealed. Withdraw it once that is done.'
  if (item.state === 'REFUSED') return 'It was refused and is no evidence; there is nothing to withdraw.'
  return over.includes(item.case.state) ? 'This case is over. A lead has to reopen it first.' : null
}

/** Everybody who sees the case may; each download is an event. */
const download: Rules['download'] = (_, { state }) => {
  if (state === 'SEALING') return 'It is still being sealed. It can be downloaded once its hash is checked.'
  return state === 'REFUSED' ? 'It was refused and its bytes were not kept.' : null
}

const readAgain: Rules['read-again'] = (actor, item) => {
  if (item.state !== 'SEALED') return 'Only sealed evidence is read.'
  return item.readFailure === null ? 'It was read, or is being read.' : upload(actor, item.case)
}

/** Only where the content did not say by itself what the fields are, or a mapping said it and is to be put right. */
const map: Rules['map'] = (actor, { kind, state, readFailure, dataset, case: theCase }) => {
  if (kind !== 'USAGE_LOG') return 'Only usage logs are read by a mapping.'
  if (state !== 'SEALED') return 'Only sealed evidence is read.'
  if (dataset && !dataset.mapping) return 'Its format was recognised: it needs no mapping.'
  return dataset === null && readFailure === null ? 'It is being read.' : upload(actor, theCase)
}

/** Asking the table again changes no evidence; it is asked by those who may bring some. */
const compare: Rules['compare'] = (actor, { state, table, case: theCase }) => {
  if (table === null) return 'It was not attached by query: its bytes are here, and are verified as they are.'
  return state === 'SEALED' ? upload(actor, theCase) : 'Only sealed rows are compared with their table.'
}

/** What is joined are rows, so the log must have been read. */
const join: Rules['join'] = (actor, { state, dataset, case: theCase }) => {
  if (state !== 'SEALED') return 'Only sealed evidence is joined.'
  return dataset === null ? 'It was not read yet, so there are no rows to join.' : upload(actor, theCase)
}

const rules: Rules = { compare, upload, withdraw, download, map, 'read-again': readAgain, join }
