import { beforeAll, expect, test } from 'vitest'
import type { PersonActor } from '@/lib/platform/actor'
import { asOwner } from '@/tests/database'
import { personWith } from '@/tests/evidence'
import { allowLoopback } from '@/tests/planned-collection'
import { allowHost, refuseHost, registerEndpoint, removeEndpoint, replaceKey } from './endpoint-commands'
import { allowedHosts, endpoints } from './queries'
import { registerEndpointSchema } from './schema'

let admin: PersonActor
let lead: PersonActor
const key = 'a-secret-key-of-one-wxyz'

beforeAll(async () => {
  allowLoopback()
  ;[admin, lead] = [await personWith('ADMIN'), await personWith('LEAD')]
})

const form = (changed: Record<string, unknown> = {}) =>
  registerEndpointSchema.parse({
    ...{ name: 'One', provider: 'OPENAI_COMPATIBLE', baseUrl: 'https://api.example.test/v1', key },
    ...changed,
  })

/** Everything that the database holds in text or bytes, as one would search a stolen copy. */
async function wholeDatabase(): Promise<string> {
  const rows = await asOwner<{ row: string }>(`
    SELECT row_to_json(t)::text AS row FROM model_endpoint t
    UNION ALL SELECT row_to_json(t)::text FROM event_payload t
    UNION ALL SELECT row_to_json(t)::text FROM graphile_worker._private_jobs t`)
  return rows.map(({ row }) => row).join('\n')
}

test('an endpoint needs an allowed host, and its key is nowhere to be read', async () => {
  await expect(registerEndpoint(lead, form())).rejects.toThrow('Ask an administrator to put it on the list')
  await allowHost(admin, { host: 'api.example.test' })
  const { endpointId } = await registerEndpoint(lead, form())
  await replaceKey(lead, { endpointId, key: `${key}-2` })
  const shown = JSON.stringify([await endpoints(lead), await allowedHosts(lead)])
  expect(shown).toContain('"hasKey":true')
  const [hex, plain] = [Buffer.from(key).toString('hex'), await wholeDatabase()]
  for (const text of [shown, plain]) for (const part of [key, hex, key.slice(-4)]) expect(text).not.toContain(part)
  await removeEndpoint(lead, { endpointId })
  expect(await asOwner(`SELECT 1 FROM model_endpoint WHERE id = $1 AND "sealedKey" IS NOT NULL`, [endpointId])).toEqual(
    [],
  )
  expect(await endpoints(lead)).toEqual([])
})

test('only an administrator keeps hosts; analysts keep nothing; others see nothing', async () => {
  const analyst = await personWith('ANALYST')
  for (const somebody of [lead, analyst]) {
    await expect(allowHost(somebody, { host: 'a.example.test' })).rejects.toThrow('Only an administrator')
    await expect(refuseHost(somebody, { host: 'a.example.test' })).rejects.toThrow('Only an administrator')
  }
  await expect(registerEndpoint(analyst, form())).rejects.toThrow('kept by administrators and leads')
  for (const role of ['LEGAL', 'MANAGER'] as const)
    await expect(endpoints(await personWith(role))).rejects.toThrow('shown to those who')
})

test.each([
  ['http://api.example.test/v1', 'over https only'],
  ['https://127.0.0.1/v1', 'private or loopback'],
  ['https://[::1]/v1', 'private or loopback'],
  ['https://10.0.0.1/v1', 'private or loopback'],
])('%s is refused where the environment does not allow private addresses', async (baseUrl, sentence) => {
  const host = new URL(baseUrl).host
  await allowHost(admin, { host }).catch(() => undefined)
  process.env.TOUCHSTONE_PRIVATE_ENDPOINTS = ''
  await expect(registerEndpoint(lead, form({ baseUrl })).finally(allowLoopback)).rejects.toThrow(sentence)
})

test('an address with a name, a password or a question in it is no base address', () => {
  for (const baseUrl of [
    'https://me:pw@api.example.test/v1',
    'https://api.example.test/v1?key=1',
    'file:///etc/passwd',
  ])
    expect(registerEndpointSchema.safeParse({ ...form(), baseUrl }).success).toBe(false)
})
