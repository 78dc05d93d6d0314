/** A comparison as text for a terminal: the same figures and caveats as the page, nothing more. */

import type { CandidateResult, ComparisonResult, ControlResult } from './comparison-result'

/** Lines for standard output, ending with a line break. */
export function comparisonTable(result: ComparisonResult): string {
  const { suspect, prompts, seed, resampling, method, candidates, controls } = result
  const rows = [
    ...candidates.map((candidate, i) => rowOf(`${i + 1}`, candidate, result)),
    ...controls.map((control) => rowOf('·', control, result)),
  ]
  return [
    `Suspect: ${visible(suspect)}`,
    `Prompts: ${prompts.shared} shared, ${prompts.dropped} dropped. Seed ${seed}, ${resampling.samples} resamples, ${method.version}, ${method.profile ?? 'no profile'}.`,
    ...weightLines(result),
    '',
    ...aligned([
      ['', 'candidate, then · control', ...result.definitions.map(({ id }) => `${id} [95 %]`), 'first'],
      ...rows,
    ]),
    ...markLines(result),
    '',
    'Caveats',
    ...result.caveats.map((caveat) => `- ${caveat}`),
    '',
  ].join('\n')
}

function weightLines({ candidates, errorRates }: ComparisonResult): string[] {
  if (!errorRates)
    return ['Verdict: inconclusive. No likelihood ratio and no error rate without a calibration profile.']
  const { cllr, eer, pairs, falsePairs } = errorRates
  return [
    ...candidates.map(({ name, verdict, log10LR, interval, capped }) => {
      const bounds = interval ? ` [${interval.map((value) => signed(value, 2)).join(', ')}]` : ''
      return `${visible(name)}: ${verdict}, log10 LR ${signed(log10LR ?? 0, 2)}${bounds}${capped ? ', capped' : ''}`
    }),
    `Held-out error rates: Cllr ${cllr.toFixed(2)}, equal error rate ${eer.toFixed(2)}, false pairs ${falsePairs.count} of ${falsePairs.total}, over ${pairs} pairs.`,
  ]
}

/** Names, markers and mistakes that were found; nothing where nothing was. */
function markLines({ identity, canaries, sharedErrors }: ComparisonResult): string[] {
  const leaks = identity.filter(({ suspect }) => suspect.count > 0)
  return [
    ...leaks.map(
      ({ candidate, names, suspect, controls }) =>
        `identity-leak: calls itself ${names.map(visible).join(', ')} as ${visible(candidate)} does in ${suspect.count} of ${suspect.total} answers; controls ${controls.count} of ${controls.total}. To be read by a person.`,
    ),
    ...(canaries ?? []).map(
      ({ marker, suspect, controls, p }) =>
        `canary ${visible(marker)}: suspect ${suspect.count} of ${suspect.total}, controls ${controls.count} of ${controls.total}, p = ${p}.`,
    ),
    ...(sharedErrors ?? []).map(
      ({ candidate, both, same, expected, p }) =>
        `shared-errors with ${visible(candidate)}: ${same} of ${both} common mistakes alike, ${expected.toFixed(1)} expected, p = ${p}.`,
    ),
  ]
}

function rowOf(
  rank: string,
  model: CandidateResult | ControlResult,
  { definitions, resampling }: ComparisonResult,
): string[] {
  const cells = definitions.map(({ id }) => {
    const { score, interval } = model.methods[id]
    if (score === null) return 'null'
    return interval ? `${signed(score)} [${interval.map((value) => signed(value)).join(', ')}]` : signed(score)
  })
  const first = resampling.firstInResamples.find(({ name }) => name === model.name)
  const share = rank === '·' || !first ? '' : `${first.count} of ${resampling.samples}`
  return [rank, visible(model.name), ...cells, share]
}

const signed = (value: number, digits = 4): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`

/** A name may hold anything; a terminal sees no control character of it. */
const visible = (name: string): string => name.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')

function aligned(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
