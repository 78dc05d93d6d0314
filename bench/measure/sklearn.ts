/** Measures `phrase-affinity` beside the same TF-IDF computed by scikit-learn, over the same files in one run. */

import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { scorePhraseAffinity } from '@/lib/comparison/methods/phrase-affinity'
import type { ModelOutputs } from '@/lib/comparison/outputs/model-outputs'
import { preparePrompts } from '@/lib/comparison/outputs/prepare-prompts'
import { readModelOutputsFile } from '@/lib/comparison/outputs/read-outputs'
import { writeOutputs } from '../generate-outputs'
import type { Figure } from './report'

const run = promisify(execFile)
const script = fileURLToPath(new URL('sklearn_tfidf.py', import.meta.url))
/** Debian's own comes second: another Python often stands before it and has no scikit-learn. */
const interpreters = ['python3', '/usr/bin/python3']
const size = { prompts: 805, controls: 12, essays: 3 }

interface SklearnRun {
  version: string
  readSeconds: number
  seconds: number
  cpuSeconds: number
  usualSeconds: number
  usualCpuSeconds: number
  /** Of each prompt, row-major. */
  cosines: number[][]
}

interface OwnRun {
  readSeconds: number
  seconds: number
  cpuSeconds: number
  cosines: Float64Array[]
}

/** Times of both and their ratio, and how far the cosines are apart; says so when scikit-learn is not installed. */
export async function sklearnFigures(seed: number): Promise<Figure[]> {
  const python = await pythonWithSklearn()
  if (!python) {
    const note = 'not measured: scikit-learn is not installed (python3-sklearn in Debian)'
    return [figure('TF-IDF cosines: times as fast as scikit-learn', null, { unit: '×', note })]
  }
  const folder = await mkdtemp(join(tmpdir(), 'touchstone-bench-tfidf-'))
  try {
    const paths = await writeOutputs(folder, { seed, ...size })
    const { stdout } = await run(python, [script, ...paths.values()], { maxBuffer: 256 * 1024 ** 2 })
    return figuresOf(JSON.parse(stdout) as SklearnRun, await runOwn(paths))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function pythonWithSklearn(): Promise<string | null> {
  for (const python of interpreters) {
    const found = await run(python, ['-c', 'import sklearn']).catch(() => null)
    if (found) return python
  }
  return null
}

/** Once and with nothing warmed. Words are made numbers within what is timed, and every text is normalised besides. */
async function runOwn(paths: ReadonlyMap<string, string>): Promise<OwnRun> {
  const began = performance.now()
  const models: ModelOutputs[] = []
  for (const [name, path] of paths) models.push(await readModelOutputsFile(name, path))
  const read = performance.now()
  const cpu = process.cpuUsage()
  const cosines = preparePrompts(models).prompts.map((prompt) => {
    const into = new Float64Array(models.length ** 2)
    scorePhraseAffinity(prompt, into, [])
    return into
  })
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - read) / 1000
  return { readSeconds: (read - began) / 1000, seconds, cpuSeconds: (user + system) / 1e6, cosines }
}

function figuresOf(theirs: SklearnRun, own: OwnRun): Figure[] {
  const processors = ({ cpuSeconds }: { cpuSeconds: number }) => `${cpuSeconds.toFixed(1)} s of processors`
  const apart = theirs.cosines.reduce(
    (most, matrix, p) =>
      matrix.reduce((far, value, cell) => Math.max(far, Math.abs(value - (own.cosines[p]?.[cell] ?? 9))), most),
    0,
  )
  return [
    figure(`scikit-learn ${theirs.version}: TF-IDF cosines of 15 × ${size.prompts} answers`, theirs.seconds, {
      ...{ unit: 's', note: `${processors(theirs)}; reading the files ${theirs.readSeconds.toFixed(1)} s` },
    }),
    figure('the same by phrase-affinity, texts normalised besides', own.seconds, {
      ...{ unit: 's', note: `${processors(own)}; reading the files ${own.readSeconds.toFixed(1)} s` },
    }),
    figure('TF-IDF cosines: times as fast as scikit-learn, by processors', theirs.cpuSeconds / own.cpuSeconds, {
      ...{ unit: '×', limit: 1, atLeast: true },
      note: `${(theirs.usualCpuSeconds / own.cpuSeconds).toFixed(1)} × as fast as one idf over all answers, the usual way (${theirs.usualSeconds.toFixed(1)} s)`,
    }),
    figure('greatest difference of a cosine from scikit-learn', apart, { limit: 1e-9 }),
  ]
}

const figure = (what: string, value: number | null, rest: Partial<Figure>): Figure => ({
  ...{ part: 'comparison', what, value, unit: '' },
  ...rest,
})
