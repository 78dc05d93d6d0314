import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { generateLog } from '@/bench/generate-log'
import { Random } from '@/bench/random'
import { touchstone } from './command-line'
import { eventually } from './eventually'
import { analystWithCases } from './filed-cases'
import { type ChildName, type Installation, startInstallation } from './installation'
import { brokenBlobs, intakeOf, jobs, leftovers, stages } from './intake-facts'
import { freeze, type Moment, moments, type Sight, thaw } from './moments'
import { type Held, type Owner, ownerAt } from './owner'
import { readUndisturbed } from './read-undisturbed'
import { type Ask, announce, finish, sendRest, sha256Of, signedIn } from './resumed-upload'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const victims: ChildName[] = ['web server', 'worker', 'batch engine', 'database']
const steps = ['between two pieces of an upload', ...Object.keys(moments)]
const points = steps.flatMap((step) => victims.map((victim) => ({ step, victim, name: `${victim}, ${step}` })))

/** A moment that had passed before everything stood still is tried again with other bytes. */
const tries = 3
const rows = 3000
const pieces = 4

type Intake = { caseId: string; bytes: Buffer }
type Strike = { victim: ChildName; chance: Random; intake: Intake }

const settings = { ...process.env }
const struck: { point: string; sight: Sight }[] = []
const intakes: Intake[] = []
let installation: Installation
let owner: Owner
let ask: Ask
let caseIds: string[]

test.beforeAll(async () => {
  test.setTimeout(240_000)
  installation = await startInstallation()
  owner = ownerAt(installation.ownerUrl)
  Object.assign(process.env, installation.environment)
  const analyst = await analystWithCases(points.length * 2)
  caseIds = analyst.caseIds
  ask = await signedIn(installation.address, analyst)
})

test.afterAll(async () => {
  await installation?.remove()
  for (const name of Object.keys(installation?.environment ?? {})) {
    if (settings[name] === undefined) delete process.env[name]
    else process.env[name] = settings[name]
  }
})

/** A log whose last line is cut off: that one is rejected. */
async function logOf(seed: number): Promise<Buffer> {
  const lines: string[] = []
  for await (const line of generateLog({ rows, accounts: 200, seed })) lines.push(line)
  return Buffer.from(`${lines.join('')}{"cut off\n`)
}

async function newIntake(): Promise<Intake> {
  const intake = { caseId: caseIds.pop() as string, bytes: await logOf(intakes.length + 1) }
  intakes.push(intake)
  return intake
}

const announced = ({ caseId, bytes }: Intake) => announce(ask, { caseId, name: 'log.jsonl', bytes })
const pieceOf = ({ bytes }: Intake) => Math.ceil(bytes.length / pieces)

/** Sends the rest of an upload, and makes it evidence. */
async function handIn(intake: Intake, uploadId: string): Promise<void> {
  const { bytes } = intake
  await sendRest(ask, { uploadId, bytes, piece: pieceOf(intake) })
  await finish(ask, uploadId, bytes)
}

async function strikeBetweenPieces({ victim, chance, intake }: Strike): Promise<Sight> {
  const uploadId = await announced(intake)
  const { bytes } = intake
  const at = 1 + chance.below(pieces - 1)
  let sent = 0
  let sight: Sight = null
  await sendRest(ask, { uploadId, bytes, piece: pieceOf(intake) }, async (arrived) => {
    sent += 1
    if (sent !== at) return
    await pause(chance.below(50))
    sight = `${arrived} of ${bytes.length} bytes have arrived`
    const killed = await installation.kill(victim)
    // Half of the times the upload goes on while the process is still away.
    if (chance.unit() < 0.5) await installation.restored(victim, killed)
  })
  await finish(ask, uploadId, bytes)
  return sight
}

async function strikeAt(moment: Moment, { victim, chance, intake }: Strike): Promise<Sight> {
  const { caseId, bytes } = intake
  const uploadId = await announced(intake)
  await sendRest(ask, { uploadId, bytes, piece: pieceOf(intake) })
  const target = { id: uploadId, original: sha256Of(bytes), caseId }
  const place = { installation, owner, chance }
  freeze(installation, 'worker')
  let gate: Held | undefined
  try {
    // Finishing holds the case as the gate does: the gate closes behind it, before the worker may begin.
    await finish(ask, uploadId, bytes)
    gate = await moment.gate(place, target)
    await moment.comes(place, target)
    freeze(installation, 'batch engine', 'worker')
    const sight = moment.seen(target)
    if (sight === null) return null
    const killed = await installation.kill(victim)
    thaw(installation, 'batch engine', 'worker')
    await gate.release()
    await installation.restored(victim, killed)
    return sight
  } finally {
    thaw(installation, 'batch engine', 'worker')
    await gate?.release()
  }
}

async function untilIdle(caseId: string): Promise<void> {
  let left: unknown
  const isIdle = async () => {
    left = await jobs(owner)
    const made = await owner.rows('SELECT 1 FROM dataset WHERE "caseId" = $1', [caseId])
    return made.length > 0 && (left as unknown[]).length === 0
  }
  await eventually('all work is done', isIdle, { every: 100 }).catch((error) => {
    throw new Error(`${error.message} Left: ${JSON.stringify(left)}`, { cause: error })
  })
}

for (const { step, victim, name } of points) {
  test(`killed: ${name}`, async () => {
    const began = Date.now()
    const chance = new Random(20, name)
    let sight: Sight = null
    for (let attempt = 0; attempt < tries && sight === null; attempt++) {
      const strike = { victim, chance, intake: await newIntake() }
      const moment = moments[step]
      sight = await (moment ? strikeAt(moment, strike) : strikeBetweenPieces(strike))
      await untilIdle(strike.intake.caseId)
      expect(await stages(installation.environment)).toEqual([])
    }
    struck.push({ point: name, sight })
    console.log(`  ${name}: ${sight ?? 'MISSED'} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  })
}

test('nearly every point was hit', () => {
  const missed = struck.filter(({ sight }) => sight === null).map(({ point }) => point)
  expect(struck).toHaveLength(points.length)
  expect(missed.length, `missed: ${missed.join('; ')}`).toBeLessThanOrEqual(2)
})

/** Each step and each victim at the least once. */
const hasTwin = (position: number) => position % 5 === 0 || position === intakes.length - 1

test('each left what the same bytes leave where nothing is disturbed: one dataset, one set of events, the same hashes', async () => {
  test.setTimeout(480_000)
  const twins = new Map<number, string>()
  for (const [position, { bytes }] of intakes.entries()) {
    if (!hasTwin(position)) continue
    const twin = { caseId: caseIds.pop() as string, bytes }
    await handIn(twin, await announced(twin))
    twins.set(position, twin.caseId)
  }
  for (const caseId of twins.values()) await untilIdle(caseId)
  const usual = await intakeOf(owner, twins.get(0) as string)
  const read = await readUndisturbed(
    installation.environment,
    intakes.map(({ bytes }) => bytes),
  )
  for (const [position, { caseId, bytes }] of intakes.entries()) {
    const facts = await intakeOf(owner, caseId)
    const twin = twins.get(position)
    if (twin) expect(facts).toEqual(await intakeOf(owner, twin))
    expect(facts.originals).toEqual([{ state: 'SEALED', sha256: sha256Of(bytes) }])
    expect(facts.datasets).toEqual([read[position]])
    expect(facts.datasets).toMatchObject([{ rows, rejected: 1 }])
    expect(facts.analyses).toEqual([{ kind: 'SIGNALS', state: 'DONE', sha256: expect.any(String) }])
    expect(facts.events.map(({ type }) => type)).toEqual(usual.events.map(({ type }) => type))
  }
})

test('no file, note or job is left over, every blob is what its name says, and the record is whole', async () => {
  expect(await leftovers(owner, installation.home)).toEqual([])
  expect(await brokenBlobs(installation.home)).toEqual([])
  expect(await jobs(owner)).toEqual([])
  expect(await touchstone(installation.home, 'record', 'verify')).toMatch(/^0: whole/)
  expect(installation.words()).not.toMatch(/^\s+at .*:\d+:\d+/m)
  for (const victim of victims) expect(installation.words()).toContain(`${victim} ended by itself`)
})
