import { ChartFigure } from '@/components/chart/chart-figure'
import { Section } from '@/components/layout/section'
import type { SearchParams } from '@/components/table/search-params'
import type { PromptPage } from '@/lib/analysis/compared-prompts'
import type { IntervalsChart, WeightsChart } from '@/lib/analysis/finding-chart'
import { drawIntervals, drawTippett, drawWeights } from '@/lib/analysis/finding-drawing'
import type { ComparisonReport } from '@/lib/analysis/report-section'
import type { ComparisonResult as Result } from '@/lib/comparison/comparison-result'
import { AlternativesSection } from './alternatives-section'
import { ComparisonScores, MethodDefinitions, ScoreNote } from './comparison-scores'
import { ComparisonCaveats, ComparisonSummary } from './comparison-summary'
import { LineageSection } from './lineage-section'
import { PromptContributions } from './prompt-contributions'
import { ReportOfComparison } from './report-section'
import { SingleMarks } from './single-marks'
import { SteadinessSection } from './steadiness-section'
import { TellingPassages } from './telling-passages'

type Props = {
  result: Result
  chart: IntervalsChart | null
  prompts: PromptPage | null
  report: ComparisonReport | null
  path: string
  params: SearchParams
}

/** A complete comparison in reading order: what it says, how far one may trust it, the figures, the passages. */
export function ComparisonResult({ result, chart, prompts, report, path, params }: Props) {
  return (
    <>
      <ComparisonSummary result={result} />
      {chart?.weights && <ComparisonWeights weights={chart.weights} />}
      <Section title="Candidates and controls">
        {chart?.panels.map(({ method }, panel) => (
          <ChartFigure
            key={method}
            draw={(width) => drawIntervals(chart, panel, width)}
            note={<ScoreNote />}
            fileName={`comparison-${method}`}
          />
        ))}
      </Section>
      <Section title="Scores" lead="Every model by every method, also those that showed nothing.">
        <ComparisonScores result={result} />
        <MethodDefinitions definitions={result.definitions} />
      </Section>
      {result.detail && <AlternativesSection alternatives={result.detail.alternatives} />}
      <SteadinessSection result={result} />
      <LineageSection {...{ result, path, params }} />
      {prompts && <PromptContributions {...{ result, prompts, path, params }} />}
      <Section title="Telling passages" lead="What a reader can check with their own eyes.">
        <TellingPassages result={result} path={path} params={params} />
      </Section>
      <SingleMarks result={result} />
      <Section title="Caveats" mark={result.caveats.length}>
        <ComparisonCaveats result={result} />
      </Section>
      {report && <ReportOfComparison report={report} candidate={result.candidates[0]?.name ?? ''} />}
    </>
  )
}

/** What the candidates weigh, and how often pairs of known relation weigh as much. */
function ComparisonWeights({ weights }: { weights: WeightsChart }) {
  return (
    <Section title="Weight">
      <ChartFigure draw={(width) => drawWeights(weights, width)} fileName="comparison-weights" />
      <ChartFigure draw={(width) => drawTippett(weights, width)} fileName="comparison-tippett" />
    </Section>
  )
}
