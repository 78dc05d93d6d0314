/** A checklist against Federal Rule of Evidence 702 (and proposed 707), generated from a comparison: shown, open, or for a person. */

import { groupSentence } from '@/lib/analysis/comparison/steadiness-words'
import type { ReportFacts } from './comparison-report'
import type { ChecklistLine } from './report-section'

const rule702 = 'FRE 702'

/** The lines in the order of the rule. A line is `shown` only where the result itself shows it. */
export function ruleChecklist(facts: ReportFacts): ChecklistLine[] {
  return [
    helps(),
    sufficientData(facts),
    reliableMethod(facts),
    errorRate(facts),
    reliableApplication(facts),
    standards(),
    ...persons(),
  ]
}

function helps(): ChecklistLine {
  return {
    rule: `${rule702}(a)`,
    requirement: 'Specialised knowledge helps to understand the evidence or to determine a fact',
    state: 'for a person',
    because: 'The court decides; the report states both propositions and what it does not establish.',
    where: 'propositions',
  }
}

function sufficientData({ result: { prompts, controls, candidates } }: ReportFacts): ChecklistLine {
  const short = [
    ...(prompts.shared < 200 ? [`${prompts.shared} prompts, 200 advised`] : []),
    ...(controls.length < 8 ? [`${controls.length} controls, 8 advised`] : []),
    ...(candidates.some(({ snapshots }) => snapshots < 2) ? ['a candidate has one snapshot, 2 advised'] : []),
  ]
  return {
    rule: `${rule702}(b)`,
    requirement: 'Based on sufficient facts or data',
    state: short.length === 0 ? 'shown' : 'open',
    because: short.length === 0 ? 'Prompts, controls and snapshots reach what is advised.' : `${short.join('; ')}.`,
    where: 'items',
  }
}

function reliableMethod({ result: { calibration } }: ReportFacts): ChecklistLine {
  return {
    rule: `${rule702}(c)`,
    requirement: 'Product of reliable principles and methods: testable, tested, published',
    state: calibration ? 'shown' : 'open',
    because: calibration
      ? `Formulas with sources; tested on ${calibration.comparisons} comparisons with the suspect’s family held out. The combination itself is not peer reviewed.`
      : 'Formulas with sources, but no test on pairs of known relation applies here.',
    where: 'methods',
  }
}

function errorRate({ result: { errorRates, calibration } }: ReportFacts): ChecklistLine {
  const known = errorRates !== null && calibration?.outside.length === 0
  return {
    rule: `${rule702}(c), Daubert`,
    requirement: 'Known or potential rate of error',
    state: known ? 'shown' : 'open',
    because: !errorRates
      ? 'Error rate not established.'
      : known
        ? 'Cllr, equal error rate and false pairs with exact limits, inside the domain of the calibration.'
        : `Measured, but the comparison is unlike the calibration: ${calibration?.outside.join('; ')}.`,
    where: 'calibration',
  }
}

function reliableApplication({ result }: ReportFacts): ChecklistLine {
  const open = (result.detail?.alternatives ?? []).filter(({ answer }) => answer !== 'spoken against').length
  const steady = result.detail !== undefined && groupSentence(result).includes('Neither')
  return {
    rule: `${rule702}(d)`,
    requirement: 'Reliable application of the principles and methods to the facts',
    state: steady && open === 0 ? 'shown' : 'open',
    because: result.detail
      ? `${groupSentence(result)} ${open} of ${result.detail.alternatives.length} other explanations are not spoken against.`
      : 'Sensitivity and other explanations were not computed by this version.',
    where: 'sensitivity',
  }
}

function standards(): ChecklistLine {
  return {
    rule: `${rule702}(c), Daubert`,
    requirement: 'Standards that control the operation',
    state: 'shown',
    because:
      'Fixed methods, version, seed and code hash; the same input gives the same bytes; every exclusion is listed.',
    where: 'reproduce',
  }
}

function persons(): ChecklistLine[] {
  return [
    {
      rule: `${rule702}(c), Daubert`,
      requirement: 'General acceptance',
      state: 'for a person',
      because:
        'Likelihood ratios are accepted in forensic science; for the teacher of a language model there is no general acceptance yet.',
      where: 'calibration',
    },
    {
      rule: 'Proposed FRE 707',
      requirement: 'Machine-generated evidence without an expert satisfies 702(a) to (d)',
      state: 'for a person',
      because: 'The lines above are the material for it; an expert should present the result.',
      where: 'methods',
    },
  ]
}
