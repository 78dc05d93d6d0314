import { describe, expect, it } from 'vitest'
import { caseStates } from '@/lib/cases/states'
import type { Role } from '@/prisma/generated/enums'
import { type AnalysisVerb, offer, whyNot, whyNotAnalysable } from './policy'

const roles: Role[] = ['ANALYST', 'LEAD', 'LEGAL', 'MANAGER', 'ADMIN', 'AUDITOR']
const may: Record<AnalysisVerb, Role[]> = {
  analyse: ['ANALYST'],
  unmask: ['ANALYST', 'LEAD', 'LEGAL'],
  'keep-filters': ['ANALYST', 'LEAD', 'LEGAL'],
}
const verbs = Object.keys(may) as AnalysisVerb[]
const over = ['DISMISSED', 'CLOSED']

describe('who may analyse, unmask and keep filters', () => {
  for (const verb of verbs) {
    it(`${verb}: by role and state, each refusal with a sentence`, () => {
      for (const role of roles) {
        for (const state of caseStates) {
          const reason = whyNot({ kind: 'person', id: 'p', role }, verb, { state })
          const allowed = may[verb].includes(role) && !over.includes(state)
          expect([role, state, reason === null]).toEqual([role, state, allowed])
          if (reason !== null) expect(reason).toMatch(/^[A-Z].*\.$/)
        }
      }
    })
  }

  it('lets the system analyse and never unmask', () => {
    expect(whyNot({ kind: 'system' }, 'analyse', { state: 'DRAFT' })).toBeNull()
    expect(whyNot({ kind: 'system' }, 'unmask', { state: 'DRAFT' })).toMatch(/person/)
  })

  it('takes sealed evidence alone', () => {
    expect(whyNotAnalysable({ name: 'a', state: 'SEALED' })).toBeNull()
    for (const state of ['SEALING', 'REFUSED', 'WITHDRAWN'] as const) {
      expect(whyNotAnalysable({ name: 'a', state })).toContain('“a”')
    }
  })
})

it('offers nothing that the role never does, and a reason where the case is over', () => {
  for (const verb of verbs)
    for (const role of roles) {
      const shown = offer({ kind: 'person', id: 'p', role }, verb, { state: 'CLOSED' })
      expect(may[verb].includes(role) ? typeof shown : shown).toBe(may[verb].includes(role) ? 'string' : false)
    }
})
