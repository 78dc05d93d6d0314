/** What a comparison was made of, as sections of its report: files, prompts, exclusions, methods, single marks. */

import { drawnLines } from '@/lib/analysis/comparison/collected-words'
import { markRows } from '@/lib/analysis/comparison/mark-words'
import { figure } from '@/lib/analysis/figures'
import { formatAmount, formatCount } from '@/lib/platform/format-number'
import type { ReportFacts } from './comparison-report'
import type { ReportSection } from './report-section'

/** Every file with its role and hash. */
export function itemsSection({ result }: ReportFacts): ReportSection {
  const witnesses = result.detail?.witnesses ?? []
  return {
    id: 'items',
    title: 'Items and their hashes',
    lines: ['SHA-256 of the stored bytes; of one model among several in a file, of its records as they stand.'],
    table: {
      columns: ['Model', 'Role', 'Answers', 'SHA-256'],
      rows: [
        ...result.inputs.map(({ name, role, outputs, sha256 }) => [name, role, formatCount(outputs), sha256]),
        ...witnesses.map(({ name, speaksTo, prompts, sha256 }) => [
          name,
          `speaks to ${speaksTo}`,
          formatCount(prompts),
          sha256,
        ]),
      ],
    },
  }
}

/** What was asked, and what is known of how. */
export function promptsSection({ result: { prompts, detail }, request, collected }: ReportFacts): ReportSection {
  return {
    id: 'prompts',
    title: 'Prompts, dates, endpoints, decoding',
    lines: [
      `${formatAmount(prompts.shared, 'prompt')} answered by every model; 200 or more are advised.`,
      'The same prompt has the same prompt_id in every file, and the same text where the file carries it.',
      ...drawnLines(request.inputs, collected),
      ...(detail
        ? [`Groups of prompts: ${detail.groups.groups.map(({ group, size }) => `${group} (${size})`).join('; ')}.`]
        : []),
    ],
  }
}

/** What was left out, and why. */
export function exclusionsSection({ result: { prompts, inputs, caveats } }: ReportFacts): ReportSection {
  const rejected = inputs.reduce((sum, input) => sum + input.rejected, 0)
  const said = caveats.filter((caveat) => /dropped|could not be read|left out|repeat an earlier/.test(caveat))
  return {
    id: 'exclusions',
    title: 'Exclusions',
    lines: [
      `${formatAmount(prompts.dropped, 'prompt')} dropped; ${formatAmount(rejected, 'record')} could not be read.`,
      ...(said.length > 0 ? said : ['Nothing else was left out.']),
    ],
  }
}

/** Every method with its version, what it gave, and what it rests on; also those that showed nothing. */
export function methodsSection({ result, candidate }: ReportFacts): ReportSection {
  const code = result.detail?.code
  return {
    id: 'methods',
    title: 'Methods, also those that showed nothing',
    lines: [
      'Openings, sentence shape and favoured phrases carry the weight together, fixed before any case; the others are reported beside.',
      code
        ? `SHA-256 over the ${code.files} source files of the comparison: ${code.sha256}.`
        : 'The hash of the program’s sources was not recorded with this result.',
    ],
    table: {
      columns: ['Method', 'Version', 'Score', '95% interval', 'Controls as high'],
      rows: result.definitions.map(({ id, title, version }) => {
        const { score, interval } = candidate.methods[id]
        const high = result.controls.filter(
          ({ methods }) => score !== null && (methods[id].score ?? Number.NEGATIVE_INFINITY) >= score,
        )
        return [
          title,
          version,
          score === null ? 'not computable' : figure(score),
          interval ? `${figure(interval[0])} to ${figure(interval[1])}` : '–',
          score === null ? '–' : `${high.length} of ${result.controls.length}`,
        ]
      }),
    },
  }
}

/** Markers, mistakes and names. */
export function marksSection({ result }: ReportFacts): ReportSection {
  return {
    id: 'marks',
    title: 'Single marks: planted markers, shared mistakes, names',
    lines: markRows(result).flatMap(({ title, lines, definition }) => [
      ...lines.map((line) => `${title}. ${line}`),
      definition,
    ]),
  }
}
