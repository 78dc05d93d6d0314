/** Who may do what to a case, and why not: pure, the same on the button and in the command. */

import type { Offer } from '@/lib/platform/offer'
import type { CaseState, Role, Severity } from '@/prisma/generated/enums'
import { approvalsNeeded, isEditable, isOpen, type Move, moves, stateNames } from './states'

export type Who = { id: string | null; role: Role | 'SYSTEM' }

/** What a rule needs to know of a case. `contributors` is everybody who ever filed, owned, added evidence to or edited it. */
export type CaseStanding = {
  state: CaseState
  severity: Severity
  restricted: boolean
  stale: boolean
  filerId: string
  ownerId: string
  reviewerId: string | null
  contributors: string[]
  /** Reviewers whose approval stands. */
  approvers: string[]
  /** What blocks submission, in sentences. */
  openPoints: string[]
}

export type CaseVerb = Move | 'edit' | 'assign' | 'restrict' | 'add-member' | 'write-note' | 'read-notes' | 'export'

/** Which roles ever do it. The owner does what owners do, whatever their role. */
const ever: Record<CaseVerb, readonly Role[]> = {
  edit: ['ANALYST'],
  submit: ['ANALYST'],
  withdraw: ['ANALYST'],
  resubmit: ['ANALYST'],
  'take-review': ['LEGAL'],
  release: ['LEGAL'],
  'request-changes': ['LEGAL'],
  approve: ['LEGAL'],
  dismiss: ['LEGAL'],
  revoke: ['LEGAL'],
  'write-note': ['LEGAL'],
  'read-notes': ['LEGAL'],
  act: ['LEAD'],
  close: ['LEAD'],
  'reopen-dismissed': ['LEAD'],
  'reopen-closed': ['LEAD'],
  assign: ['LEAD', 'MANAGER'],
  restrict: ['LEAD', 'LEGAL'],
  'add-member': ['ANALYST', 'LEAD', 'LEGAL', 'MANAGER'],
  export: ['LEAD', 'LEGAL', 'MANAGER'],
}

/** How a page offers `verb` to `who`: what their role never does is left out, what the state forbids says why. */
export function offer(who: Who, verb: CaseVerb, standing: CaseStanding): Offer {
  const reason = whyNot(who, verb, standing)
  const couldEver = who.id === standing.ownerId || ever[verb].some((role) => role === who.role)
  return reason === null || couldEver ? reason : false
}

type Rule = (who: Who, standing: CaseStanding) => string | null

/** Why `who` may not do `verb` to a case of this standing, in one sentence, or null. */
export function whyNot(who: Who, verb: CaseVerb, standing: CaseStanding): string | null {
  if (who.role === 'SYSTEM') return null
  if (verb in moves) {
    const move = moves[verb as Move]
    if (!move.from.includes(standing.state)) {
      return `The case is in state “${stateNames[standing.state]}”; this needs “${move.from.map((state) => stateNames[state]).join('” or “')}”.`
    }
  }
  return rules[verb](who, standing)
}

/** Why a person may not file a case at all. */
export function whyNotFile(who: Who): string | null {
  return who.role === 'ANALYST' || who.role === 'LEAD' ? null : 'Analysts and leads file cases.'
}

const owner: Rule = (who, { ownerId }) => (who.id === ownerId ? null : 'Only the owner of the case does this.')
const role =
  (wanted: Role, sentence: string): Rule =>
  (who) =>
    who.role === wanted ? null : sentence
const legal = role('LEGAL', 'Only a legal reviewer does this.')
const lead = role('LEAD', 'Only a trust-and-safety lead does this.')
const ready: Rule = (_, { openPoints }) => openPoints[0] ?? null

const impartial: Rule = (who, { filerId, ownerId, contributors }) => {
  if (who.id === filerId) return 'You filed this case, so another reviewer decides it.'
  if (who.id === ownerId || contributors.includes(who.id ?? ''))
    return 'You worked on this case or added evidence to it, so another reviewer decides it.'
  return null
}

const thatReviewer: Rule = (who, { reviewerId }) => {
  if (reviewerId === null) return 'Take the review first.'
  return who.id === reviewerId ? null : 'Another reviewer holds this review.'
}

const takeReview: Rule = (who, standing) => {
  if (standing.reviewerId === who.id) return 'You already hold this review.'
  if (standing.reviewerId !== null) return 'Another reviewer holds this review.'
  return standing.approvers.includes(who.id ?? '')
    ? 'You have approved already; a second, different reviewer is needed.'
    : null
}

const act: Rule = (who, { stale, approvers, severity }) => {
  if (stale) return 'The approval is stale: something changed after it. It has to be reviewed again.'
  if (approvers.length < approvalsNeeded(severity)) return 'An approval is missing.'
  return approvers.includes(who.id ?? '') ? 'You approved this case, so another lead carries it out.' : null
}

const all =
  (...each: Rule[]): Rule =>
  (who, standing) => {
    for (const rule of each) {
      const reason = rule(who, standing)
      if (reason) return reason
    }
    return null
  }

const rules: Record<CaseVerb, Rule> = {
  edit: all(owner, (_, { state }) =>
    isEditable(state) ? null : 'The case can be edited only as a draft or when changes were requested.',
  ),
  submit: all(owner, ready),
  withdraw: owner,
  'take-review': all(legal, impartial, takeReview),
  release: all(legal, thatReviewer),
  'request-changes': all(legal, impartial, thatReviewer),
  resubmit: all(owner, ready),
  approve: all(legal, impartial, thatReviewer, (who, { approvers }) =>
    approvers.includes(who.id ?? '') ? 'You have approved already; a second, different reviewer is needed.' : null,
  ),
  dismiss: all(legal, impartial, thatReviewer),
  'reopen-dismissed': lead,
  revoke: legal,
  act: all(lead, act),
  close: lead,
  'reopen-closed': lead,
  assign: (who, { state }) =>
    who.role !== 'LEAD' && who.role !== 'MANAGER'
      ? 'Leads and managers assign cases.'
      : isOpen(state)
        ? null
        : 'The case is not open.',
  restrict: (who) =>
    who.role === 'LEAD' || who.role === 'LEGAL' ? null : 'Leads and legal reviewers restrict a case.',
  'add-member': (who, { ownerId }) =>
    who.id === ownerId || who.role === 'LEAD' || who.role === 'MANAGER' || who.role === 'LEGAL'
      ? null
      : 'The owner, leads, legal reviewers and managers add members.',
  'write-note': legal,
  'read-notes': legal,
  export: (who) =>
    ['MANAGER', 'LEAD', 'LEGAL'].includes(who.role) ? null : 'Managers, leads and legal reviewers export summaries.',
}
