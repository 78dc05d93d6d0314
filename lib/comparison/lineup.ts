/** Who takes part in a comparison, in an order that does not depend on how it was called. */

import { AppError } from '@/lib/platform/errors'
import type { Role } from './comparison-result'
import type { ModelOutputs } from './model-outputs'
import { byCodeUnit } from './prepare-prompts'

type Participant = { name: string; role: Role; model: ModelOutputs }

/** Suspect first, then candidates by name, then controls by name. `leftOut` names controls that are another's very file. */
export type Lineup = { participants: readonly Participant[]; leftOut: readonly { control: string; like: string }[] }

export type Named = { suspect: ModelOutputs; candidates: readonly ModelOutputs[]; controls: readonly ModelOutputs[] }

/**
 * Orders the named models. A control whose file is the suspect's or a candidate's is no control and is left out. Throws
 * `AppError('invalid-input')` without a candidate, without a control, or when two files have one name.
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
  refuseSharedNames([...candidates, ...controls])
  const leftOut = controls.flatMap((control) => {
    const like = [suspect, ...candidates].find((model) => model.sha256 === control.sha256)
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
    models.map((model) => ({ name: model.name, role, model })).sort((a, b) => byCodeUnit(a.name, b.name))
  return {
    participants: [...inOrder('suspect', [suspect]), ...inOrder('candidate', candidates), ...inOrder('control', clean)],
    leftOut: leftOut.sort((a, b) => byCodeUnit(a.control, b.control)),
  }
}

/** Places of the participants with `role`. */
export function placesOf(lineup: Lineup, role: Role): number[] {
  return lineup.participants.flatMap((participant, place) => (participant.role === role ? [place] : []))
}

function refuseSharedNames(models: readonly ModelOutputs[]): void {
  const names = new Set<string>()
  for (const { name } of models) {
    if (names.has(name)) {
      throw new AppError(
        'invalid-input',
        `Two files are named ${name}: give each candidate and control a name of its own.`,
      )
    }
    names.add(name)
  }
}
