/** Who may do what with evidence, as sentences. Pure and isomorphic; that the case is within the actor's scope was asked before. */

import type { CaseState, EvidenceState, Role } from '@/prisma/generated/enums'

type Who = { kind: 'system' } | { kind: 'person'; id: string; role: Role }
type InCase = { state: CaseState; ownerId: string }
type Item = { state: EvidenceState; addedById: string; case: InCase }

const over: readonly CaseState[] = ['DISMISSED', 'CLOSED']
const readers: readonly Role[] = ['AUDITOR', 'MANAGER']

/** Why `actor` may not add evidence to this case, or null. Evidence may arrive as long as the case is open. */
export function whyNotUpload(actor: Who, { state }: InCase): string | null {
  if (actor.kind === 'system') return null
  if (actor.role !== 'ANALYST' && actor.role !== 'LEAD') {
    return 'Evidence is added by the analysts of the case and by leads, so that nobody judges what they brought.'
  }
  if (over.includes(state)) return 'This case is closed. A lead has to reopen it before evidence can be added.'
  return null
}

/** Why `actor` may not withdraw this item, or null. Its hash and its history stay either way. */
export function whyNotWithdraw(actor: Who, item: Item): string | null {
  if (actor.kind === 'system') return 'Only a person can withdraw evidence.'
  if (readers.includes(actor.role)) return 'Your role reads evidence and does not change it.'
  if (actor.id !== item.addedById && actor.id !== item.case.ownerId) {
    return 'Only the person who added it or the owner of the case can withdraw evidence.'
  }
  if (item.state === 'WITHDRAWN') return 'It is withdrawn already.'
  if (item.state === 'SEALING') return 'It is still being sealed. Withdraw it once that is done.'
  if (item.state === 'REFUSED') return 'It was refused and is no evidence; there is nothing to withdraw.'
  if (over.includes(item.case.state)) return 'This case is closed. A lead has to reopen it first.'
  return null
}

/** Why `actor` may not download this item, or null. Everybody who sees the case may; each download is an event. */
export function whyNotDownload(_actor: Who, { state }: Pick<Item, 'state'>): string | null {
  if (state === 'SEALING') return 'It is still being sealed. It can be downloaded once its hash is checked.'
  if (state === 'REFUSED') return 'It was refused and its bytes were not kept.'
  return null
}

/** Why `actor` may not have this log read again, or null. */
export function whyNotReadAgain(actor: Who, item: Item & { readFailure: string | null }): string | null {
  if (item.state !== 'SEALED') return 'Only sealed evidence is read.'
  if (item.readFailure === null) return 'It was read, or is being read.'
  return whyNotUpload(actor, item.case)
}
