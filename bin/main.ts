/** Finds the command that was meant and runs it; a wrong call gets one sentence and exit code 2. */

import { AppError } from '@/lib/platform/errors'
import { withInstallation } from '@/scripts/installation'
import { sentenceFor } from '@/scripts/refusal'
import type { Command } from './command'

/** Loaded when needed, so that a command brings only what it uses. */
const commands: Record<string, () => Promise<Command>> = {
  backup: async () => (await import('./commands/backup')).backup,
  calibrate: async () => (await import('./commands/calibrate')).calibrateCommand,
  compare: async () => (await import('./commands/compare')).compareCommand,
  'logs analyse': async () => (await import('./commands/logs-analyse')).logsAnalyse,
  'record verify': async () => (await import('./commands/record-verify')).recordVerify,
  restore: async () => (await import('./commands/restore')).restore,
}

/** Runs what the words after `touchstone` say; resolves with the exit code: 0 done, 1 failed, 2 wrongly called. */
export async function main(words: string[]): Promise<number> {
  if (words.length === 0 || words[0] === '--help' || words[0] === '-h' || words[0] === 'help') {
    process.stdout.write(await overview())
    return words.length === 0 ? 2 : 0
  }
  const name = Object.keys(commands).find((known) => known.split(' ').every((word, at) => words[at] === word))
  const load = name ? commands[name] : undefined
  if (!name || !load) return wrong(words)
  const args = words.slice(name.split(' ').length)
  try {
    const command = await load()
    if (args.includes('--help') || args.includes('-h')) {
      process.stdout.write(`${command.usage}\n`)
      return 0
    }
    return await (command.needs === 'database' ? withInstallation(() => command.run(args)) : command.run(args))
  } catch (error) {
    const sentence = error instanceof AppError ? error.publicMessage : sentenceFor(error)
    process.stderr.write(sentence ? `${sentence}\n` : `${(error as Error)?.stack ?? error}\n`)
    return 1
  }
}

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  const width = Math.max(...all.map(({ name }) => name.length))
  const lines = all.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return `Usage: touchstone COMMAND [ARGUMENTS]\n\n${lines.join('\n')}\n\n\`touchstone COMMAND --help\` says more about each.\n`
}

function wrong(words: string[]): number {
  const group = Object.keys(commands).filter((name) => name.startsWith(`${words[0]} `))
  const hint =
    group.length > 0 ? `There is ${group.map((name) => `\`${name}\``).join(', ')}` : 'See `touchstone --help`'
  process.stderr.write(`touchstone has no command "${words.slice(0, 2).join(' ')}". ${hint}.\n`)
  return 2
}
