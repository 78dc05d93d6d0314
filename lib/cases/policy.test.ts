import { describe, expect, it } from 'vitest'
import { type CaseStanding, type CaseVerb, offer, type Who, whyNot, whyNotFile } from './policy'
import { caseStates } from './states'

const roles = ['ANALYST', 'LEAD', 'LEGAL', 'MANAGER', 'ADMIN', 'AUDITOR'] as const

const base: CaseStanding = {
  state: 'DRAFT',
  severity: 'MEDIUM',
  restricted: false,
  stale: false,
  filerId: 'filer',
  ownerId: 'owner',
  reviewerId: 'LEGAL',
  contributors: ['filer', 'owner'],
  approvers: [],
  openPoints: [],
}

/** Somebody of each role who did nothing in the case yet; LEGAL holds the review. */
const stranger = (role: (typeof roles)[number]): Who => ({ id: role, role })

/** Which strangers may do a verb in which states; nobody else may, anywhere. */
const table: Partial<Record<CaseVerb, { who: (typeof roles)[number][]; states: readonly string[] }>> = {
  'request-changes': { who: ['LEGAL'], states: ['IN_REVIEW'] },
  approve: { who: ['LEGAL'], states: ['IN_REVIEW'] },
  dismiss: { who: ['LEGAL'], states: ['IN_REVIEW'] },
  release: { who: ['LEGAL'], states: ['IN_REVIEW'] },
  revoke: { who: ['LEGAL'], states: ['APPROVED'] },
  act: { who: ['LEAD'], states: ['APPROVED'] },
  close: { who: ['LEAD'], states: ['ACTIONED'] },
  'reopen-dismissed': { who: ['LEAD'], states: ['DISMISSED'] },
  'reopen-closed': { who: ['LEAD'], states: ['CLOSED'] },
  'write-note': { who: ['LEGAL'], states: caseStates },
  'read-notes': { who: ['LEGAL'], states: caseStates },
  export: { who: ['LEAD', 'LEGAL', 'MANAGER'], states: caseStates },
  restrict: { who: ['LEAD', 'LEGAL'], states: caseStates },
  'add-member': { who: ['LEAD', 'LEGAL', 'MANAGER'], states: caseStates },
  assign: {
    who: ['LEAD', 'MANAGER'],
    states: caseStates.filter((state) => state !== 'DISMISSED' && state !== 'CLOSED'),
  },
  edit: { who: [], states: [] },
  submit: { who: [], states: [] },
  withdraw: { who: [], states: [] },
  resubmit: { who: [], states: [] },
}

describe('what each role may do to a case that is not theirs', () => {
  const rows = Object.entries(table).flatMap(([verb, allowed]) =>
    roles.flatMap((role) => caseStates.map((state) => ({ verb: verb as CaseVerb, role, state, allowed }))),
  )

  it.each(rows)('$role · $verb · $state', ({ verb, role, state, allowed }) => {
    const standing = { ...base, state, approvers: state === 'APPROVED' ? ['another reviewer'] : [] }
    const may = whyNot(stranger(role), verb, standing) === null
    expect(may).toBe(allowed.who.includes(role) && allowed.states.includes(state))
  })
})

describe('the owner', () => {
  const owner: Who = { id: 'owner', role: 'ANALYST' }

  it.each([
    ['edit', ['DRAFT', 'CHANGES_REQUESTED']],
    ['submit', ['DRAFT']],
    ['withdraw', ['SUBMITTED']],
    ['resubmit', ['CHANGES_REQUESTED']],
  ] as [CaseVerb, string[]][])('may %s in %s only', (verb, states) => {
    for (const state of caseStates)
      expect(whyNot(owner, verb, { ...base, state }) === null).toBe(states.includes(state))
  })

  it('is told the first open point instead of submitting', () => {
    expect(whyNot(owner, 'submit', { ...base, openPoints: ['Make a claim.', 'Cite it.'] })).toBe('Make a claim.')
  })
})

describe('impartial review', () => {
  const inReview = { ...base, state: 'IN_REVIEW' as const }

  it.each(['filer', 'owner', 'uploader'])('bars the %s, whatever role they have now', (id) => {
    const standing = { ...inReview, reviewerId: id, contributors: ['filer', 'owner', 'uploader'] }
    for (const verb of ['approve', 'dismiss', 'request-changes'] as const)
      expect(whyNot({ id, role: 'LEGAL' }, verb, standing)).toMatch(/another reviewer/)
    expect(whyNot({ id, role: 'LEGAL' }, 'take-review', { ...standing, reviewerId: null })).toMatch(/another reviewer/)
  })

  it('needs a second, different reviewer', () => {
    const standing = { ...inReview, severity: 'HIGH' as const, approvers: ['LEGAL'], reviewerId: null }
    expect(whyNot({ id: 'LEGAL', role: 'LEGAL' }, 'take-review', standing)).toMatch(/second, different/)
    expect(whyNot({ id: 'other', role: 'LEGAL' }, 'take-review', standing)).toBeNull()
  })

  it('leaves a review to whoever holds it', () => {
    expect(whyNot({ id: 'other', role: 'LEGAL' }, 'approve', inReview)).toMatch(/Another reviewer/)
    expect(whyNot({ id: 'other', role: 'LEGAL' }, 'take-review', inReview)).toMatch(/Another reviewer/)
  })
})

describe('acting on an approval', () => {
  const approved = { ...base, state: 'APPROVED' as const, approvers: ['a'] }

  it('is refused when the approval is stale, one’s own, or incomplete', () => {
    expect(whyNot(stranger('LEAD'), 'act', { ...approved, stale: true })).toMatch(/stale/)
    expect(whyNot({ id: 'a', role: 'LEAD' }, 'act', approved)).toMatch(/another lead/)
    expect(whyNot(stranger('LEAD'), 'act', { ...approved, severity: 'HIGH' })).toMatch(/missing/)
  })
})

it('lets analysts and leads file', () => {
  expect(roles.filter((role) => whyNotFile({ id: 'x', role }) === null)).toEqual(['ANALYST', 'LEAD'])
})

describe('what a page offers', () => {
  const verbs = Object.keys(table) as CaseVerb[]
  const anyState = (standing: CaseStanding) => caseStates.map((state) => ({ ...standing, state }))

  it('is whatever is allowed, and a reason or nothing for the rest', () => {
    for (const role of roles)
      for (const verb of verbs)
        for (const standing of anyState(base)) {
          const [shown, reason] = [offer(stranger(role), verb, standing), whyNot(stranger(role), verb, standing)]
          expect(shown === false ? typeof reason : shown).toBe(shown === false ? 'string' : reason)
        }
  })

  it('leaves out what the role never does, and holds with a reason what the state forbids', () => {
    expect(offer(stranger('LEGAL'), 'edit', base)).toBe(false)
    expect(offer(stranger('MANAGER'), 'approve', { ...base, state: 'IN_REVIEW' })).toBe(false)
    expect(offer(stranger('LEGAL'), 'approve', base)).toMatch(/state “Draft”/)
    expect(offer(stranger('ANALYST'), 'edit', base)).toMatch(/Only the owner/)
    expect(offer({ id: base.ownerId, role: 'LEAD' }, 'edit', { ...base, state: 'SUBMITTED' })).toMatch(
      /only as a draft/,
    )
  })
})
