/** How well a ranking and clusters find what is labelled: exact, with ties counted as half. */

/** Area under the ROC curve by ranks (Mann–Whitney U / n₁n₂); null without both kinds. */
export function rocAuc(scores: readonly number[], positive: readonly boolean[]): number | null {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  const positives = positive.filter(Boolean).length
  const negatives = positive.length - positives
  if (positives === 0 || negatives === 0) return null
  let rankSum = 0
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end < order.length && scores[order[end] as number] === scores[order[start] as number]) end++
    const rank = (start + end + 1) / 2
    for (let i = start; i < end; i++) if (positive[order[i] as number]) rankSum += rank
    start = end
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** Share of positives among the first `count` of a ranked list; null for none. */
export function precisionAt(ranked: readonly boolean[], count: number): number | null {
  return count === 0 ? null : ranked.slice(0, count).filter(Boolean).length / count
}

/** Adjusted Rand index of two partitions of the same things (Hubert and Arabie 1985), each as a label per thing. */
export function adjustedRand(first: readonly (string | number)[], second: readonly (string | number)[]): number {
  const pairs = (count: number) => (count * (count - 1)) / 2
  const sumOfPairs = (labels: readonly (string | number)[]) => {
    const counts = new Map<string | number, number>()
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
    return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0)
  }
  const together = sumOfPairs(first.map((label, i) => `${label} ${second[i]}`))
  const inFirst = sumOfPairs(first)
  const inSecond = sumOfPairs(second)
  const expected = (inFirst * inSecond) / pairs(first.length)
  const most = (inFirst + inSecond) / 2
  return most === expected ? 1 : (together - expected) / (most - expected)
}

/** The cluster that overlaps most with the wanted members, of which there is at least one: its size, precision, recall. */
export function bestCluster(clusters: readonly (readonly string[])[], wanted: ReadonlySet<string>) {
  const measured = clusters.map((members) => {
    const hits = members.filter((member) => wanted.has(member)).length
    return { size: members.length, precision: hits / members.length, recall: hits / wanted.size, hits }
  })
  return measured.sort((a, b) => b.hits / (b.size + wanted.size) - a.hits / (a.size + wanted.size))[0] ?? null
}
