/** All text banks of the usage-log generator as one compiled language. */

import { compile } from '../grammar'
import { answers } from './answers'
import { collection } from './collection'
import { conversations } from './conversations'
import { desks } from './desks'
import { documents } from './documents'
import { items } from './items'
import { nouns } from './nouns'
import { preambles } from './preambles'
import { sentences } from './sentences'
import { tongues } from './tongues'
import { vocabulary } from './words'

export const logLanguage = compile({
  ...vocabulary,
  ...nouns,
  ...sentences,
  ...tongues,
  ...items,
  ...desks,
  ...documents,
  ...conversations,
  ...answers,
  ...collection,
  ...preambles,
})
