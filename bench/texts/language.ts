/** All text banks of the usage-log generator as one compiled language. */

import { compile } from '../grammar'
import { answers } from './answers'
import { collection } from './collection'
import { conversations } from './conversations'
import { desks } from './desks'
import { documents } from './documents'
import { nouns } from './nouns'
import { preambles } from './preambles'

export const logLanguage = compile({
  ...nouns,
  ...desks,
  ...documents,
  ...conversations,
  ...answers,
  ...collection,
  ...preambles,
})
