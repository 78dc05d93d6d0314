import { lengthInWords, type ShownText as Shown } from '@/lib/analysis/explorer/explorer-lines'

/** A text, or its length alone when it is masked or absent; its place says on how many lines. */
export function ShownText({ shown, isMasked }: { shown: Shown; isMasked: boolean }) {
  if (shown.text !== null) return <span>{shown.text}</span>
  return <span className="font-sans text-ink-3 italic">{lengthInWords(shown, isMasked)}</span>
}
