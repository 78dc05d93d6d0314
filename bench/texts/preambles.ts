/** Long fixed instructions of a collector: public ones send the same preamble before every item. Our own wording. */

import type { Grammar } from '../grammar'

export const preambles: Grammar = {
  'collect.preamble': [
    '{p.role} {p.input} {p.goal} {p.rule1} {p.rule2} {p.rule3} {p.rule4} {p.check} {p.form}\n\n',
    '{p.role}\n\n{p.goal} {p.input}\n\nRules:\n1. {p.rule1}\n2. {p.rule2}\n3. {p.rule3}\n4. {p.rule4}\n\n{p.form} {p.check}\n\n',
  ],
  'p.role': [
    'You take part in preparing a collection of worked reasoning for a study of how problems are solved.',
    'You are an expert who writes down the thinking that experts usually keep to themselves.',
    'You are a patient solver whose every intermediate thought is recorded for later use.',
  ],
  'p.input': [
    'Each item gives you a question and, where it is known, the final answer that a strong solver has already produced for it.',
    'Below you will find one item, made of a question and of the completed response that belongs to it.',
  ],
  'p.goal': [
    'Imagine the internal reasoning behind the completed response and write it out in full, one step after the other, as if you were thinking it for the first time.',
    'Your task is to articulate the chain of thought that leads from the question to the final answer, without leaving out what seems obvious.',
  ],
  'p.rule1': [
    'Do not mention in any way that the answer was shown to you, and do not refer to these rules.',
    'Never say that you have seen the answer before you begin, and never quote this text.',
  ],
  'p.rule2': [
    'Include the doubts, the alternatives that were considered, the checks that were made, and the point at which each wrong path was given up.',
    'Show where the first idea fails, how the failure is noticed, and what is tried instead, before the right path is taken.',
  ],
  'p.rule3': [
    'Write in the first person and in the present tense, in the language in which the question is asked.',
    'Use plain sentences without headings, tables or decoration, in the language of the question.',
  ],
  'p.rule4': [
    'Use as many steps as the question needs and never fewer than eight, each of them on a line of its own.',
    'Give every calculation in full with all of its intermediate values, and state each assumption on which it rests.',
  ],
  'p.check': [
    'Before you end, compare the result with the given answer and go through the steps again if they differ.',
    'At the end, verify the result by a second and shorter way that does not use the first.',
  ],
  'p.form': [
    'Put the reasoning between <reasoning> and </reasoning> and the answer alone behind it.',
    'Begin with the reasoning and finish with one last line that holds nothing but the answer.',
  ],
  'collect.rewriter': [
    'Your part is to rewrite tasks. {w.goal} {w.rule1} {w.rule2} {w.rule3} {w.rule4} {w.form}\n\nTask as it stands:\n',
  ],
  'w.goal': [
    'Turn the task below into a more demanding one of the same kind, so that well-known systems find it harder to solve while a careful person can still do it.',
    'Deepen the task below: whatever it asks about should be asked with more breadth and more depth than before.',
    'Change the task below so that it can only be solved by several explicit steps of reasoning where one step was enough.',
    'Replace the general notions in the task below by more specific ones and keep it solvable.',
    'Take the task below as an example and create a rarer one from the same field with about the same length.',
  ],
  'w.rule1': ['The new task must be understood by people without further context and must be answerable.'],
  'w.rule2': [
    'Leave tables, code and numbers that belong to the task as they are, and add at most one requirement or condition to it.',
  ],
  'w.rule3': ['Do not make the task much longer: between ten and twenty words may be added to what is there.'],
  'w.rule4': ['Words that belong to this instruction and not to the task must not appear in the new one.'],
  'w.form': ['Return the new task alone, without an answer and without an introduction.'],
}
