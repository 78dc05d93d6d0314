/** What a command prints, caught instead of shown. */

import { beforeEach, vi } from 'vitest'

/** What the test that runs has printed so far on each stream; call it once, outside of tests. */
export function catchPrinted(): { out: string; err: string } {
  const printed = { out: '', err: '' }
  const catching = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
    printed[stream] += text
    return true
  }
  beforeEach(() => {
    printed.out = ''
    printed.err = ''
    vi.spyOn(process.stdout, 'write').mockImplementation(catching('out'))
    vi.spyOn(process.stderr, 'write').mockImplementation(catching('err'))
  })
  return printed
}
