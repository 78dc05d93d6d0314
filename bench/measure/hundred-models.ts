/** Measures a comparison of a hundred models over 5,000 prompts from files by the command line, in a process of its own. */

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeOutputs } from '../generate-outputs'
import { observed } from './memory'
import type { Figure } from './report'

const run = promisify(execFile)
const size = { prompts: 5000, controls: 97, essays: 3 }
const models = size.controls + 3
const GiB = 1024 ** 3
const limitGiB = 8

/** Its memory, its time, and what it said of how far it was. */
export async function hundredModelFigures(seed: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-hundred-'))
  try {
    const paths = [...(await writeOutputs(folder, { seed, ...size }))]
    let bytes = 0
    for (const [, path] of paths) bytes += (await stat(path)).size
    const out = join(folder, 'result.json')
    const began = performance.now()
    const { result, peakBytes, cpuSeconds } = await observed(() => run('./bin/touchstone', callOf(paths, out)))
    const seconds = (performance.now() - began) / 1000
    const { prompts } = JSON.parse(await readFile(out, 'utf8')) as { prompts: { shared: number } }
    const what = `${models} models × ${prompts.shared} prompts`
    const lines = result.stderr.trim().split('\n')
    const note = `${(bytes / GiB).toFixed(2)} GiB of files; this process and the command`
    return [
      figure(`${what}: peak memory`, peakBytes / GiB, { unit: 'GiB', limit: limitGiB, note }),
      figure(`${what}: read and compared`, seconds, {
        unit: 's',
        note: `${cpuSeconds.toFixed(0)} s of processors`,
      }),
      figure(`${what}: notes of progress`, lines.length, {
        limit: 3,
        atLeast: true,
        note: `the last: ${lines.at(-1)}`,
      }),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The first is the suspect, the next two are candidates. */
function callOf(paths: readonly [string, string][], out: string): string[] {
  const roles = ['--suspect', '--candidate', '--candidate']
  return ['compare', ...paths.flatMap(([name, path], k) => [roles[k] ?? '--control', `${name}=${path}`]), '--json', out]
}

const figure = (what: string, value: number, rest: Partial<Figure>): Figure => ({
  ...{ part: 'comparison', what, value, unit: '' },
  ...rest,
})
