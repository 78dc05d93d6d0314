/** The steps by which a comparison gets its detail, each told by name and amount to whoever waits. */

export type DetailStep = { step: string; done: number; total: number; unit: string }

/** Told, and awaited, as a step begins and as it goes on. */
export type TellStep = (step: DetailStep) => Promise<unknown> | undefined

/** Says that so much more of a step is done, one unless it is given. */
export type Tick = (more?: number) => Promise<void>

export const steps = {
  passages: 'Finding shared passages',
  groups: 'Leaving out groups of prompts',
  variants: 'Cutting answers and removing formatting',
  witnesses: 'Answering other explanations',
  contributions: 'Finding what each prompt adds',
  file: 'Writing down every prompt',
} as const

/** The names of the steps in their order; other explanations are a step only where a model speaks to one. */
export function detailSteps({ witnesses }: { witnesses: number }): string[] {
  return Object.values(steps).filter((step) => step !== steps.witnesses || witnesses > 0)
}

/** Begins a step and gives what counts it on. */
export async function begin(tell: TellStep, step: Omit<DetailStep, 'done'>): Promise<Tick> {
  let done = 0
  await tell({ ...step, done })
  return async (more = 1) => {
    done += more
    await tell({ ...step, done: Math.min(done, step.total) })
  }
}
