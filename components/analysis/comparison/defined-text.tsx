import { HintText } from '@/components/ui/hint-text'
import { type FigureDefinition, figureDefinitions } from '@/lib/analysis/comparison/figure-definitions'

/** A sentence in which the first mention of each figure opens what it means. */
export function DefinedText({ text }: { text: string }) {
  return piecesOf(text).map(({ at, piece, definition }) =>
    definition ? (
      <HintText key={at} hint={definition.meaning}>
        {piece}
      </HintText>
    ) : (
      <span key={at}>{piece}</span>
    ),
  )
}

type Found = { from: number; to: number; definition: FigureDefinition }

function piecesOf(text: string) {
  const found = figureDefinitions.flatMap((definition): Found[] => {
    const match = definition.pattern.exec(text)
    return match ? [{ from: match.index, to: match.index + match[0].length, definition }] : []
  })
  const pieces: { at: number; piece: string; definition: FigureDefinition | null }[] = []
  let taken = 0
  for (const { from, to, definition } of found.sort((a, b) => a.from - b.from)) {
    if (from < taken) continue
    if (from > taken) pieces.push({ at: taken, piece: text.slice(taken, from), definition: null })
    pieces.push({ at: from, piece: text.slice(from, to), definition })
    taken = to
  }
  return taken < text.length ? [...pieces, { at: taken, piece: text.slice(taken), definition: null }] : pieces
}
