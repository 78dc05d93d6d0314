/** A comparison with everything that a reader asks next, and the file of its prompts; the same input gives the same bytes. */

import { createHash } from 'node:crypto'
import { nullScale } from '@/lib/comparison/statistics/null-scale'
import { rounded } from '@/lib/comparison/statistics/significant-digits'
import { fusedMethods, standardised } from '@/lib/comparison/weights/fused-features'
import { comparisonCode } from '../code-hash'
import { type ComparisonInput, defaultSeed, describeMeasured, measureComparison } from '../compare-models'
import type { ComparisonResult } from '../comparison-result'
import { lineagesOf, placesOf } from '../lineup'
import { controlScore, type Measured } from '../measured-comparison'
import type { MethodScores } from '../method-scores'
import { alternativesOf } from './alternatives'
import type { ComparisonDetail } from './comparison-detail'
import { begin, steps, type TellStep } from './detail-steps'
import { favouritePhrases } from './favourite-phrases'
import { groupSteps, leaveGroupsOut } from './leave-groups-out'
import { promptContributions } from './prompt-contributions'
import { promptFileOf } from './prompt-rows'
import { ScoreCollector } from './score-collector'
import { varied, varyTexts } from './text-variants'
import { weighAgain } from './weigh-again'
import { hearWitnesses, type Witness } from './witnesses'

export type DetailInput = ComparisonInput & { witnesses?: readonly Witness[]; onStep?: TellStep }

/** The result with its detail, and the bytes of the prompt file that the detail names by hash. */
export async function compareInDetail(input: DetailInput): Promise<{ result: ComparisonResult; promptFile: Buffer }> {
  const { onStep = () => undefined, seed = defaultSeed, witnesses: called = [] } = input
  const start = (step: string, total: number, unit: string) => begin(onStep, { step, total, unit })
  const collected = new ScoreCollector()
  const measured = await measureComparison(input, collected.observer)
  const { prompts } = measured.prepared
  await start(steps.passages, 1, '')
  const plain = describeMeasured(input, measured)
  const profile = plain.method.profile === null ? null : (input.profile ?? null)
  const eachGroup = await start(steps.groups, groupSteps(collected.groups.groups.length), 'steps')
  const groups = await leaveGroupsOut({ measured, collected, profile, seed }, eachGroup)
  const eachText = await start(steps.variants, varied(prompts.length), 'steps')
  const variants = await varyTexts({ measured, profile, seed }, eachText)
  const best = plain.candidates[0]?.name ?? ''
  const hearing = called.length > 0 ? await start(steps.witnesses, called.length + 1, 'models') : undefined
  const witnesses = await hearWitnesses(called, { named: input, best, profile, seed }, hearing)
  const eachPrompt = await start(steps.contributions, prompts.length, 'prompts')
  const contributions = await promptContributions(measured, collected, eachPrompt)
  const eachRow = await start(steps.file, prompts.length, 'prompts')
  const promptFile = await promptFileOf(measured, contributions, eachRow)
  const whole = weighAgain(measured, profile).candidates
  const likeness = {
    candidate: whole.find(({ name }) => name === best)?.likenessInterval ?? null,
    control: nearestControl(measured),
  }
  const detail: ComparisonDetail = {
    ...pooledDetail(measured, collected),
    ...{ whole, groups, variants, witnesses },
    alternatives: alternativesOf({ ...plain, witnesses, likeness }),
    code: await comparisonCode(),
    promptFile: {
      sha256: createHash('sha256').update(promptFile).digest('hex'),
      bytes: promptFile.length,
      prompts: prompts.length,
    },
  }
  return { result: { ...plain, detail }, promptFile }
}

/** The tree and the phrases, which rest on all prompts together. */
function pooledDetail({ lineup, prepared, scores }: Measured, { pooled, tree }: ScoreCollector) {
  const nameOf = (place: number) => lineup.participants[place]?.name ?? ''
  const likeness = scores.get('over-represented')?.mean
  const places = lineagesOf(lineup).map((lineage) => lineage.places[0] as number)
  const controls = placesOf(lineup, 'control')
  const phrases = pooled ? favouritePhrases(pooled, { places, controls }, prepared.vocabulary.words()) : []
  return {
    tree: likeness && tree ? tree.build(likeness) : null,
    phrases: phrases.map(({ model, phrases: own }) => ({ name: nameOf(model), phrases: own })),
  }
}

/** The control most like the suspect, in widths above unrelated pairs by the mean of the fused methods. */
function nearestControl(measured: Measured): { name: string; value: number } | null {
  const { lineup, scores } = measured
  const population = { candidates: placesOf(lineup, 'candidate'), controls: placesOf(lineup, 'control') }
  const scales = fusedMethods.map((id) => {
    const { mean, n } = scores.get(id) as MethodScores
    return { id, scale: nullScale(mean, { n, ...population }) }
  })
  const values = population.controls.flatMap((place) => {
    const own = scales.flatMap(({ id, scale }) => {
      const { exact } = controlScore(measured, id, place)
      return exact === null ? [] : [standardised(exact, scale)]
    })
    const value = own.reduce((sum, one) => sum + one, 0) / fusedMethods.length
    return own.length < fusedMethods.length
      ? []
      : [{ name: lineup.participants[place]?.name ?? '', value: rounded(value) }]
  })
  return values.sort((a, b) => b.value - a.value)[0] ?? null
}
