/** Who takes part in a comparison, in an order that does not depend on how it was called. */

import { AppError } from '@/lib/platform/errors'
import type { Role } from './comparison-result'
import type { ModelOutputs } from './outputs/model-outputs'
import { byCodeUnit } from './outputs/prepare-prompts'

/** `lineage` is the candidate's name as it was given: several files under one name are snapshots of one lineage. */
type Participant = { name: string; role: Role; lineage: string; model: ModelOutputs }

/** Suspect first, then candidates by name, then controls by name. `leftOut` names controls that are another's very file. */
export type Lineup = { participants: readonly Participant[]; leftOut: readonly { control: string; like: string }[] }

/** A candidate: the places of its snapshots in the line-up. */
export type Lineage = { name: string; places: readonly number[] }

export type Named = { suspect: ModelOutputs; candidates: readonly ModelOutputs[]; controls: readonly ModelOutputs[] }

/**
 * Orders the named models. Candidates of one name are snapshots of one lineage. A control whose file is the suspect's or
 * a candidate's, or another control's, is left out. Throws `AppError('invalid-input')` without a candidate, without a
 * control, when two controls or a control and a candidate have one name, or when a candidate is given one file twice.
 */
export function lineUp({ suspect, candidates, controls }: Named): Lineup {
  if (candidates.length === 0) {
    throw new AppError(
      'invalid-input',
      'A comparison needs at least one candidate: name the model that the suspect may have learned from.',
    )
  }
  if (controls.length === 0) {
    throw new AppError(
      'invalid-input',
      'A comparison without controls is refused: name models that cannot have learned from a candidate, eight or more.',
    )
  }
  refuseSharedNames(candidates, controls)
  const leftOut = controls.flatMap((control, i) => {
    const like = [suspect, ...candidates, ...controls.slice(0, i)].find((model) => model.sha256 === control.sha256)
    return like ? [{ control: control.name, like: like.name }] : []
  })
  const clean = controls.filter((control) => !leftOut.some(({ control: name }) => name === control.name))
  if (clean.length === 0) {
    throw new AppError(
      'invalid-input',
      'Every control is the same file as the suspect or a candidate: name other models as controls.',
    )
  }
  const inOrder = (role: Role, models: readonly ModelOutputs[]): Participant[] =>
    namedApart(models).map(({ name, model }) => ({ name, role, lineage: model.name, model }))
  return {
    participants: [...inOrder('suspect', [suspect]), ...inOrder('candidate', candidates), ...inOrder('control', clean)],
    leftOut: leftOut.sort((a, b) => byCodeUnit(a.control, b.control)),
  }
}

/** Places of the participants with `role`. */
export function placesOf(lineup: Lineup, role: Role): number[] {
  return lineup.participants.flatMap((participant, place) => (participant.role === role ? [place] : []))
}

/** The line-up without the controls at `doubled`, each of which answers as the model at `like` does. */
export function withoutControls(
  { participants, leftOut }: Lineup,
  doubled: readonly { control: number; like: number }[],
): Lineup {
  const nameAt = (place: number): string => participants[place]?.name ?? ''
  return {
    participants: participants.filter((_, place) => !doubled.some(({ control }) => control === place)),
    leftOut: [...leftOut, ...doubled.map(({ control, like }) => ({ control: nameAt(control), like: nameAt(like) }))],
  }
}

/** The candidates by name, each with its snapshots. */
export function lineagesOf({ participants }: Lineup): Lineage[] {
  const lineages = new Map<string, number[]>()
  for (const [place, { role, lineage }] of participants.entries()) {
    if (role !== 'candidate') continue
    lineages.set(lineage, [...(lineages.get(lineage) ?? []), place])
  }
  return [...lineages].map(([name, places]) => ({ name, places }))
}

/** By name, and snapshots of one name by hash; these are numbered, so that every participant has a name of its own. */
function namedApart(models: readonly ModelOutputs[]): { name: string; model: ModelOutputs }[] {
  const sorted = [...models].sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.sha256, b.sha256))
  return sorted.map((model) => {
    const same = sorted.filter(({ name }) => name === model.name)
    return { name: same.length > 1 ? `${model.name} (${same.indexOf(model) + 1})` : model.name, model }
  })
}

function refuseSharedNames(candidates: readonly ModelOutputs[], controls: readonly ModelOutputs[]): void {
  const names = new Set(candidates.map(({ name }) => name))
  for (const { name } of controls) {
    if (names.has(name)) {
      throw new AppError(
        'invalid-input',
        `Two files are named ${name}: give each control a name of its own. Only a candidate may have several files, its snapshots.`,
      )
    }
    names.add(name)
  }
  for (const [i, { name, sha256 }] of candidates.entries()) {
    if (candidates.slice(0, i).some((other) => other.name === name && other.sha256 === sha256)) {
      throw new AppError(
        'invalid-input',
        `Two files are named ${name} and hold the same bytes: name each snapshot once.`,
      )
    }
  }
}
