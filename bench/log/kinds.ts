/** The kinds of application: which texts they send, how long they answer, when they run. */

export type Hours = 'office' | 'evening' | 'flat' | 'night'

export interface Kind {
  prompt: string
  response: string
  system?: string
  instruction?: string
  /** Sentences of the answer: median and log-normal spread. */
  answer: readonly [number, number]
  /** Pasted material after the prompt: rule, median sentences and spread. */
  paste?: readonly [string, number, number]
  maxTokens: readonly (number | null)[]
  temperature: readonly (number | null)[]
  hours: readonly (readonly [Hours, number])[]
  /** Mean requests of a session, and median seconds between them. */
  session: readonly [number, number]
}

const warm = [null, 0.7, 0.7, 1, 0.3]
const cold = [0, 0, 0.1, null]

export const kinds = {
  support: {
    prompt: 'support.prompt',
    response: 'support.response',
    system: 'support.system',
    answer: [1.2, 0.86],
    maxTokens: [300, 512, null],
    temperature: warm,
    hours: [
      ['evening', 3],
      ['office', 2],
      ['flat', 1],
    ],
    session: [3, 70],
  },
  code: {
    prompt: 'code.prompt',
    response: 'code.response',
    system: 'code.system',
    answer: [1.4, 0.86],
    paste: ['snippet', 0.6, 1.36],
    maxTokens: [1024, 2048, 4096, null],
    temperature: cold,
    hours: [
      ['office', 5],
      ['evening', 1],
    ],
    session: [6, 90],
  },
  translate: {
    prompt: 'translate.prompt',
    response: 'translate.response',
    instruction: 'translate.instruction',
    answer: [1.2, 0.86],
    paste: ['foreign.German', 1, 0.985],
    maxTokens: [1000, 2000, null],
    temperature: cold,
    hours: [
      ['office', 3],
      ['flat', 1],
    ],
    session: [5, 12],
  },
  summary: {
    prompt: 'summary.prompt',
    response: 'summary.response',
    instruction: 'summary.instruction',
    answer: [1.5, 0.6],
    paste: ['note', 0.9, 0.985],
    maxTokens: [256, 400, null],
    temperature: [0.2, 0.3, null],
    hours: [
      ['office', 4],
      ['flat', 2],
    ],
    session: [2, 25],
  },
  extract: {
    prompt: 'extract.prompt',
    response: 'extract.response',
    instruction: 'extract.instruction',
    answer: [1, 0.2],
    maxTokens: [200, 500],
    temperature: cold,
    hours: [
      ['office', 2],
      ['flat', 2],
      ['night', 1],
    ],
    session: [12, 4],
  },
  chat: {
    prompt: 'chat.prompt',
    response: 'chat.response',
    answer: [1.4, 0.86],
    maxTokens: [null, null, 1000],
    temperature: warm,
    hours: [
      ['evening', 4],
      ['office', 3],
    ],
    session: [4, 60],
  },
  foreign: {
    prompt: 'foreign.prompt',
    response: 'chat.response',
    answer: [1.4, 0.86],
    paste: ['foreign.Spanish', 1, 0.985],
    maxTokens: [null],
    temperature: warm,
    hours: [
      ['evening', 2],
      ['office', 1],
    ],
    session: [4, 60],
  },
  study: {
    prompt: 'study.prompt',
    response: 'chat.response',
    answer: [1.4, 0.86],
    maxTokens: [null],
    temperature: [null],
    hours: [
      ['evening', 4],
      ['office', 1],
    ],
    session: [4, 80],
  },
  labels: {
    prompt: 'labels.prompt',
    response: 'labels.response',
    instruction: 'labels.instruction',
    answer: [1, 0],
    maxTokens: [4, 8, 16],
    temperature: [0],
    hours: [['night', 1]],
    session: [150, 2],
  },
  evaluation: {
    prompt: 'evaluate.prompt',
    response: 'evaluate.response',
    answer: [1, 0.5],
    maxTokens: [512, 1024],
    temperature: [0],
    hours: [['night', 1]],
    session: [120, 3],
  },
  tool: {
    prompt: 'tool.prompt',
    response: 'tool.response',
    system: 'tool.system',
    answer: [2, 0.3],
    maxTokens: [1024],
    temperature: [0],
    hours: [
      ['office', 3],
      ['evening', 2],
    ],
    session: [9, 9],
  },
  explain: {
    prompt: 'explain.prompt',
    response: 'reasoning.response',
    instruction: 'explain.instruction',
    answer: [2.5, 0.5],
    maxTokens: [800],
    temperature: [0.2],
    hours: [['flat', 1]],
    session: [2, 30],
  },
  suite: {
    prompt: 'suite.prompt',
    response: 'evaluate.response',
    answer: [1, 0.5],
    maxTokens: [256],
    temperature: [0],
    hours: [['office', 1]],
    session: [40, 1],
  },
  pipeline: {
    prompt: 'draft.prompt',
    response: 'chat.response',
    answer: [3, 0.5],
    maxTokens: [1500],
    temperature: [0.7],
    hours: [
      ['office', 2],
      ['flat', 1],
    ],
    session: [4, 20],
  },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds
