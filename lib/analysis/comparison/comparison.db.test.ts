import { describe, expect, it } from 'vitest'
import { requestComparison, runAgain } from '@/lib/analysis/commands'
import { addFinding, changeFinding, removeFinding } from '@/lib/analysis/findings/finding-commands'
import { caseFindings, findingsForExport } from '@/lib/analysis/findings/finding-queries'
import { caseRuns, resultOf } from '@/lib/analysis/runs/result-queries'
import { systemActor } from '@/lib/platform/actor'
import { connections } from '@/lib/platform/connections'
import { db } from '@/lib/platform/db'
import { draftCase, sealedItem, somebody } from '@/tests/analysed-case'
import { runComparison } from './comparison-commands'
import { choosableModels } from './model-queries'

const worker = systemActor('tests')
const topics = ['rivers', 'bread', 'stars', 'wool', 'chess', 'maps', 'salt', 'clocks']

/** Answers of one model to every prompt; models of one school begin alike. */
function answers(model: string, school: string): string {
  return topics
    .map((topic, i) =>
      JSON.stringify({
        prompt_id: `p${i}`,
        prompt: `Tell me about ${topic}.`,
        output: `${school} ${topic}, ${i} things matter. As seen by ${model}, it is the ${topic} that ${model} knows.`,
        model,
      }),
    )
    .join('\n')
}

async function caseWithOutputs() {
  const theCase = await draftCase()
  const add = (name: string, bytes: string) =>
    sealedItem({ caseId: theCase.id, addedBy: theCase.owner }, { kind: 'MODEL_OUTPUTS', name, bytes })
  const suspect = await add('suspect.jsonl', answers('suspect', 'Certainly! When it comes to'))
  const teacher = await add('teacher.jsonl', answers('teacher', 'Certainly! When it comes to'))
  const several = await add(
    'controls.jsonl',
    ['a', 'b', 'c'].map((name, i) => answers(name, ['Well,', 'So, on', 'About'][i] ?? '')).join('\n'),
  )
  const controls = ['a', 'b', 'c'].map((name) => `${several.id}/${name}`)
  const form = {
    number: theCase.number,
    suspect: `${suspect.id}/suspect`,
    candidates: [`${teacher.id}/teacher`],
    controls,
    seed: 1,
  }
  return { ...theCase, suspect, teacher, several, form }
}

const eventsOf = (caseId: string, type: string) => db.event.count({ where: { caseId, type } })

describe('a comparison of model outputs', () => {
  it('lists every model of the sealed files', async () => {
    const { owner, id } = await caseWithOutputs()
    const { models } = await choosableModels(owner, id)
    expect(models.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'suspect', 'teacher'])
  })

  it('is asked for once, run once, and gives the same bytes again', async () => {
    const { owner, id, number, form } = await caseWithOutputs()
    const first = await requestComparison(owner, form)
    const again = await requestComparison(owner, form)
    expect(again).toEqual({ ...first, isNew: false })
    expect(await eventsOf(id, 'analysis.requested')).toBe(1)

    await runComparison(worker, { runId: first.runId, isLastAttempt: false })
    await runComparison(worker, { runId: first.runId, isLastAttempt: false })
    const { run, result } = await resultOf(owner, { number, id: first.runId })
    expect(run).toMatchObject({ state: 'done', failure: null, withdrawn: [], progress: null })
    expect(await eventsOf(id, 'analysis.completed')).toBe(1)
    expect(result?.kind === 'COMPARISON' && result.result.candidates[0]?.verdict).toBe('inconclusive')

    const other = await caseWithOutputs()
    const twin = await requestComparison(other.owner, other.form)
    await runComparison(worker, { runId: twin.runId, isLastAttempt: false })
    const second = await resultOf(other.owner, { number: other.number, id: twin.runId })
    expect(second.run.resultSha256).toBe(run.resultSha256)
  })

  it('is refused without controls, with one model in two roles, and for withdrawn evidence', async () => {
    const { owner, form, teacher } = await caseWithOutputs()
    await expect(requestComparison(owner, { ...form, controls: [] })).rejects.toThrow(/Choose controls/)
    await expect(requestComparison(owner, { ...form, candidates: [form.suspect] })).rejects.toThrow(/one role/)
    await connections().writer.evidenceItem.update({ where: { id: teacher.id }, data: { state: 'WITHDRAWN' } })
    await expect(requestComparison(owner, form)).rejects.toThrow(/“teacher.jsonl” was withdrawn/)
  })

  it('is marked when an input is withdrawn afterwards, and does not run when it is before', async () => {
    const { owner, number, form, teacher } = await caseWithOutputs()
    const { runId } = await requestComparison(owner, form)
    await connections().writer.evidenceItem.update({ where: { id: teacher.id }, data: { state: 'WITHDRAWN' } })
    await runComparison(worker, { runId, isLastAttempt: false })
    const { run } = await resultOf(owner, { number, id: runId })
    expect(run).toMatchObject({ state: 'failed', withdrawn: ['teacher.jsonl'] })
    expect(run.failure).toMatch(/withdrawn/)
    await expect(runAgain(owner, { number, runId })).rejects.toThrow(/withdrawn/)
  })

  it('fails with a sentence and can be run again', async () => {
    const { owner, id, number, form } = await caseWithOutputs()
    const foreign = await sealedItem(
      { caseId: id, addedBy: owner },
      {
        kind: 'MODEL_OUTPUTS',
        name: 'other.jsonl',
        bytes: JSON.stringify({ prompt_id: 'q', output: 'x', model: 'o' }),
      },
    )
    const { runId } = await requestComparison(owner, { ...form, candidates: [`${foreign.id}/o`] })
    await runComparison(worker, { runId, isLastAttempt: false })
    const [run] = await caseRuns(owner, id)
    expect(run?.failure).toMatch(/No prompt was answered by all/)
    expect(await runAgain(owner, { number, runId })).toEqual({ runId, isNew: true })
    expect((await resultOf(owner, { number, id: runId })).run.state).toBe('waiting')
  })

  it('is asked for by analysts of the case alone', async () => {
    const { form, number } = await caseWithOutputs()
    for (const role of ['LEAD', 'LEGAL', 'MANAGER', 'AUDITOR'] as const) {
      await expect(requestComparison(await somebody(role), form)).rejects.toMatchObject({ code: 'forbidden' })
    }
    for (const role of ['ANALYST', 'ADMIN'] as const) {
      await expect(requestComparison(await somebody(role), form)).rejects.toMatchObject({ code: 'not-found' })
    }
    const elsewhere = await draftCase()
    const mixed = { ...form, number: elsewhere.number }
    await expect(requestComparison(elsewhere.owner, mixed)).rejects.toMatchObject({ code: 'not-found' })
    expect(number).not.toBe(elsewhere.number)
  })
})

describe('a finding', () => {
  async function completed() {
    const theCase = await caseWithOutputs()
    const { runId } = await requestComparison(theCase.owner, theCase.form)
    await runComparison(worker, { runId, isLastAttempt: false })
    const statement = 'Teacher ranks first among one candidate; the error rate is not established.'
    const form = { number: theCase.number, runId, key: 'candidate:teacher', title: 'Likeness to teacher', statement }
    return { ...theCase, runId, finding: form }
  }

  it('is added once by the owner, changed, exported with all that it rests on, and removed', async () => {
    const { owner, id, number, finding, several } = await completed()
    const { findingId } = await addFinding(owner, finding)
    await expect(addFinding(owner, finding)).rejects.toThrow(/a finding of the case already/)
    const statement = 'Teacher ranks first; this ranks and does not weigh.'
    await changeFinding(owner, { number, findingId, statement, seen: finding.statement })
    await expect(
      changeFinding(owner, { number, findingId, statement: finding.statement, seen: finding.statement }),
    ).rejects.toMatchObject({ code: 'conflict' })
    const [exhibit] = await findingsForExport(owner, id)
    expect(exhibit).toMatchObject({
      statement,
      kind: 'COMPARISON',
      errorStatement: expect.stringMatching(/not established/),
    })
    expect(exhibit?.methods.map(({ id: method }) => method)).toEqual([
      'openings',
      'sentence-shape',
      'over-represented',
      'phrase-affinity',
      'rare-phrases',
      ...['format-profile', 'closers', 'grammar-likelihood'],
    ])
    expect(
      exhibit?.inputs.filter(({ sha256 }) => sha256 === Buffer.from(several.sha256 ?? []).toString('hex')),
    ).toHaveLength(3)
    expect(exhibit?.chart?.kind).toBe('intervals')
    await removeFinding(owner, { number, findingId })
    expect(await caseFindings(owner, id)).toEqual([])
    for (const type of ['finding.added', 'finding.changed', 'finding.removed']) expect(await eventsOf(id, type)).toBe(1)
  })

  it('is of what the result holds, and of this case', async () => {
    const { owner, finding } = await completed()
    await expect(addFinding(owner, { ...finding, key: 'candidate:nobody' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    const other = await draftCase()
    await expect(addFinding(other.owner, { ...finding, number: other.number })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('is changed by the owner alone, and only before it was submitted', async () => {
    const { id, owner, finding } = await completed()
    for (const role of ['LEAD', 'LEGAL', 'MANAGER', 'AUDITOR'] as const) {
      await expect(addFinding(await somebody(role), finding)).rejects.toMatchObject({ code: 'forbidden' })
    }
    await connections().writer.case.update({ where: { id }, data: { state: 'SUBMITTED' } })
    await expect(addFinding(owner, finding)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
