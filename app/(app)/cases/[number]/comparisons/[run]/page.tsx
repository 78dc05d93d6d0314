import { ComparisonResult } from '@/components/analysis/comparison/comparison-result'
import { ReproduceBox } from '@/components/analysis/comparison/reproduce-box'
import { OfferedFindings } from '@/components/analysis/offered-findings'
import { RunState } from '@/components/analysis/run-state'
import { Section } from '@/components/layout/section'
import { PlanFollowed } from '@/components/planning/plan-followed'
import type { SearchParams } from '@/components/table/search-params'
import { TextLink } from '@/components/ui/text-link'
import { comparisonPage, promptView } from '@/lib/analysis/comparison/comparison-page'
import { runTitle } from '@/lib/analysis/runs/run-words'
import { requireActor } from '@/lib/platform/session'

type Props = { params: Promise<{ number: string; run: string }>; searchParams: Promise<SearchParams> }

export default async function ComparisonPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { number, run: id } = await params
  const query = await searchParams
  const page = await comparisonPage(actor, { number, id }, promptView(query))
  const { run, request, result, offers, ...whyNot } = page
  return (
    <>
      <div className="space-y-3">
        <p className="text-sm">
          <TextLink href={`/cases/${number}/findings`}>Findings</TextLink> / Comparison
        </p>
        <h2 className="font-serif text-xl font-semibold">{runTitle(run)}</h2>
        <RunState run={run} number={number} whyNot={whyNot.whyNotAnalyse} />
      </div>
      {result?.plan && <PlanFollowed followed={result.plan} number={number} />}
      {result && (
        <ComparisonResult
          {...page}
          hasOffers={offers.length > 0}
          result={result}
          path={`/cases/${number}/comparisons/${id}`}
          params={query}
        />
      )}
      <OfferedFindings number={number} runId={run.id} offers={offers} whyNot={whyNot.whyNotAdd} />
      <Section id="reproduce" title="Reproduce">
        <ReproduceBox run={run} request={request} promptsFrom={result?.plan?.promptsFrom} />
      </Section>
    </>
  )
}
