/** What the texts of a request are, as few small numbers: topic, language, marks, system prompt and harness. One pass. */

import { harness } from './harnesses'
import { leastMarkWeight, type PromptMark, promptMarks } from './prompt-marks'
import { refused } from './refusals'
import { systemHashes } from './system-prompts'
import { languages, leastLanguageWeight } from './text-languages'
import { leastTopicWeight, topics } from './text-topics'
import { verdict } from './verdicts'
import { foundPhrases, heaviestClass, type PhraseClass, plainWords, weightOf, weightSums } from './weighted-phrases'

/** Topics and languages are counted from 1 in the order of their lists; 0 is none. Hashes of 0 are none. */
export const markColumns = {
  session: 'UInt64',
  topic: 'UInt8',
  language: 'UInt8',
  marks: 'UInt8',
  system_low: 'UInt64',
  system_high: 'UInt64',
  harness: 'UInt64',
} as const

/** Bits of `marks`. A verdict is looked for only where a rubric or a choice is set. */
const bits = [...promptMarks.map(({ id }) => id), 'verdict', 'refused'] as const

/** SQL: whether a request bears the mark. */
export function bears(mark: PromptMark | 'verdict' | 'refused'): string {
  return `bitTest(marks, ${bits.indexOf(mark)})`
}

const lists: PhraseClass[][] = [promptMarks, topics, languages]
const sumsOf = {
  marks: sums(promptMarks, 'mark'),
  topics: sums(topics, 'topic'),
  languages: sums(languages, 'language'),
}

function sums(list: PhraseClass[], name: string) {
  const expressions = weightSums('found_', lists, list)
  return expressions.map((sql, part) => ({ name: `${name}_sum_${part}`, sql }))
}

/** Of a longer text only so many bytes of its beginning and of its end are looked at. */
export const [headBytes, tailBytes] = [1500, 500]

function ends(text: string): string {
  const both = `concat(substringUTF8(${text}, 1, ${headBytes}), ' ', substring(${text}, -${tailBytes}))`
  return `if(length(${text}) <= ${headBytes + tailBytes}, ${text}, toValidUTF8(${both}))`
}

/** SQL for a WITH clause that `markValues` builds on, over String expressions of the texts. */
export function markExpressions(prompt: string, response: string): string {
  const all = Object.values(sumsOf).flat()
  return [
    `${foundPhrases(plainWords(ends(prompt)), lists)} AS found_`,
    ...all.map(({ name, sql }) => `${sql} AS ${name}`),
    ...promptMarks.map(({ id }, index) => `${weightOf(names('marks'), index)} >= ${leastMarkWeight} AS ${flag(id)}`),
    `(${flag('rubric')} OR ${flag('choice')}) AND ${verdict(response)} AS judged_`,
  ].join(', ')
}

const names = (of: keyof typeof sumsOf) => sumsOf[of].map(({ name }) => name)
const flag = (id: string) => `${id.replaceAll('-', '_')}_`

/** SQL of the values of `markColumns`, in their order; `system` are the hashes of the system prompt. */
export function markValues(response: string, system: [string, string] = systemHashes('system_prompt')): string {
  const flags = [...promptMarks.map(({ id }) => flag(id)), 'judged_', refused(response)]
  const marks = flags.map((one, bit) => `(${one}) * ${2 ** bit}`).join(' + ')
  const [low, high] = system
  const values = {
    session: `if(ifNull(session_id, '') = '', toUInt64(0), cityHash64(assumeNotNull(session_id)))`,
    topic: heaviestClass(names('topics'), topics.length, leastTopicWeight),
    language: heaviestClass(names('languages'), languages.length, leastLanguageWeight),
    marks: `toUInt8(${marks})`,
    system_low: low,
    system_high: high,
    harness: harness('user_agent', 'system_prompt'),
  } satisfies Record<keyof typeof markColumns, string>
  return Object.entries(values)
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ')
}

/** SQL for a WITH clause over canonical rows that gives each of `markColumns` its name. */
export function marksOfRow(): string {
  const texts = `ifNull(prompt, '') AS prompt_, ifNull(response, '') AS response_`
  return `${texts}, ${markExpressions('prompt_', 'response_')}, ${markValues('response_')}`
}
