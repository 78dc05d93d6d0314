import type { ComparisonResult } from '@/lib/comparison/comparison-result'

type Props = { result: ComparisonResult; hasReport: boolean; hasOffers: boolean }

/** The parts of the page of a comparison in their order, each a jump away. */
export function ComparisonContents({ result: { detail, grammar, calibration }, hasReport, hasOffers }: Props) {
  const parts: [id: string, title: string, shown: boolean][] = [
    ['weight', 'Weight', calibration !== null],
    ['alternatives', 'Other explanations', detail !== undefined],
    ['caveats', 'Caveats', true],
    ['passages', 'Telling passages', true],
    ['marks', 'Single marks', true],
    ['steadiness', 'How steady it is', detail !== undefined],
    ['shared-weights', 'Taught, or of shared weights', Boolean(grammar?.length || calibration?.wording)],
    ['scores', 'Scores', true],
    ['lineage', 'All models', true],
    ['prompts', 'Prompts', detail !== undefined],
    ['figures', 'What the figures mean', true],
    ['report', 'Report', hasReport],
    ['add', 'Add to the case', hasOffers],
    ['reproduce', 'Reproduce', true],
  ]
  return (
    <nav
      aria-label="Parts of this page"
      className="border-y border-line bg-paper py-2 text-sm lg:sticky lg:top-0 lg:z-30 print:static"
    >
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {parts.map(([id, title, shown]) =>
          shown ? (
            <li key={id}>
              <a href={`#${id}`} className="text-ink-2 underline-offset-4 hover:text-ink hover:underline">
                {title}
              </a>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  )
}
