import Link from 'next/link'
import { ChartFigure } from '@/components/chart/chart-figure'
import { MatrixFigure } from '@/components/chart/matrix-figure'
import { Fold } from '@/components/layout/fold'
import { Section } from '@/components/layout/section'
import { addressWith, firstValueOf, type SearchParams } from '@/components/table/search-params'
import { drawTree, heatMethod, heatOf } from '@/lib/analysis/comparison/lineage-charts'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { FavouredPhrases } from './favoured-phrases'

type Props = { result: ComparisonResult; path: string; params: SearchParams }

/** All models at once: the matrix of pairs by a chosen method, the tree, and the phrases that the tree rests on. */
export function LineageSection({ result, path, params }: Props) {
  const method = heatMethod(result, firstValueOf(params, 'pairs'))
  const tree = result.detail?.tree
  return (
    <Section
      id="lineage"
      title="All models"
      mark={result.panel.models.length}
      lead="Every pair, so that one sees whether the suspect stands with a candidate or wherever assistants stand."
    >
      <MethodLinks {...{ result, path, params, method }} />
      <MatrixFigure key={method} {...heatOf(result, method)} fileName={`comparison-pairs-${method}`} />
      {tree && (
        <ChartFigure
          draw={(width) => drawTree(result, tree, width)}
          fileName="comparison-tree"
          note={
            <>
              Neighbour-joining (Saitou and Nei 1987) over 1 − cosine of favoured phrases; a figure on a branch is the
              share of {tree.samples} resamples of the prompts whose tree has it, and a dashed branch has less than
              half. Error rate not established.
            </>
          }
        />
      )}
      {result.detail && (
        <Fold label="Phrases that each model favours">
          <FavouredPhrases result={result} phrases={result.detail.phrases} />
        </Fold>
      )}
    </Section>
  )
}

/** Chooses the method of the pairs. */
function MethodLinks({ result, path, params, method }: Props & { method: string }) {
  return (
    <nav aria-label="Method of the pairs" className="flex flex-wrap gap-x-4 gap-y-1">
      {result.definitions.map(({ id, title }) => (
        <Link
          key={id}
          href={addressWith(path, params, { pairs: id })}
          scroll={false}
          prefetch={false}
          aria-current={id === method ? 'true' : undefined}
          className="text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink hover:text-ink"
        >
          {title}
        </Link>
      ))}
    </nav>
  )
}
