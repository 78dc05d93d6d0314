/** Turns a command into a server action: who acts, is the input well formed, what went wrong in one sentence. */

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { ActionResult } from './action-result'
import type { PersonActor } from './actor'
import { AppError, publicMessageOf } from './errors'
import { formValues } from './form-values'
import { log } from './log'
import { currentActor, requestAddress } from './session'

type Options<Output> = { redirectTo?: (value: Output) => string }

/**
 * A server action over `command`. The form's fields are parsed by `schema`; refusals come back as a result that keeps the form's
 * text on the page; faults are logged and answered by one neutral sentence.
 */
export function defineAction<Input, Output>(
  schema: z.ZodType<Input>,
  command: (actor: PersonActor, input: Input) => Promise<Output>,
  options: Options<Output> = {},
): (form: FormData) => Promise<ActionResult<Output>> {
  return answering(schema, options, async (input) => command(await signedIn(), input))
}

/** The same for the few actions that need nobody signed in; the command is told where the request came from. */
export function defineOpenAction<Input, Output>(
  schema: z.ZodType<Input>,
  command: (input: Input & { address: string | null }) => Promise<Output>,
  options: Options<Output> = {},
): (form: FormData) => Promise<ActionResult<Output>> {
  return answering(schema, options, async (input) => command({ ...input, address: await requestAddress() }))
}

function answering<Input, Output>(
  schema: z.ZodType<Input>,
  options: Options<Output>,
  work: (input: Input) => Promise<Output>,
) {
  return async (form: FormData): Promise<ActionResult<Output>> => {
    const result = await attempt(schema, work, form)
    if (!result.ok) return result
    revalidatePath('/', 'layout')
    if (options.redirectTo) redirect(options.redirectTo(result.value))
    return result
  }
}

async function attempt<Input, Output>(
  schema: z.ZodType<Input>,
  work: (input: Input) => Promise<Output>,
  form: FormData,
): Promise<ActionResult<Output>> {
  try {
    const parsed = schema.safeParse(formValues(form))
    if (!parsed.success) return invalid(parsed.error)
    return { ok: true, value: await work(parsed.data) }
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code, message: error.publicMessage }
    log.error({ err: error }, 'an action failed')
    return { ok: false, code: 'unavailable', message: publicMessageOf(error) }
  }
}

async function signedIn(): Promise<PersonActor> {
  const actor = await currentActor()
  if (actor) return actor
  throw new AppError(
    'not-signed-in',
    'Your session has ended. Sign in in another tab, then send this again; your text is kept.',
  )
}

function invalid(error: z.ZodError): ActionResult<never> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message
  const first = error.issues[0]?.message ?? 'Something in the form is missing.'
  return { ok: false, code: 'invalid-input', message: first, fields }
}
