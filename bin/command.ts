/** What a command of `touchstone` is. */

export type Command = {
  /** The word or words after `touchstone`. */
  name: string
  /** One line for the list of commands. */
  summary: string
  /** What `--help` prints. */
  usage: string
  /** With it, the database of this installation is reached, or started for as long as the command runs. */
  needs?: 'database'
  /** Runs with the words after the name; gives the exit code: 0 done, 1 failed, 2 wrongly called. */
  run(args: string[]): Promise<number>
}
