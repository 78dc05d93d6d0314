import { describe, expect, it } from 'vitest'
import { inventModel } from '@/lib/comparison/invented/invented-models'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { toHex } from '@/lib/custody/hex'
import { systemActor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { draftCase, sealedItem, somebody } from '@/tests/analysed-case'
import { runCalibration } from './calibrate-set'
import { changeRelations, makeReferenceSet, requestCalibration } from './commands'
import { referenceSet, usableProfiles } from './queries'

const worker = systemActor('tests')
const made = (name: string, seed: number, teacher?: ModelOutputs) =>
  inventModel({ name, seed, prompts: 20, ...(teacher && { teacher, mix: 0.6 }) })
const teachers = [made('t1', 1), made('t2', 2), made('t3', 3)]
const students = [10, 11].map((seed) => made(`s${seed}`, seed, teachers[0]))
const others = [20, 21, 22, 23, 24, 25].map((seed) => made(`c${seed}`, seed))
const models = [...teachers, ...students, ...others]

const csv = [
  'model,lineage,family,to:A,to:B,to:C,source,confidence',
  't1,A,t1,self,unrelated,unrelated,model card,high',
  't2,B,t2,unrelated,self,unrelated,model card,high',
  't3,C,t3,unrelated,unrelated,self,model card,high',
  ...students.map(({ name }) => `${name},,${name},related,unrelated,unrelated,paper,high`),
  ...others.map(({ name }) => `${name},,${name},unrelated,unrelated,unrelated,own,middle`),
].join('\n')

async function caseWithModels() {
  const theCase = await draftCase()
  const lines = models.flatMap(({ name, outputs }) =>
    outputs.map(({ promptId, prompt, output }) => JSON.stringify({ prompt_id: promptId, prompt, output, model: name })),
  )
  const bytes = `${lines.join('\n')}\n`
  const item = { kind: 'MODEL_OUTPUTS' as const, name: 'references.jsonl', bytes }
  const file = await sealedItem({ caseId: theCase.id, addedBy: theCase.owner }, item)
  const keys = models.map(({ name }) => `${file.id}/${name}`)
  return { ...theCase, keys, file }
}

describe('a reference set', () => {
  it('is made of a case’s outputs, documented in versions, and calibrated once a version', async () => {
    const { owner, number, keys, file } = await caseWithModels()
    const input = { name: `Set of ${number}`, number, models: keys, relations: csv, note: 'First reading of the cards' }
    const { setId } = await makeReferenceSet(owner, input)
    await expect(makeReferenceSet(owner, input)).rejects.toMatchObject({ code: 'conflict' })
    const first = await referenceSet(owner, { id: setId, wanted: null })
    expect(first.models).toHaveLength(models.length)
    expect(first.models[0]?.sha256).toBe(toHex(file.sha256 ?? new Uint8Array()))

    await requestCalibration(owner, { versionId: first.version.id })
    await expect(requestCalibration(owner, { versionId: first.version.id })).rejects.toMatchObject({ code: 'conflict' })
    const { id } = await db.calibration.findFirstOrThrow({ where: { versionId: first.version.id } })
    await runCalibration(worker, { calibrationId: id, isLastAttempt: true })
    await runCalibration(worker, { calibrationId: id, isLastAttempt: true })
    const done = await referenceSet(owner, { id: setId, wanted: null })
    expect(done.calibration).toMatchObject({ state: 'DONE', failure: null })
    expect(done.profile?.figures.pairs.related).toBe(students.length)
    expect((await usableProfiles(owner)).map((profile) => profile.id)).toContain(id)

    const relations = csv.replace('s11,,s11,related', 's11,,s11,unknown')
    await changeRelations(owner, { setId, seen: 1, relations, note: 'One student is not documented' })
    await expect(changeRelations(owner, { setId, seen: 1, relations, note: 'Late' })).rejects.toThrow(/another version/)
    const second = await referenceSet(owner, { id: setId, wanted: null })
    expect(second.version.version).toBe(2)
    expect(second.profile).toBeNull()
    expect((await referenceSet(owner, { id: setId, wanted: 1 })).profile?.id).toBe(done.profile?.id)
  })

  it('is kept by analysts and leads, of cases that they see, with relations that can be read', async () => {
    const { owner, number, keys } = await caseWithModels()
    const input = { name: `Refused ${number}`, number, models: keys, relations: csv, note: 'Anything' }
    for (const role of ['LEGAL', 'MANAGER', 'ADMIN', 'AUDITOR'] as const)
      await expect(makeReferenceSet(await somebody(role), input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(makeReferenceSet(await somebody('ANALYST'), input)).rejects.toMatchObject({ code: 'not-found' })
    await expect(makeReferenceSet(owner, { ...input, relations: 'model,family\nx,y' })).rejects.toThrow(/no column/)
    await expect(makeReferenceSet(owner, { ...input, models: keys.slice(0, 3) })).rejects.toThrow(/ten or more/)
  })
})
