/** Turns a function into a route handler: who acts, and every refusal as a status with one sentence. */

import type { PersonActor } from './actor'
import { AppError, publicMessageOf } from './errors'
import { log } from './log'
import { isFromElsewhere } from './origin'
import { currentActor } from './session'

type Handler<P> = (actor: PersonActor, request: Request, params: P) => Promise<Response>

/** A route handler for signed-in people. `AppError` becomes its status and sentence as JSON; a fault becomes 500 and is logged. */
export function defineRoute<P>(handler: Handler<P>) {
  return async (request: Request, context: { params: Promise<P> }): Promise<Response> => {
    try {
      const actor = await currentActor()
      if (!actor) throw new AppError('not-signed-in', 'Sign in first.')
      refuseForeignOrigin(request)
      return await handler(actor, request, await context.params)
    } catch (error) {
      return refusal(error)
    }
  }
}

/** The answer to any thrown thing. */
function refusal(error: unknown): Response {
  if (!(error instanceof AppError)) log.error({ err: error }, 'a route failed')
  const status = error instanceof AppError ? error.status : 500
  return Response.json({ message: publicMessageOf(error) }, { status, headers: { 'cache-control': 'no-store' } })
}

function refuseForeignOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  if (isFromElsewhere(request)) {
    throw new AppError('forbidden', 'This request came from another site and was refused.')
  }
}
