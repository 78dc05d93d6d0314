/** The shape of the code, checked. A failing line says which file, which rule, and why the rule is there. */

import { describe, expect, test } from 'vitest'
import { operationalTables } from '@/lib/platform/db'
import { withoutActor } from './architecture/actors'
import { cycles } from './architecture/cycles'
import { loosePins, registryHosts, unreviewedLicences } from './architecture/dependencies'
import { climbingImports, forbiddenImports } from './architecture/imports'
import { badNames, barrels, defaultExports } from './architecture/names'
import { staleCascades, unlistedCascades, zonelessTimes } from './architecture/schema'
import { longFiles, longFunctions, quantileOfLines } from './architecture/sizes'
import { bannedWords, withoutOpening } from './architecture/words'

const nothing = (rule: () => string[]) => () => expect(rule().join('\n')).toBe('')

describe('rooms', () => {
  test('nobody imports what the table of rooms forbids', nothing(forbiddenImports))
  test('a path that leaves its room starts at the root', nothing(climbingImports))
  test('no file needs itself', nothing(cycles))
})

describe('names', () => {
  test('a name says what it is, in kebab-case', nothing(badNames))
  test('exports have names', nothing(defaultExports))
  test('no file only passes on others', nothing(barrels))
})

describe('sizes', () => {
  test('no file is too long', nothing(longFiles))
  test('no function is too long', nothing(longFunctions))
  test('nine of ten files have at most 150 lines', () => expect(quantileOfLines(0.9)).toBeLessThanOrEqual(150))
  test('half of the files have at most 60 lines', () => expect(quantileOfLines(0.5)).toBeLessThanOrEqual(60))
})

describe('the door to writing', () => {
  test('commands and queries take the actor first', nothing(withoutActor))
  test('tables that change without an event are these, and no case shows them as fact', () => {
    expect([...operationalTables].sort()).toEqual(['jobProgress', 'session', 'signInThrottle', 'upload'])
  })
})

describe('the schema', () => {
  test('nothing deletes on its own without a listed reason', nothing(unlistedCascades))
  test('every listed cascade is still there', nothing(staleCascades))
  test('every time has its zone', nothing(zonelessTimes))
})

describe('words', () => {
  test('nothing is written that has no place here', nothing(bannedWords))
  test('a module opens with what it guarantees', nothing(withoutOpening))
})

describe('dependencies', () => {
  test('licences are permissive or reviewed', nothing(unreviewedLicences))
  test('the lock file names no registry', nothing(registryHosts))
  test('versions are exact', nothing(loosePins))
})
