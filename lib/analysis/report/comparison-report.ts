/** The report of a comparison about one candidate: every item that makes it complete, from the stored result alone. */

import type { CollectedModel } from '@/lib/analysis/comparison/collected-models'
import { reproduceCommand } from '@/lib/analysis/comparison/comparison-words'
import type { ComparisonRequest } from '@/lib/analysis/runs/run-request'
import type { CandidateResult, ComparisonResult } from '@/lib/comparison/comparison-result'
import { ruleChecklist } from './report-checklist'
import { calibrationSection, populationSection, weightSection } from './report-figures'
import { exclusionsSection, itemsSection, marksSection, methodsSection, promptsSection } from './report-made-of'
import type { ComparisonReport, ReportSection } from './report-section'
import {
  againstSection,
  alternativesSection,
  changeSection,
  limitsSection,
  sensitivitySection,
} from './report-standing'

export type ReportFacts = {
  result: ComparisonResult
  candidate: CandidateResult
  request: ComparisonRequest
  resultSha256: string
  /** What collections recorded of the outputs that they asked for. */
  collected: readonly CollectedModel[]
  /** Who asked for the comparison; null when a job did. */
  analyst: string | null
}

/** The report about the candidate called `name`, or null when the result does not hold it. Pure. */
export function comparisonReport(facts: Omit<ReportFacts, 'candidate'>, name: string): ComparisonReport | null {
  const candidate = facts.result.candidates.find((one) => one.name === name)
  if (!candidate) return null
  const all = { ...facts, candidate }
  const sections = [
    propositions(all),
    itemsSection(all),
    promptsSection(all),
    exclusionsSection(all),
    methodsSection(all),
    marksSection(all),
    populationSection(all),
    calibrationSection(all),
    weightSection(all),
    sensitivitySection(all),
    alternativesSection(all),
    againstSection(all),
    changeSection(all),
    limitsSection(),
    people(all),
    reproduction(all),
  ]
  return { sections, checklist: ruleChecklist(all) }
}

function propositions({ result, candidate }: ReportFacts): ReportSection {
  const { suspect } = result
  return {
    id: 'propositions',
    title: 'Propositions and scope',
    lines: [
      `H1: ${suspect} was trained on output of ${candidate.name}, or of a model that writes as it does.`,
      `H2: it was not; its likeness has other causes: shared base weights, a sibling of one maker, public text of ${candidate.name}, the same third-party data, another teacher, or the common manner of assistants.`,
      'Asked is how probable the answers are under each proposition, never how probable a proposition is.',
      `In scope are the answers of ${result.inputs.length} models to ${result.prompts.shared} prompts, and nothing beyond them.`,
    ],
  }
}

function people({ analyst }: ReportFacts): ReportSection {
  return {
    id: 'people',
    title: 'Analyst, reviewer, conflicts of interest',
    lines: [
      `Analyst: ${analyst ?? 'asked for by the system'}.`,
      'Reviewer: whoever decides the case is named with the decision in it; the reviewer neither filed the case nor added evidence to it.',
      'Conflicts of interest are not recorded by this program: analyst and reviewer state theirs when they sign.',
    ],
  }
}

function reproduction({ request, result, resultSha256 }: ReportFacts): ReportSection {
  const { seed, resampling, method, detail } = result
  return {
    id: 'reproduce',
    title: 'To make it again',
    lines: [
      `Version ${method.version}, seed ${seed}, ${resampling.samples} resamples. The same files and seed give the same bytes.`,
      `SHA-256 of the result (canonical JSON): ${resultSha256}.`,
      ...(detail ? [`SHA-256 of the prompts with their answers and contributions: ${detail.promptFile.sha256}.`] : []),
      ...(result.plan
        ? [
            'Beside the figures the result holds what the record says of its plan, which no file does: the hash is over both.',
          ]
        : []),
      ...reproduceCommand(request, result.plan?.promptsFrom).split('\n'),
    ],
  }
}
