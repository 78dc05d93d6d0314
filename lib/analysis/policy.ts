/** Who may analyse, add findings and unmask, as sentences. Pure and isomorphic. */

import { isEditable, isOpen } from '@/lib/cases/states'
import type { CaseState, EvidenceState, Role } from '@/prisma/generated/enums'

export type WhoActs = { kind: 'system' } | { kind: 'person'; id: string; role: Role }
export type AnalysedCase = { state: CaseState; ownerId: string }
export type AnalysisVerb = 'analyse' | 'change-findings' | 'unmask'

const isOver = (state: CaseState) => !isOpen(state)

/** Why `actor` may not do `verb` in the case, or null. The actor is taken to see the case. */
export function whyNot(actor: WhoActs, verb: AnalysisVerb, { state, ownerId }: AnalysedCase): string | null {
  if (actor.kind === 'system') return verb === 'analyse' ? null : 'Only a person can do this.'
  switch (verb) {
    case 'analyse':
      if (actor.role !== 'ANALYST') return 'Analyses are run by the analysts of the case.'
      return isOver(state) ? 'The case is over. Reopen it to analyse more.' : null
    case 'change-findings':
      if (actor.id !== ownerId) return 'Only the owner of the case changes its findings.'
      return isEditable(state)
        ? null
        : 'Findings are part of what was submitted: they change only in a draft or after changes were requested.'
    case 'unmask':
      if (!mayUnmask.includes(actor.role)) {
        return 'The text of other customers is shown only to analysts, leads and legal reviewers, for a stated reason.'
      }
      return isOver(state) ? 'The case is over: no further account’s text can be shown in it.' : null
  }
}

const mayUnmask: readonly Role[] = ['ANALYST', 'LEAD', 'LEGAL']

/** Why an evidence item cannot be analysed, or null. */
export function whyNotAnalysable({ name, state }: { name: string; state: EvidenceState }): string | null {
  if (state === 'WITHDRAWN') return `“${name}” was withdrawn: it can not be analysed.`
  return state === 'SEALED' ? null : `“${name}” is not sealed yet: wait until its hash was checked.`
}
