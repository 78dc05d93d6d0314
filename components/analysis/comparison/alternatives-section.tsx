import { Section } from '@/components/layout/section'
import { Badge } from '@/components/ui/badge'
import type { ComparisonDetail } from '@/lib/comparison/detail/comparison-detail'
import { DefinedText } from './defined-text'

type Props = { alternatives: ComparisonDetail['alternatives'] }

const tones = { 'spoken against': 'ok', 'not excluded': 'warn', 'no control speaks to this': 'neutral' } as const

/** The other explanations of the likeness, each answered from the models at hand or said to be open, with what to get. */
export function AlternativesSection({ alternatives }: Props) {
  return (
    <Section
      id="alternatives"
      title="Other explanations"
      lead="What else could make the answers alike, answered from the models that were given. “Spoken against” is not “excluded”, and none is a probability."
    >
      <dl className="max-w-[80ch] divide-y divide-line border-y border-line">
        {alternatives.map(({ id, question, answer, because, get }) => (
          <div key={id} className="space-y-1 py-3">
            <dt className="grid items-baseline gap-x-4 gap-y-1 sm:grid-cols-[1fr_auto]">
              <span className="min-w-0 font-medium">{question}</span>
              <span>
                <Badge tone={tones[answer]}>{answer}</Badge>
              </span>
            </dt>
            <dd className="text-ink-2">
              <DefinedText text={because} />
            </dd>
            {get && <dd className="text-ink-2">To answer it, get {get}.</dd>}
          </div>
        ))}
      </dl>
    </Section>
  )
}
