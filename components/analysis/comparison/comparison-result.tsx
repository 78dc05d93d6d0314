import { ChartFigure } from '@/components/chart/chart-figure'
import { Fold } from '@/components/layout/fold'
import { Section } from '@/components/layout/section'
import type { SearchParams } from '@/components/table/search-params'
import type { PromptPage } from '@/lib/analysis/comparison/compared-prompts'
import { carriesWeight } from '@/lib/analysis/comparison/comparison-words'
import type { IntervalsChart, WeightsChart } from '@/lib/analysis/findings/finding-chart'
import { drawIntervals, drawTippett, drawWeights } from '@/lib/analysis/findings/finding-drawing'
import type { ComparisonReport } from '@/lib/analysis/report/report-section'
import type { ComparisonResult as Result } from '@/lib/comparison/comparison-result'
import type { MethodId } from '@/lib/comparison/methods/comparison-method'
import { AlternativesSection } from './alternatives-section'
import { ComparisonContents } from './comparison-contents'
import { ComparisonScores, MethodDefinitions, ScoreNote } from './comparison-scores'
import { ComparisonCaveats, ComparisonSummary } from './comparison-summary'
import { FigureGlossary } from './figure-glossary'
import { LineageSection } from './lineage-section'
import { PromptContributions } from './prompt-contributions'
import { ReportOfComparison } from './report-section'
import { SharedWeightsSection } from './shared-weights-section'
import { SingleMarks } from './single-marks'
import { SteadinessSection } from './steadiness-section'
import { TellingPassages } from './telling-passages'

type Props = {
  result: Result
  chart: IntervalsChart | null
  prompts: PromptPage | null
  report: ComparisonReport | null
  /** Whether something of it can become a finding, further down on the page. */
  hasOffers: boolean
  path: string
  params: SearchParams
}

/** A complete comparison in reading order: what it says, what a lawyer asks next, what one can read, then the figures. */
export function ComparisonResult({ result, chart, prompts, report, hasOffers, path, params }: Props) {
  return (
    <>
      <ComparisonSummary result={result} />
      <ComparisonContents result={result} hasReport={report !== null} hasOffers={hasOffers} />
      {chart?.weights && <ComparisonWeights weights={chart.weights} />}
      {result.detail && <AlternativesSection alternatives={result.detail.alternatives} />}
      <Section id="caveats" title="Caveats" mark={result.caveats.length}>
        <ComparisonCaveats result={result} />
      </Section>
      <Section id="passages" title="Telling passages" lead="What a reader can check with their own eyes.">
        <TellingPassages result={result} path={path} params={params} />
      </Section>
      <SingleMarks result={result} />
      <SteadinessSection result={result} />
      <SharedWeightsSection result={result} />
      <ScoresSection {...{ result, chart, path, params }} />
      <LineageSection {...{ result, path, params }} />
      {prompts && <PromptContributions {...{ result, prompts, path, params }} />}
      <FigureGlossary />
      {report && <ReportOfComparison report={report} candidate={result.candidates[0]?.name ?? ''} />}
    </>
  )
}

/** Every model by every method, with its chart and what each method rests on. */
function ScoresSection({ result, chart, path, params }: Pick<Props, 'result' | 'chart' | 'path' | 'params'>) {
  return (
    <Section id="scores" title="Scores" lead="Every model by every method, also those that showed nothing.">
      <ComparisonScores {...{ result, path, params }} />
      <ScoreNote />
      {chart && <Panels chart={chart} shown={carriesWeight} />}
      {chart && (
        <Fold label="Charts of the methods that are reported beside the weight">
          <Panels chart={chart} shown={(method) => !carriesWeight(method)} />
        </Fold>
      )}
      <MethodDefinitions definitions={result.definitions} />
    </Section>
  )
}

function Panels({ chart, shown }: { chart: IntervalsChart; shown: (method: MethodId) => boolean }) {
  return chart.panels.map(({ method }, panel) =>
    shown(method) ? (
      <ChartFigure
        key={method}
        draw={(width) => drawIntervals(chart, panel, width)}
        fileName={`comparison-${method}`}
      />
    ) : null,
  )
}

/** What the candidates weigh, and how often pairs of known relation weigh as much. */
function ComparisonWeights({ weights }: { weights: WeightsChart }) {
  return (
    <Section id="weight" title="Weight">
      <ChartFigure draw={(width) => drawWeights(weights, width)} fileName="comparison-weights" />
      <ChartFigure draw={(width) => drawTippett(weights, width)} fileName="comparison-tippett" />
    </Section>
  )
}
