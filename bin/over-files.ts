/** The start that commands over files share: `--help` prints how they are called, and a refusal is one sentence. */

import { AppError, publicMessageOf } from '@/lib/platform/errors'
import type { Command } from './command'

/** Makes the `run` of a command from its work. Exit codes: 0 done, 2 refused. */
export function overFiles(usage: string, work: (args: string[]) => Promise<void>): Command['run'] {
  return async (args) => {
    if (args.includes('--help') || args.includes('-h')) {
      process.stdout.write(`${usage}\n`)
      return 0
    }
    try {
      await work(args)
      return 0
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      process.stderr.write(`${publicMessageOf(error)}\n`)
      return 2
    }
  }
}
