import { describe, expect, test } from 'vitest'
import type { CaseState, EvidenceState, Role } from '@/prisma/generated/enums'
import { offer, whyNot } from './policy'

const roles: Role[] = ['ANALYST', 'LEAD', 'LEGAL', 'MANAGER', 'ADMIN', 'AUDITOR']
const open: CaseState[] = ['DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'ACTIONED']
const over: CaseState[] = ['DISMISSED', 'CLOSED']

const person = (role: Role, id = 'someone') => ({ kind: 'person', id, role }) as const
const item = (state: EvidenceState, caseState: CaseState = 'DRAFT', readFailure: string | null = null) => ({
  state,
  readFailure,
  addedById: 'adder',
  case: { state: caseState, ownerId: 'owner' },
})

describe('adding evidence', () => {
  test.each(roles)('%s may exactly when they are an analyst or a lead and the case is open', (role) => {
    for (const state of [...open, ...over]) {
      const may = whyNot(person(role), 'upload', { state }) === null
      expect([role, state, may]).toEqual([role, state, (role === 'ANALYST' || role === 'LEAD') && open.includes(state)])
    }
  })
})

describe('withdrawing', () => {
  test.each(roles)('%s may only what they added or own', (role) => {
    for (const id of ['adder', 'owner', 'somebody else']) {
      const may = whyNot(person(role, id), 'withdraw', item('SEALED')) === null
      expect([id, may]).toEqual([id, id !== 'somebody else' && role !== 'AUDITOR' && role !== 'MANAGER'])
    }
  })

  test('only what is sealed, and only while the case is open', () => {
    const adder = person('ANALYST', 'adder')
    for (const state of ['SEALING', 'REFUSED', 'WITHDRAWN'] as const) {
      expect(whyNot(adder, 'withdraw', item(state))).toMatch(/\.$/)
    }
    for (const state of over) expect(whyNot(adder, 'withdraw', item('SEALED', state))).toMatch(/reopen/)
  })

  test('never by the system', () => {
    expect(whyNot({ kind: 'system' }, 'withdraw', item('SEALED'))).toMatch(/person/)
  })
})

test('everybody who sees the case may download what is or was sealed, and nothing else', () => {
  for (const role of roles) {
    const may = (['SEALED', 'WITHDRAWN', 'SEALING', 'REFUSED'] as const).map(
      (state) => whyNot(person(role), 'download', item(state)) === null,
    )
    expect(may).toEqual([true, true, false, false])
  }
})

test('a log is read again only after it failed, by who may add evidence', () => {
  expect(whyNot(person('ANALYST'), 'read-again', item('SEALED', 'DRAFT', 'It broke.'))).toBeNull()
  expect(whyNot(person('ANALYST'), 'read-again', item('SEALED'))).toMatch(/being read/)
  expect(whyNot(person('LEGAL'), 'read-again', item('SEALED', 'DRAFT', 'It broke.'))).toMatch(/analysts/)
})

test.each(roles)('%s maps the fields of a log exactly when they may add evidence', (role) => {
  for (const state of [...open, ...over]) {
    const log = { ...item('SEALED', state, 'Unknown.'), kind: 'USAGE_LOG', dataset: null } as const
    const may = whyNot(person(role), 'map', log) === null
    expect([role, state, may]).toEqual([role, state, (role === 'ANALYST' || role === 'LEAD') && open.includes(state)])
  }
})

test('a mapping is for a log that was not recognised, or that a mapping has read', () => {
  const analyst = person('ANALYST')
  const log = { ...item('SEALED'), kind: 'USAGE_LOG', dataset: null } as const
  expect(whyNot(analyst, 'map', log)).toMatch(/being read/)
  expect(whyNot(analyst, 'map', { ...log, dataset: { mapping: null } })).toMatch(/recognised/)
  expect(whyNot(analyst, 'map', { ...log, dataset: { mapping: {} } })).toBeNull()
  expect(whyNot(analyst, 'map', { ...log, state: 'WITHDRAWN', readFailure: 'No.' })).toMatch(/sealed/)
  expect(whyNot(analyst, 'map', { ...log, kind: 'DOCUMENT', readFailure: 'No.' })).toMatch(/usage logs/)
})

test('what a role never does with evidence is not offered; what the state forbids says why', () => {
  for (const role of roles) {
    const keeps = role === 'ANALYST' || role === 'LEAD'
    expect(offer(person(role), 'upload', { state: 'CLOSED' }) === false).toBe(!keeps)
    expect(offer(person(role, 'owner'), 'withdraw', item('WITHDRAWN')) === false).toBe(!keeps)
    expect(offer(person(role), 'download', item('SEALING'))).toMatch(/still being sealed/)
  }
  expect(offer(person('LEGAL', 'owner'), 'withdraw', item('SEALED'))).toBeNull()
})
