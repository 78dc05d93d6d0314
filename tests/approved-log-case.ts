/** A case on an analysed log that lacks nothing: with a finding, a claim over cited rows, and an approval of exactly what it holds. */

import { addFinding } from '@/lib/analysis/findings/finding-commands'
import { findingsOfRun } from '@/lib/analysis/findings/finding-queries'
import { caseRuns } from '@/lib/analysis/runs/result-queries'
import { changeFacts } from '@/lib/cases/commands'
import { explanationIds } from '@/lib/cases/innocent-explanations'
import { cite } from '@/lib/claims/citations'
import { answerExplanation, makeClaim } from '@/lib/claims/commands'
import type { PersonActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { approveCase, takeReview } from '@/lib/review/decisions'
import { presentSnapshot } from '@/lib/review/queries'
import { submitCase } from '@/lib/review/submission'
import { somebody } from './analysed-case'
import { analysedLog, type Made, makeSubject } from './analysed-log'
import { someClause } from './some-clause'

export type ArguedCase = Made & { legal: PersonActor; findingId: string }

/** The case before it is submitted; row 0 is the subject's, row 60 is not. */
export async function arguedCase(): Promise<ArguedCase> {
  const made = await analysedLog()
  await makeSubject(made)
  const { owner, number, caseId, datasetId } = made
  const legal = await somebody('LEGAL')
  const [run] = await caseRuns(owner, caseId)
  const key = 'signal:volume:campaign-0'
  await addFinding(owner, {
    number,
    runId: run?.id ?? '',
    key,
    title: 'Volume of campaign-0',
    statement: 'It asks a lot.',
  })
  const findingId = (await findingsOfRun(owner, run?.id ?? '')).get(key) ?? ''
  const { editVersion: version } = await db.case.findUniqueOrThrow({ where: { number } })
  const facts = { title: 'A campaign in March', facts: 'Three accounts asked alike.\n\nThey shared a card.' }
  await changeFacts(owner, { number, version, severity: 'MEDIUM', ...facts })
  const { claimId } = await makeClaim(owner, {
    ...{ number, clauseId: await someClause(legal, number), statement: 'It collected answers to train on.' },
    ...{ conductFrom: new Date('2026-03-01'), conductUntil: new Date('2026-03-02') },
  })
  await cite(owner, { claimId, element: 0, datasetId, rowIds: ['0', '60'], note: 'The same template' })
  await cite(owner, { claimId, findingId, rowIds: [], note: '' })
  for (const explanation of explanationIds)
    await answerExplanation(owner, { number, explanation, verdict: 'RULED_OUT', answer: `Checked ${explanation}.` })
  return { ...made, legal, findingId }
}

/** The case after a reviewer approved it. */
export async function approvedLogCase(): Promise<ArguedCase> {
  const made = await arguedCase()
  const { owner, legal, number } = made
  await submitCase(owner, { number })
  await takeReview(legal, { number })
  const { hash } = await presentSnapshot(legal, number)
  await approveCase(legal, { number, snapshot: hash })
  return made
}
