import { HintText } from '@/components/ui/hint-text'
import { figure } from '@/lib/analysis/figures'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import type { ComparisonDetail } from '@/lib/comparison/detail/comparison-detail'

type Props = { result: ComparisonResult; phrases: ComparisonDetail['phrases'] }

const measure =
  'z of the log-odds against the controls with a Dirichlet prior (Monroe, Colaresi and Quinn 2008), less the controls’ mean, over the first 40 words of every answer. A value above 2 is unusual for one phrase; of thousands some are so by chance.'

/** What each model says more often than the controls do, and how often the suspect says it. */
export function FavouredPhrases({ result: { suspect }, phrases }: Props) {
  return (
    <div className="space-y-3">
      <p className="max-w-[70ch] text-ink-2">
        Phrases that a model favours, with <HintText hint={measure}>how far it stands out</HintText> and, for a
        candidate, how far {suspect} does with the same phrase.
      </p>
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-2 2xl:grid-cols-3">
        {phrases.map(({ name, phrases: own }) => (
          <div key={name} className="min-w-0">
            <h3 className="font-medium">{name === suspect ? `${name} (suspect)` : name}</h3>
            {own.length === 0 && <p className="text-sm text-ink-3">None stands out.</p>}
            <ol className="figures mt-1 divide-y divide-line border-y border-line text-sm">
              {own.map(({ phrase, z, suspectZ }) => (
                <li key={phrase} className="flex justify-between gap-3 py-1">
                  <span className="min-w-0 font-serif">“{phrase}”</span>
                  <span className="shrink-0 text-ink-2">
                    {figure(z, 2)}
                    {name !== suspect && <span className="text-ink-3"> · suspect {figure(suspectZ, 2)}</span>}
                  </span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </div>
  )
}
