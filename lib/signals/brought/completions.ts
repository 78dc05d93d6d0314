/** Which logs belong together: one has the requests, the other what it lacks, under a key that both have. */

/** `key` is SQL over the rows of the main log, equal to `request_id` of the other; `account` says whose account counts first. */
export type Completion = { main: string; other: string; key: string; account: 'main' | 'other' }

const completions: readonly Completion[] = [
  // CloudTrail has the address and the client that the invocation log lacks.
  { main: 'aws-bedrock', other: 'aws-cloudtrail', key: 'request_id', account: 'main' },
  // The gateway knows who called, the log of language models what was said.
  { main: 'azure-apim-llm', other: 'azure-apim-gateway', key: 'request_id', account: 'main' },
  // What was asked is in the input file, what was answered in the output file.
  { main: 'openai-batch', other: 'openai-batch', key: 'request_id', account: 'main' },
  // A trace names the user, which its observations do not.
  {
    main: 'langfuse',
    other: 'langfuse-traces',
    key: `JSONExtractString(ifNull(extra, ''), 'trace_id')`,
    account: 'other',
  },
]

/** How two logs without a rule of their own are joined: on the id of the request, the account being that of the main one. */
const onRequestId = (main: string, other: string): Completion => ({ main, other, key: 'request_id', account: 'main' })

/**
 * How `other` completes `main` when a person asks for it: by the rule of the two formats, else on the id of the request if both have
 * one and neither format says otherwise; undefined when they cannot be joined this way round.
 */
export function offeredCompletion(main: Known, other: Known): Completion | undefined {
  const ruled = completionOf(main, other)
  if (ruled || completionOf(other, main) || main.format === other.format) return ruled
  const both = [main, other].every(({ columnsPresent }) => columnsPresent.includes('request_id'))
  return both ? onRequestId(main.format, other.format) : undefined
}

type Known = { format: string; columnsPresent: readonly string[] }

/** How `other` completes `main`; undefined when it does not. Of two batch files the one with answers is the main one. */
export function completionOf(main: Known, other: Known): Completion | undefined {
  if (main.format === other.format && (!answers(main) || answers(other))) return undefined
  return completions.find((one) => one.main === main.format && one.other === other.format)
}

const answers = ({ columnsPresent }: Known) => columnsPresent.includes('status')

/** The logs that have a partner among all, each with its partners; those that only complete others are in no first place. */
export function completedLogs<T extends Known>(
  logs: readonly T[],
): { main: T; others: T[]; completion?: Completion }[] {
  const found = logs.map((main) => {
    const others = logs.filter((other) => completionOf(main, other))
    return { main, others, completion: others[0] && completionOf(main, others[0]) }
  })
  const used = new Set(found.flatMap(({ others }) => others))
  return found.filter(({ main }) => !used.has(main))
}
