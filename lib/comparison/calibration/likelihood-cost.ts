/** How good a set of likelihood ratios is, as a cost in bits: 0 is perfect, 1 is what a coin would give. */

/** log10 likelihood ratios of pairs known to be related and of pairs known not to be. */
export type Weighed = { related: readonly number[]; unrelated: readonly number[] }

/** Cllr = ½ [mean over related of log2(1 + 1/LR) + mean over unrelated of log2(1 + LR)]. Source: Brümmer and du Preez 2006. */
export function cllr({ related, unrelated }: Weighed): number {
  const forRelated = related.map((value) => Math.log2(1 + 10 ** -value))
  const forUnrelated = unrelated.map((value) => Math.log2(1 + 10 ** value))
  return (mean(forRelated) + mean(forUnrelated)) / 2
}

/** Cllr after the best monotone recalibration (pool adjacent violators): what ranking alone could reach. Same source. */
export function cllrMin(weighed: Weighed): number {
  let cost = 0
  for (const { related, unrelated } of monotoneBlocks(weighed)) {
    if (related > 0) cost += related * Math.log2(1 + unrelated / related)
    if (unrelated > 0) cost += unrelated * Math.log2(1 + related / unrelated)
  }
  return cost / 2
}

/** Share of (related, unrelated) couples in which the related pair has the greater value; ties count one half. */
export function areaUnderCurve({ related, unrelated }: Weighed): number {
  const sorted = Float64Array.from(unrelated).sort()
  let sum = 0
  for (const value of related) sum += (below(sorted, value, false) + below(sorted, value, true)) / 2
  return sum / (related.length * unrelated.length)
}

/** The rate at which as many related pairs fall below a threshold as unrelated ones lie above, interpolated. */
export function equalErrorRate({ related, unrelated }: Weighed): number {
  const thresholds = [...new Set([...related, ...unrelated])].sort((a, b) => a - b)
  let before = { missed: 0, taken: 1 }
  for (const threshold of thresholds) {
    const missed = related.filter((value) => value <= threshold).length / related.length
    const taken = unrelated.filter((value) => value > threshold).length / unrelated.length
    if (missed >= taken) {
      const [gapBefore, gapNow] = [before.taken - before.missed, missed - taken]
      const share = gapBefore + gapNow > 0 ? gapBefore / (gapBefore + gapNow) : 1
      return before.missed + share * (missed - before.missed)
    }
    before = { missed, taken }
  }
  return 0.5
}

type Block = { related: number; unrelated: number }

/** Shares of both classes in blocks of rising odds. */
function monotoneBlocks({ related, unrelated }: Weighed): Block[] {
  const values = [...new Set([...related, ...unrelated])].sort((a, b) => a - b)
  const blocks: Block[] = []
  for (const value of values) {
    let block = {
      related: related.filter((other) => other === value).length / related.length,
      unrelated: unrelated.filter((other) => other === value).length / unrelated.length,
    }
    for (let last = blocks.at(-1); last && oddsOf(last) >= oddsOf(block); last = blocks.at(-1)) {
      blocks.pop()
      block = { related: last.related + block.related, unrelated: last.unrelated + block.unrelated }
    }
    blocks.push(block)
  }
  return blocks
}

const oddsOf = ({ related, unrelated }: Block): number => related / (related + unrelated)

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function below(sorted: Float64Array, value: number, orEqual: boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const at = sorted[middle] as number
    if (at < value || (orEqual && at === value)) low = middle + 1
    else high = middle
  }
  return low
}
