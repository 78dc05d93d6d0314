/** Turns the models that a form chose into the inputs of a comparison, or says what is wrong with the choice. */

import { whyNotAnalysable } from '@/lib/analysis/policy'
import type { ComparedModel } from '@/lib/analysis/runs/run-request'
import { toHex } from '@/lib/custody/hex'
import type { Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { identifierOf } from '@/lib/platform/identifier'
import { found, must } from '@/lib/platform/policy'
import { type ModelRef, modelKey, readModelKey } from './model-key'

export type Chosen = {
  suspect: string
  candidates: readonly string[]
  controls: readonly string[]
  /** `KIND MODEL`. */
  witnesses?: readonly string[]
  /** Nothing is compared, so nothing more is needed. */
  alone?: boolean
}
type Role = ComparedModel['role']

/** The chosen models of the case's sealed outputs: the suspect, then candidates, then controls, each group by name. */
export async function chosenModels(tx: Tx, caseId: string, chosen: Chosen): Promise<ComparedModel[]> {
  const roles = rolesOf(chosen)
  const refs = [...roles.keys()].map(readModelKey)
  const ids = [...new Set(refs.map(({ evidenceId }) => identifierOf(evidenceId, 'evidence item')))]
  const items = await tx.evidenceItem.findMany({ where: { id: { in: ids }, caseId, kind: 'MODEL_OUTPUTS' } })
  const byId = new Map(items.map((item) => [item.id, item]))
  const unnamed = refs.map((ref) => {
    const item = found(byId.get(ref.evidenceId), 'evidence item')
    must(whyNotAnalysable(item))
    const role = roles.get(modelKey(ref)) as Role
    return { role, ...ref, evidenceName: item.name, sha256: item.sha256 ? toHex(item.sha256) : '' }
  })
  const order: Role[] = ['suspect', 'candidate', 'control', ...witnessRoles]
  const rank = (model: ComparedModel) => order.indexOf(model.role)
  return withNames(unnamed).sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
}

/** The files of chosen models, as a reference set keeps them: by name and by the hash of their bytes. */
export async function chosenFiles(tx: Tx, caseId: string, keys: readonly string[]) {
  const [first = '', ...others] = keys
  const models = await chosenModels(tx, caseId, { suspect: first, candidates: others, controls: [], alone: true })
  return models.map(({ name, model, evidenceName, sha256 }) => ({ name, model, file: evidenceName, sha256 }))
}

/** The role of each chosen key. Refuses a choice without candidate or control, and a model in two roles. */
function rolesOf({ suspect, candidates, controls, witnesses = [], alone = false }: Chosen): Map<string, Role> {
  if (candidates.length === 0) {
    throw new AppError(
      'invalid-input',
      'Choose at least one candidate: a model that the suspect may have learned from.',
    )
  }
  if (controls.length === 0 && !alone) {
    throw new AppError(
      'invalid-input',
      'Choose controls: models that cannot have learned from a candidate, eight or more. Without them likeness cannot be told from what all models share, and the comparison is refused.',
    )
  }
  const roles = new Map<string, Role>([[suspect, 'suspect']])
  const give = (key: string, role: Role) => {
    const held = roles.get(key)
    if (held && held !== role) {
      const [name] = [readModelKey(key).model ?? 'A model']
      throw new AppError('invalid-input', `${name} was chosen as ${held} and as ${role}: give each model one role.`)
    }
    roles.set(key, role)
  }
  for (const key of candidates) give(key, 'candidate')
  for (const key of controls) give(key, 'control')
  for (const witness of witnesses) give(...readWitness(witness))
  return roles
}

const witnessRoles = ['same-base', 'common-text', 'sibling'] as const

function readWitness(choice: string): [string, Role] {
  const role = witnessRoles.find((one) => choice.startsWith(`${one} `))
  if (!role) throw new AppError('invalid-input', 'Choose to which explanation the model speaks.')
  return [choice.slice(role.length + 1), role]
}

type Unnamed = ModelRef & { role: Role; evidenceName: string; sha256: string }

/** The model's own name, or the file's without its endings; with the file's added where two would be called the same. */
function withNames(models: readonly Unnamed[]): ComparedModel[] {
  const plain = models.map((model) => ({ ...model, name: model.model ?? stem(model.evidenceName) }))
  const shared = (name: string) => plain.filter((model) => model.name === name).length > 1
  const second = plain.map((model) =>
    shared(model.name) ? { ...model, name: `${model.name} (${model.evidenceName})` } : model,
  )
  const clashes = (model: ComparedModel) => second.filter(({ name }) => name === model.name).length > 1
  return second.map((model) =>
    clashes(model) ? { ...model, name: `${model.name} ${model.evidenceId.slice(-6)}` } : model,
  )
}

/** A file's name without the endings of outputs: `llama.jsonl.gz` → `llama`. */
export function stem(fileName: string): string {
  return fileName.replace(/(\.(jsonl|ndjson|json|csv|tsv|gz|zst))+$/i, '') || fileName
}
