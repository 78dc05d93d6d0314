import { expect, it } from 'vitest'
import { fileCase } from '@/lib/cases/schema'
import { invitePerson } from '@/lib/people/schema'
import { plainLine, plainText } from './plain-line'

it.each([
  ['\u202Egnp.exe\u202C', 'gnp.exe'],
  ['two\r\nlines\tand a tab', 'two lines and a tab'],
  [' zero\u200Bwidth\u0000 ', 'zerowidth'],
  ['علی\u200Cرضا 👩\u200D🔬', 'علی\u200Cرضا 👩\u200D🔬'],
])('shows %j as %j', (typed, kept) => {
  expect(plainLine.parse(typed)).toBe(kept)
})

it('is how titles and names are taken, so that what shows nothing is no title', () => {
  expect(fileCase.parse({ title: 'Paid \u202Eevil', severity: 'LOW' }).title).toBe('Paid evil')
  expect(fileCase.safeParse({ title: '\u200B\u200B\u200B', severity: 'LOW' }).success).toBe(false)
  const person = { email: 'a@example.org', role: 'LEGAL' }
  expect(invitePerson.parse({ ...person, name: 'Jonas \u2066Weber' }).name).toBe('Jonas Weber')
})

it.each([
  ['Paid \u202Edlos ton\u202C.', 'Paid dlos ton.'],
  [' One.\r\n\r\n\tTwo.\u0007 ', 'One.\n\n\tTwo.'],
  ['\u200Eعقد\u200F 👩\u200D🔬', '\u200Eعقد\u200F 👩\u200D🔬'],
])('shows prose %j as %j', (typed, kept) => {
  expect(plainText.parse(typed)).toBe(kept)
})

it('is how the facts of a case are taken', () => {
  const facts = 'They said \u202Eon\u202C.\nTwice.'
  expect(fileCase.parse({ title: 'Paid', severity: 'LOW', facts }).facts).toBe('They said on.\nTwice.')
})
