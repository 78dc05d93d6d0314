/** Texts that share no run of eight words: a filter of fixed size remembers every run that was used. */

import { hashOf } from '../random'

const runWords = 8
const bits = 2 ** 27
const attempts = 8

/** The runs of eight words of a text, lower case, punctuation left out. */
export function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return Array.from({ length: Math.max(0, words.length - runWords + 1) }, (_, i) =>
    words.slice(i, i + runWords).join(' '),
  )
}

/** Remembers runs in 16 MiB; a run may be taken for known by mistake, never the other way round. */
export class FreshText {
  private readonly seen = new Uint8Array(bits / 8)

  /** The first of a few texts of `make` without a known run; its runs are known from now on. */
  next(make: () => string): string {
    for (let attempt = 1; ; attempt++) {
      const text = make()
      const places = runsOf(text).map((run) => hashOf(run) & (bits - 1))
      if (attempt < attempts && places.some((place) => this.has(place))) continue
      for (const place of places) this.seen[place >> 3] = (this.seen[place >> 3] ?? 0) | (1 << (place & 7))
      return text
    }
  }

  private has(place: number): boolean {
    return ((this.seen[place >> 3] ?? 0) & (1 << (place & 7))) !== 0
  }
}
