/** An answer cut into plain and marked pieces, the rarer the words of a shared passage the stronger its mark. */

import { figure } from '@/lib/analysis/figures'
import type { SharedMark } from '@/lib/comparison/detail/prompt-file'

/** `level` 0 to 2 for marked text by rarity, null for plain; `rarity` in nats a word, in words. */
export type Piece = { text: string; at: number; level: 0 | 1 | 2 | null; rarity: string }

const rare = 2
const veryRare = 4

/** The pieces of `text` in order; `side` says whose offsets count. Passages that meet an earlier one are left out. */
export function piecesOf(text: string, shared: readonly SharedMark[], side: 'own' | 'here'): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const plain = (to: number) => {
    if (to > at) pieces.push({ text: text.slice(at, to), at, level: null, rarity: '' })
  }
  for (const mark of [...shared].sort((a, b) => a[side][0] - b[side][0])) {
    const [from, to] = mark[side]
    if (from < at) continue
    plain(from)
    const each = mark.rarity / Math.max(1, mark.words)
    const level = each >= veryRare ? 2 : each >= rare ? 1 : 0
    pieces.push({ text: text.slice(from, to), at: from, level, rarity: figure(each, 2) })
    at = to
  }
  plain(text.length)
  return pieces
}
