import { Section } from '@/components/layout/section'
import { figureDefinitions } from '@/lib/analysis/comparison/figure-definitions'

/** Every figure of the page with its meaning, formula and source: for readers on paper and on a phone, where nothing can be hovered. */
export function FigureGlossary() {
  return (
    <Section id="figures" title="What the figures mean" lead="Underlined words on this page open the same sentences.">
      <dl className="grid gap-x-10 border-t border-line lg:grid-cols-2">
        {figureDefinitions.map(({ term, meaning }) => (
          <div key={term} className="max-w-[75ch] space-y-0.5 border-b border-line py-3">
            <dt className="font-medium">{term}</dt>
            <dd className="text-sm text-ink-2">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
