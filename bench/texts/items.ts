/** What a collector asks about: items of a corpus by subject, each written freshly, and what is answered to them. */

import type { Grammar } from '../grammar'

export const items: Grammar = {
  'item.arithmetic': [
    '{person} {did} {#3-90} {nouns} {prep} {np}. {sentence} After {#2-40} {nouns} were {did}, how many {nouns} are left?',
    '{^np} cost {#12-900} and {np} cost {#16-1200}. {sentence} What is the mean?',
    'A {noun} loses {#2-19} {nouns} an hour {prep} {np}. {sentence} When is it empty?',
  ],
  'item.code': [
    'write a function that {verb} {np} and {verb} {dets} {nouns}. {sentence} give its running time.',
    'find the fault: {clause}, yet {np} stays {adjective}. {sentence}',
    'refactor the {noun} that {verb} {np}. {sentence} {^query}',
  ],
  'item.science': ['{^query} {sentence}', '{sentence} {^query}', 'an experiment {verb} {np}. {sentence} {^query}'],
  'item.law': [
    '{person} {did} {np} {prep} {np}. {sentence} who must {does} {np}?',
    'the contract says that {clause}. {sentence} {^query}',
  ],
  'item.planning': [
    '{^order} {sentence} name {#2-9} risks {prep} {np}.',
    'plan how {np} could {does} {np} {prep} {#2-60} days. {sentence}',
  ],
  'item.language': [
    'explain what is odd about this: {clause}. {sentence}',
    'tell in {#40-300} words how {clause}. {sentence}',
    'rewrite so that it is {adjective}: {sentence} {sentence}',
  ],
  'item.answer': [
    '{#10-9000}',
    'yes, {clause}',
    'no, {clause}',
    '{np}',
    'about {#2-90} {nouns}',
    '{#1-12}:{#10-59}',
    '{clause}',
  ],
  'item.evolved': ['{^order} {sentence} {^query}', '{sentence} {^query} {sentence}', '{^query} {sentence} {sentence}'],
  'item.response': ['{sentence} {sentence}', '{sentence}', '{sentence} {sentence} {sentence}'],
  'item.reasoning': [
    '{sentence}',
    '{sentence}',
    'so {clause}.',
    'then {clause}.',
    'if {clause}, {clause}.',
    'that gives {#2-900} {nouns}.',
    'but {clause}, hence {clause}.',
    'check: {clause}.',
  ],
}
