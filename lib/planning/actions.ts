'use server'

/** Plans as server actions. */

import { defineAction } from '@/lib/platform/action'
import { registerPlan } from './commands'
import { registerPlanSchema } from './schema'

export const registerPlanAction = defineAction(registerPlanSchema, registerPlan)
