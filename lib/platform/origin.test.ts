import { expect, it } from 'vitest'
import { isFromElsewhere } from './origin'

const asked = (origin?: string) =>
  isFromElsewhere({ headers: new Headers({ host: 'touchstone.example:3000', ...(origin && { origin }) }) })

it('lets our own pages and callers without a browser through', () => {
  expect(asked('http://touchstone.example:3000')).toBe(false)
  expect(asked()).toBe(false)
})

it.each(['https://elsewhere.example', 'http://touchstone.example', 'null', '::::'])(
  'knows %s as another site',
  (origin) => {
    expect(asked(origin)).toBe(true)
  },
)
