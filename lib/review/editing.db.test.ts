import { describe, expect, it } from 'vitest'
import { changeFacts } from '@/lib/cases/commands'
import { cite } from '@/lib/claims/citations'
import { db } from '@/lib/platform/db'
import { readyCase } from '@/tests/ready-case'
import { submitCase } from './submission'

describe('editing', () => {
  it('is refused with what is stored when somebody saved in between', async () => {
    const { people, number, id } = await readyCase()
    const { editVersion } = await db.case.findUniqueOrThrow({ where: { id } })
    const facts = { number, version: editVersion, title: 'Example Labs', severity: 'MEDIUM' as const }
    await changeFacts(people.analyst, { ...facts, facts: 'First.' })
    await expect(changeFacts(people.analyst, { ...facts, facts: 'Second.' })).rejects.toThrow(/facts is now “First\.”/)
  })

  it('is closed to everybody after submission, and to others always', async () => {
    const { people, number, claimId, evidenceId } = await readyCase()
    await expect(cite(people.lead, { claimId, evidenceId, rowIds: [], note: '' })).rejects.toThrow(/Only the owner/)
    await submitCase(people.analyst, { number })
    await expect(cite(people.analyst, { claimId, evidenceId, rowIds: [], note: '' })).rejects.toThrow(/only as a draft/)
  })
})
