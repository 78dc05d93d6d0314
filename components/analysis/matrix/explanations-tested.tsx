import { StateMark } from '@/components/ui/state-mark'
import type { Tone } from '@/components/ui/tone'
import type { Fit } from '@/lib/signals/explanations/explanation-test'
import type { TestedExplanation } from '@/lib/signals/explanations/explanation-tests'

const marks: Record<Fit, { tone: Tone; word: string }> = {
  fits: { tone: 'info', word: 'Fits' },
  'does not fit': { tone: 'neutral', word: 'Does not fit' },
  'the log cannot say': { tone: 'neutral', word: 'The log cannot say' },
}

/** What speaks for the innocent explanations of one cell, as plainly as the cell itself speaks. */
export function ExplanationsTested({ explanations }: { explanations: TestedExplanation[] }) {
  if (explanations.length === 0) return null
  return (
    <section aria-label="Innocent explanations, tested" className="space-y-2">
      <h3 className="font-semibold">Innocent explanations, tested</h3>
      <ul className="divide-y divide-line border-y border-line">
        {explanations.map((explanation) => (
          <Explanation key={`${explanation.name} ${explanation.test?.id}`} explanation={explanation} />
        ))}
      </ul>
      <p className="text-sm text-ink-3">The limits of these tests are chosen, not fitted. None of them settles it.</p>
    </section>
  )
}

function Explanation({ explanation: { name, how, test, outcome } }: { explanation: TestedExplanation }) {
  const { tone, word } = marks[outcome.fit]
  return (
    <li className="space-y-1 py-2">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span>
          <span className="inline-block font-medium first-letter:uppercase">{name}</span>
          {test && <span className="text-ink-2">: {test.question}</span>}
        </span>
        <StateMark tone={tone}>{word}</StateMark>
      </p>
      <p className="text-ink-2">{test ? outcome.because : `${how} ${outcome.because}`}</p>
      {test && (
        <details className="text-sm text-ink-3">
          <summary className="cursor-pointer">How it is tested</summary>
          {how} {test.rule}
        </details>
      )}
    </li>
  )
}
