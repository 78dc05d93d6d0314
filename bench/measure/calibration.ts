/** Computes the calibration profile anew and holds its figures against what the product promises. */

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { calibrate, canonicalProfile } from '@/lib/comparison/calibration/calibrate'
import { readRelations } from '@/lib/comparison/calibration/relation-table'
import { readModelOutputsFile } from '@/lib/comparison/outputs/read-outputs'
import type { CalibrationFigures, CalibrationProfile, CountedShare } from '@/lib/comparison/weights/calibration-profile'
import type { Figure } from './report'
import { skipped } from './suspects'

const shippedProfile = 'lib/comparison/profiles/default.json'

/** The held-out figures of the reference panel, and whether the profile in the repository is what came out. */
export async function calibrationFigures(folder: string): Promise<Figure[]> {
  const data = join(folder, 'model-outputs')
  const text = await readFile(join(data, 'reference-panel.csv'), 'utf8').catch(() => null)
  if (text === null) return [skipped('calibration on the reference panel', folder)]
  const models = []
  for (const file of (await readdir(join(data, 'reference-panel'))).sort()) {
    models.push(await readModelOutputsFile(file.replace('.jsonl.gz', ''), join(data, 'reference-panel', file)))
  }
  const relationsSha256 = createHash('sha256').update(text).digest('hex')
  const profile = await calibrate({ models, relations: readRelations(text), relationsSha256 })
  const isShipped = (await readFile(shippedProfile, 'utf8')) === canonicalProfile(profile)
  return [
    figure('the profile in the repository is what this run computed', Number(isShipped), { limit: 1, atLeast: true }),
    ...held('all candidates', profile.figures, true),
    ...held('same candidate', profile.sameCandidate, false),
    ...apart(profile),
  ]
}

function held(of: string, { auc, cllr, cllrMin, falsePairs, pairs }: CalibrationFigures, isLimited: boolean): Figure[] {
  const limit = (value: number, atLeast = false) => (isLimited ? { limit: value, atLeast } : {})
  return [
    figure(`${of}: AUC`, auc, {
      ...limit(0.95, true),
      note: `${pairs.related} related, ${pairs.unrelated} unrelated pairs`,
    }),
    figure(`${of}: capped Cllr`, cllr, limit(0.45)),
    figure(`${of}: Cllr above its minimum`, cllr - cllrMin, { ...limit(0.08), note: `minimum ${cllrMin.toFixed(3)}` }),
    figure(`${of}: false pairs at LR above 1`, falsePairs.count / falsePairs.total, {
      ...limit(0.12),
      note: counted(falsePairs),
    }),
  ]
}

function apart({ kinds, limits, verdicts, byControls, controlFamilies }: CalibrationProfile): Figure[] {
  return [
    figure('greatest log10 LR that is reported', limits[1], { limit: 1 }),
    ...kinds.map(({ kind, above }) => figure(`${kind} pairs at LR above 1`, above.count, { note: counted(above) })),
    ...byControls.map(({ controls, cllr, auc }) =>
      figure(`Cllr with ${controls.join('–')} controls`, cllr, { note: `AUC ${auc.toFixed(3)}` }),
    ),
    figure('greatest Cllr with one control family left out', controlFamilies.cllr[1], {
      note: `of ${controlFamilies.families}`,
    }),
    figure('line-ups of students with a documented teacher supported', rate(verdicts.teacherSupported), {
      note: counted(verdicts.teacherSupported),
    }),
    figure('students supported in most of their line-ups', rate(verdicts.studentsMostlySupported), {
      ...{ limit: 0.5, atLeast: true },
      note: counted(verdicts.studentsMostlySupported),
    }),
    figure('line-ups of unrelated suspects with a candidate supported', rate(verdicts.unrelatedSupported), {
      limit: 0.01,
      note: counted(verdicts.unrelatedSupported),
    }),
  ]
}

const rate = ({ count, total }: CountedShare): number => count / Math.max(1, total)

const counted = ({ count, total, interval: [low, high] }: CountedShare): string =>
  `${count} of ${total}, exact 95 % limits ${low.toFixed(3)} to ${high.toFixed(3)}`

const figure = (what: string, value: number, rest: Partial<Figure> = {}): Figure => ({
  ...{ part: 'comparison', what, value, unit: '' },
  ...rest,
})
