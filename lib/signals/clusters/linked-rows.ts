/** The requests of one account that carry the values it shares with its cluster. */

import { firstRowsOf } from '@/lib/signals/explorer/rows-of-account'
import type { RowsBehindRequest } from '@/lib/signals/signal-definition'
import { longSentences, sentenceKeys } from '@/lib/signals/texts/text-passages'
import { frames, shingles, tokenHashes } from '@/lib/signals/texts/text-shingles'
import { rowValues } from './shared-attributes'
import { printedWording } from './shared-scripts'

const prompt = "ifNull(prompt, '')"
const framed = `arrayMap(frame -> toUInt64(frame), ${frames(shingles(tokenHashes(prompt)))})`
const wordings = `arrayMap(key -> ${printedWording('key')}, arrayConcat(${longSentences(sentenceKeys(prompt))}, ${framed}))`

/** Rows that carry any of `request.values` (values of the link table, as printed there), most values first. */
export function linkedRows(request: RowsBehindRequest) {
  return firstRowsOf(request, {
    strength: `length(arrayIntersect(arrayConcat([${rowValues.join(', ')}], ${wordings}), {values:Array(String)}))`,
    where: 'strength > 0',
    reason: `concat('carries ', toString(strength), if(strength = 1, ' shared value', ' shared values'))`,
    params: { values: request.values ?? [] },
  })
}
