import { Notice } from '@/components/ui/notice'
import { comparisonVerdict, howOftenWrong, steadiness } from '@/lib/analysis/comparison/comparison-words'
import type { ComparisonResult } from '@/lib/comparison/comparison-result'
import { formatAmount } from '@/lib/platform/format-number'
import { DefinedText } from './defined-text'

/** The verdict as a sentence, how often the method is wrong, and over what it was measured. */
export function ComparisonSummary({ result }: { result: ComparisonResult }) {
  const { prompts, controls } = result
  return (
    <div className="space-y-4">
      <p className="reading text-lg">
        <DefinedText text={comparisonVerdict(result)} />
      </p>
      <div className="max-w-[80ch]">
        <Notice tone="warn" title="How often is this method wrong?">
          <DefinedText text={howOftenWrong(result)} />
        </Notice>
      </div>
      <p className="figures max-w-[80ch] text-ink-2">
        <DefinedText
          text={`${formatAmount(prompts.shared, 'shared prompt')}, ${formatAmount(prompts.dropped, 'prompt')} dropped · ${formatAmount(controls.length, 'control')}. ${steadiness(result) ?? ''}`}
        />
      </p>
    </div>
  )
}

/** What must be known before the figures are read, and the prompts that were left out. */
export function ComparisonCaveats({ result: { caveats, prompts } }: { result: ComparisonResult }) {
  return (
    <>
      <ul className="max-w-[75ch] list-disc space-y-1 pl-5">
        {caveats.map((caveat) => (
          <li key={caveat}>
            <DefinedText text={caveat} />
          </li>
        ))}
      </ul>
      {prompts.excluded.length > 0 && (
        <details>
          <summary className="cursor-pointer text-ink-2">
            {formatAmount(prompts.excluded.length, 'excluded prompt')}
          </summary>
          <ul className="mt-2 max-h-80 overflow-y-auto text-sm">
            {prompts.excluded.map(({ promptId, reason, models }) => (
              <li key={promptId}>
                <span className="font-mono">{promptId}</span> {reason.replaceAll('-', ' ')}: {models.join(', ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
