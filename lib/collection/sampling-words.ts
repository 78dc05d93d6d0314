/** Settings of decoding in words. Pure and isomorphic. */

import type { Sampling } from './collection-request'

/** "temperature 0.7, most output tokens 400, no system prompt": what was set; the rest is the endpoint's own. */
export function samplingWords({ system, temperature, topP, maxOutputTokens, seed }: Sampling): string {
  const of = (label: string, value: number | null) => (value === null ? [] : [`${label} ${value}`])
  const said = [
    ...of('temperature', temperature),
    ...of('top-p', topP),
    ...of('most output tokens', maxOutputTokens),
    ...of('seed', seed),
    ...(system === '' ? ['no system prompt'] : [`system prompt “${system}”`]),
  ]
  return said.join(', ')
}
