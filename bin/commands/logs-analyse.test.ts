import { afterEach, describe, expect, it, vi } from 'vitest'
import { logsAnalyse } from './logs-analyse'

afterEach(() => vi.restoreAllMocks())

/** Exit code and what was said on each stream. */
async function call(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0)
  return { code: await logsAnalyse.run(args), out: out.join(''), err: err.join('') }
}

describe('touchstone logs analyse, wrongly called', () => {
  it.each([
    [[], 'Name at least one log file to analyse.\n'],
    [['no-such-log.jsonl'], 'There is no file no-such-log.jsonl. Check its name.\n'],
    [
      ['no-such.jsonl', 'package.json', 'lib'],
      'There is no file no-such.jsonl. Check its name.\nlib is not a file. Name the log files themselves.\n',
    ],
    [['lib'], 'lib is not a file. Name the log files themselves.\n'],
    [['package.json', '--top', '0'], '--top takes a whole number from 1 to 2147483647, not "0".\n'],
    [['package.json', '--releases', 'no-such.csv'], 'There is no file no-such.csv. Check its name.\n'],
    [['package.json', '--mapping', 'no-such.json'], 'There is no file no-such.json. Check its name.\n'],
    [
      ['package.json', '--mapping', 'package.json'],
      'This is no mapping (columns). Say which field fills which column.\n',
    ],
    [['package.json', '--colour'], `Unknown option '--colour'. See touchstone logs analyse --help.\n`],
  ])('%j is refused with one sentence and exit code 2', async (args, sentence) => {
    expect(await call(...args)).toEqual({ code: 2, out: '', err: sentence })
  })

  it('explains itself', async () => {
    expect(await call('--help')).toMatchObject({ code: 0, out: `${logsAnalyse.usage}\n` })
  })
})
