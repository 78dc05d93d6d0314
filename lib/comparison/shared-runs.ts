/** Longest sequences of words that two texts share and that none of the texts to set aside holds. */

/** `length` words from word `a` of the first text and word `b` of the second. */
export type SharedRun = { a: number; b: number; length: number }

/**
 * Maximal runs of at least `shortest` words in both `first` and `second`, none of whose `shortest`-word windows is in one
 * of `elsewhere`. Runs do not overlap in `first`; of several places in `second` the earliest longest one counts. In the
 * order of `first`.
 */
export function sharedRuns(
  texts: { first: readonly string[]; second: readonly string[]; elsewhere: readonly (readonly string[])[] },
  shortest: number,
): SharedRun[] {
  const places = placesByWindow(texts.second, shortest)
  const shared = windowsOf(texts.first, shortest).some((window) => places.has(window))
  if (!shared) return []
  const known = new Set(texts.elsewhere.flatMap((words) => windowsOf(words, shortest)))
  const windows = windowsOf(texts.first, shortest)
  const runs: SharedRun[] = []
  for (let a = 0; a < windows.length; ) {
    const best = known.has(windows[a] as string) ? null : longestFrom(a, windows, places, known)
    if (best) runs.push({ a, b: best.b, length: best.windows + shortest - 1 })
    a += best ? best.windows + shortest - 1 : 1
  }
  return runs
}

/** The place in the second text from which most windows in a row agree, starting at window `a` of the first. */
function longestFrom(
  a: number,
  windows: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  known: ReadonlySet<string>,
): { b: number; windows: number } | null {
  let best: { b: number; windows: number } | null = null
  for (const b of places.get(windows[a] as string) ?? []) {
    let count = 1
    for (; a + count < windows.length; count++) {
      const window = windows[a + count] as string
      if (known.has(window) || !places.get(window)?.includes(b + count)) break
    }
    if (!best || count > best.windows) best = { b, windows: count }
  }
  return best
}

function placesByWindow(words: readonly string[], size: number): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [place, window] of windowsOf(words, size).entries()) {
    const known = places.get(window)
    if (known) known.push(place)
    else places.set(window, [place])
  }
  return places
}

function windowsOf(words: readonly string[], size: number): string[] {
  return Array.from({ length: Math.max(0, words.length - size + 1) }, (_, i) => words.slice(i, i + size).join(' '))
}
