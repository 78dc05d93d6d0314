'use server'

/** Server actions of the claims page: claims, their citations, and answers to innocent explanations. */

import { defineAction } from '@/lib/platform/action'
import * as citations from './citations'
import * as commands from './commands'
import * as schema from './schema'

export const makeClaimAction = defineAction(schema.makeClaim, commands.makeClaim)
export const changeClaimAction = defineAction(schema.changeClaim, commands.changeClaim)
export const removeClaimAction = defineAction(schema.oneClaim, commands.removeClaim)
export const citeAction = defineAction(schema.cite, citations.cite)
export const removeCitationAction = defineAction(schema.oneCitation, citations.removeCitation)
export const answerExplanationAction = defineAction(schema.answerExplanation, commands.answerExplanation)
