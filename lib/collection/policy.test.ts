import { describe, expect, test } from 'vitest'
import type { CaseState, CollectionState, Role } from '@/prisma/generated/enums'
import { type CollectionVerb, offer, whyNot } from './policy'

const roles: Role[] = ['ANALYST', 'LEAD', 'LEGAL', 'MANAGER', 'ADMIN', 'AUDITOR']
const may: Record<CollectionVerb, Role[]> = {
  'see-endpoints': ['ANALYST', 'LEAD', 'ADMIN', 'AUDITOR'],
  'keep-hosts': ['ADMIN'],
  'keep-endpoints': ['LEAD', 'ADMIN'],
  collect: ['ANALYST'],
  pause: ['ANALYST'],
  resume: ['ANALYST'],
  end: ['ANALYST'],
}
const person = (role: Role) => ({ kind: 'person', id: 'p', role }) as const
const of = (state: CollectionState, inCase: CaseState = 'DRAFT') => ({ state, case: { state: inCase } })

describe('who lets requests go, and who sends them', () => {
  test.each(['see-endpoints', 'keep-hosts', 'keep-endpoints'] as const)('%s, by role', (verb) => {
    for (const role of roles) {
      expect([role, whyNot(person(role), verb, null) === null]).toEqual([role, may[verb].includes(role)])
      expect(offer(person(role), verb, null)).toBe(may[verb].includes(role) ? null : false)
    }
  })

  test('an analyst collects in an open case, and nobody else in any', () => {
    for (const role of roles)
      for (const state of ['DRAFT', 'IN_REVIEW', 'CLOSED', 'DISMISSED'] as const) {
        const allowed = role === 'ANALYST' && (state === 'DRAFT' || state === 'IN_REVIEW')
        expect([role, state, whyNot(person(role), 'collect', { state }) === null]).toEqual([role, state, allowed])
      }
  })

  test('what is under way is paused; what is paused goes on or ends; what is done stays', () => {
    const allowed = { pause: ['RUNNING'], resume: ['PAUSED'], end: ['PAUSED'] }
    for (const verb of ['pause', 'resume', 'end'] as const)
      for (const role of roles)
        for (const state of ['RUNNING', 'PAUSED', 'ENDING', 'DONE'] as const) {
          const expected = may[verb].includes(role) && allowed[verb].includes(state)
          const reason = whyNot(person(role), verb, of(state))
          expect([verb, role, state, reason === null]).toEqual([verb, role, state, expected])
          if (reason !== null) expect(reason).toMatch(/^[A-Z].*\.$/)
        }
  })

  test('in a case that is over a collection can be paused and not taken up', () => {
    expect(whyNot(person('ANALYST'), 'pause', of('RUNNING', 'CLOSED'))).toBeNull()
    expect(whyNot(person('ANALYST'), 'resume', of('PAUSED', 'CLOSED'))).toMatch(/Reopen/)
  })
})
