/** What a prompt asks for, as far as phrases tell: grades, choices, training examples, who the model is, its instructions. */

import type { PhraseClass } from './weighted-phrases'

/** A prompt bears a mark when the phrases of it that it has weigh this much together. */
export const leastMarkWeight = 5

export const promptMarks = [
  {
    id: 'rubric',
    phrases: {
      5: 'impartial judge|scoring rubric|grading rubric|scoring criteria|grading criteria|evaluation criteria|evaluation rubric|assign a score|assign a grade|give a score|give it a score|*[[rating|as a judge_|the following rubric|rate each|score each|grade each',
      3: '*"score"|*"rating"|*"grade"|answer key|on a scale|rubric|out of 10_|out of 5_|out of 100_|from 1 to 10|from 1 to 5|from 0 to 10|from 0 to 100|from 1 to 100|between 1 and 10|between 1 and 5|between 0 and 1|1-10|1-5|0-10|1 to 10_|1 to 5_|0 to 10_|0-100|0 or 1_|you are a grader|you are an evaluator|pass or fail|correct or incorrect|is the answer correct|your score|final score|reference answer|grader|marking scheme',
      2: 'rate the|rate this|rate how|score the|score this|grade the|grade this|evaluate the|evaluate this|judge the|judge how|judge whether|rating_|score_|criteria_|only the number|only a number|single number|an integer|verdict|points for|points if',
      1: 'the response|the answer|the essay|helpfulness|correctness|coherence',
    },
  },
  {
    id: 'choice',
    phrases: {
      5: '*[[a]]|*[[b]]|which response|which answer is|which of the two|which completion|which output|which assistant|pairwise comparison|compare the two|compare these two|two responses|two answers|two candidate|two completions',
      3: 'response a_|response b_|assistant a_|assistant b_|answer a_|answer b_|output a_|output b_|completion a_|completion b_|response 1_|response 2_|candidate 1_|candidate 2_|a or b_',
      2: 'is better|the better|more helpful|prefer_|winner_|one letter|just the letter|only the letter|pick the better|both responses|both answers|a tie_',
      1: 'compare both|judge_|option a_|option b_',
    },
  },
  {
    id: 'training-format',
    phrases: {
      5: 'fine-tuning data|fine-tuning example|fine-tune a|finetune a|finetuning data|instruction tuning|instruction-tuning|training data|training example|training set for|training dataset|synthetic data|synthetic example|preference pair|sharegpt|alpaca format|instruction-following data|question-answer pairs|question and answer pairs|q&a pairs|qa pairs|instruction-response|instruction/output|prompt rewriter|#rewritten prompt|#given prompt|the given prompt|created prompt|task instructions|in jsonl|jsonl_|chatml',
      3: '*"instruction"|come up with a set of|come up with a series of|diverse tasks|diverse task|diverse instructions|diverse questions|new tasks|different tasks|variety of tasks|variety of instructions|### instruction|###instruction|*"output"|*"messages"|*"conversations"|*"role"|instruction input output|instruction and output|instruction input and output|one json object per line|json lines|jsonl|more complex version|generate tasks',
      2: 'triple|triplet|dataset|data set|instruction  input|### response|### input|*"input"|*"response"|*"prompt"|user and assistant|turns between|seed task|seed example|language model',
      1: 'diverse_|instructions_|gpt_|llm_|tasks_',
    },
  },
  {
    id: 'identity',
    phrases: {
      5: 'who are you_|who made you|who created you|who trained you|who developed you|who built you|which model are you|what model are you|what language model are you|which language model are you|which ai are you|what ai are you|which llm are you|what llm are you|which version are you|what version are you|are you chatgpt|are you gpt|are you claude|are you gemini|are you llama|are you based on|what model is this|which model is this|your model name|your model version|your exact model|which company made you|which company trained you|what company made you|your knowledge cutoff|your knowledge cut-off|your training cutoff|your training data cutoff|identify yourself as',
      3: 'your maker_|your developer_|your creator_',
      2: 'who is_|name_|which company|which ai_|which model',
    },
  },
  {
    id: 'instructions',
    phrases: {
      5: 'your system prompt|your system message|your initial prompt|your initial instructions|your hidden prompt|your hidden instructions|your developer message|your secret instructions|your original instructions|your full instructions|repeat the words above|repeat everything above|repeat the text above|print everything above|output everything above|print the text above|copy everything above|reveal the system prompt|show the system prompt|print the system prompt|output the system prompt|repeat the system prompt|system prompt verbatim|you were given before this|instructions you were given',
      3: 'system prompt|above this line|text above_|ignore previous|ignore all previous|ignore your previous|ignore the above|disregard previous|disregard all|forget all previous|previous instructions|starting with "you are',
      2: 'verbatim|word for word|reveal_|repeat_|print your|show me your',
    },
  },
] as const satisfies PhraseClass[]

export type PromptMark = (typeof promptMarks)[number]['id']
