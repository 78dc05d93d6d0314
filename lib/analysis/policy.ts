/** Who may analyse, unmask and keep filters, as sentences; findings follow the case's own rule for edits. Pure and isomorphic. */

import { isOpen } from '@/lib/cases/states'
import type { Offer } from '@/lib/platform/offer'
import type { CaseState, EvidenceState, Role } from '@/prisma/generated/enums'

export type WhoActs = { kind: 'system' } | { kind: 'person'; id: string; role: Role }
export type AnalysedCase = { state: CaseState }
export type AnalysisVerb = 'analyse' | 'unmask' | 'keep-filters'

const isOver = (state: CaseState) => !isOpen(state)

/** Why `actor` may not do `verb` in the case, or null. The actor is taken to see the case. */
export function whyNot(actor: WhoActs, verb: AnalysisVerb, { state }: AnalysedCase): string | null {
  if (actor.kind === 'system') return verb === 'analyse' ? null : 'Only a person can do this.'
  switch (verb) {
    case 'analyse':
      if (!mayAnalyse.includes(actor.role)) return 'Analyses are run by the analysts of the case.'
      return isOver(state) ? 'The case is over. Reopen it to analyse more.' : null
    case 'unmask':
      if (!mayUnmask.includes(actor.role)) {
        return 'The text of other customers is shown only to analysts, leads and legal reviewers, for a stated reason.'
      }
      return isOver(state) ? 'The case is over: no further account’s text can be shown in it.' : null
    case 'keep-filters':
      if (!mayKeepFilters.includes(actor.role)) {
        return 'Filters are kept by the analysts, leads and legal reviewers of the case.'
      }
      return isOver(state) ? 'The case is over: its filters stay as they are.' : null
  }
}

/** How a page offers `verb`: what the actor's role never does is left out, what the case's state forbids says why. */
export function offer(actor: WhoActs, verb: AnalysisVerb, thing: AnalysedCase): Offer {
  const reason = whyNot(actor, verb, thing)
  const could = { analyse: mayAnalyse, unmask: mayUnmask, 'keep-filters': mayKeepFilters }[verb]
  return reason === null || actor.kind === 'system' || could.includes(actor.role) ? reason : false
}

const mayAnalyse: readonly Role[] = ['ANALYST']
const mayUnmask: readonly Role[] = ['ANALYST', 'LEAD', 'LEGAL']
const mayKeepFilters: readonly Role[] = ['ANALYST', 'LEAD', 'LEGAL']

/** Why an evidence item cannot be analysed, or null. */
export function whyNotAnalysable({ name, state }: { name: string; state: EvidenceState }): string | null {
  if (state === 'WITHDRAWN') return `“${name}” was withdrawn: it can not be analysed.`
  return state === 'SEALED' ? null : `“${name}” is not sealed yet: wait until its hash was checked.`
}
