/** Longest sequences of words that two answers share and that are found nowhere else. */

/** `length` words from word `a` of the first answer and word `b` of the second. */
export type SharedRun = { a: number; b: number; length: number }

/** Windows of an answer in order, each by a number; −1 stands for a window that the first answer does not have. */
export type Windows = Int32Array

/**
 * Maximal runs of at least `size` words in both answers, none of whose `size`-word windows `isElsewhere`. Runs do not
 * overlap in the first answer; of several places in the second the earliest of the longest counts. In the order of
 * `first`.
 */
export function sharedRuns(
  { first, second }: { first: Windows; second: Windows },
  { size, isElsewhere }: { size: number; isElsewhere: (window: number) => boolean },
): SharedRun[] {
  const places = placesByWindow(second)
  if (places.size === 0) return []
  const runs: SharedRun[] = []
  for (let a = 0; a < first.length; ) {
    let best = { b: 0, windows: 0 }
    for (const b of isElsewhere(first[a] as number) ? [] : (places.get(first[a] as number) ?? [])) {
      let windows = 1
      while (continues(first[a + windows], second[b + windows], isElsewhere)) windows += 1
      if (windows > best.windows) best = { b, windows }
    }
    if (best.windows > 0) runs.push({ a, b: best.b, length: best.windows + size - 1 })
    a += best.windows > 0 ? best.windows + size - 1 : 1
  }
  return runs
}

function continues(a: number | undefined, b: number | undefined, isElsewhere: (window: number) => boolean): boolean {
  return a !== undefined && a === b && !isElsewhere(a)
}

function placesByWindow(windows: Windows): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (let place = 0; place < windows.length; place++) {
    const window = windows[place] as number
    if (window < 0) continue
    const known = places.get(window)
    if (known) known.push(place)
    else places.set(window, [place])
  }
  return places
}
