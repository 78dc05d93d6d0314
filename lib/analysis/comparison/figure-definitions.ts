/** What the figures of a comparison mean, each with its formula's source, so that every number on the page can be opened. Pure. */

export type FigureDefinition = {
  term: string
  /** How sentences write it. */
  pattern: RegExp
  meaning: string
}

/** In the order in which a reader meets them. */
export const figureDefinitions: readonly FigureDefinition[] = [
  {
    term: 'Likelihood ratio',
    pattern: /log10 likelihood ratio|log10 LR|times as probable/,
    meaning:
      'How many times as probable the answers are if the suspect learned from the candidate’s output as if it did not. Of its log10, 0 says nothing either way, 1 is ten times, −1 is ten times the other way. Made from the three weighing methods by logistic regression on pairs whose relation is documented (Morrison 2013). It is never the probability that the suspect learned.',
  },
  {
    term: 'The most that the calibration supports',
    pattern: /the most that the calibration supports/,
    meaning:
      'A likelihood ratio beyond what the number of calibrated pairs can bear out is cut there: empirical lower and upper bounds (ELUB, Vergeer et al. 2016).',
  },
  {
    term: 'ENFSI scale',
    pattern: /ENFSI scale/,
    meaning:
      'Words for likelihood ratios of the European Network of Forensic Science Institutes (guideline of 2015): 1 to 10 is weak support. Nothing above it is reported here.',
  },
  {
    term: '95% interval',
    pattern: /95% (?:bootstrap )?interval/,
    meaning:
      'Where the figure lies in 95 of 100 resamples: the prompts are drawn again with replacement, as many as there are. For a likelihood ratio the calibration is drawn again too, and the interval holds for all candidates at once (level 1 − 0.05 ÷ candidates); it is widened to hold what the weight would be without any one control, and to hold 0 unless so large a weight is rare among unrelated pairs (p ≤ 0.05 after Holm’s correction).',
  },
  {
    term: 'Pairs of known relation',
    pattern: /pairs? of known relation|unrelated pairs|related pairs/,
    meaning:
      'A suspect and a candidate of the reference set. Related: documented as trained on that candidate’s output. Unrelated: no such training is documented and there is reason to hold that there was none. Each relation has a source; the calibration profile lists their number.',
  },
  {
    term: 'Held out',
    pattern: /held out/,
    meaning:
      'When a pair was weighed, nothing of the suspect’s family (base weights and training data) had taken part in fitting the weight, so the rate is not one of learning by heart.',
  },
  {
    term: 'Exact 95% limits',
    pattern: /exact 95% limits/,
    meaning:
      'Clopper and Pearson 1934: the true rate lies between them with 95% confidence, given how few pairs there are.',
  },
  {
    term: 'AUC',
    pattern: /AUC/,
    meaning:
      'Area under the ROC curve: how often a related pair, drawn at random, scores above an unrelated one. 1 is always, 0.5 is chance. It tells whether the order is right, not whether the weights are.',
  },
  {
    term: 'Cllr, and the least possible',
    pattern: /Cllr/,
    meaning:
      'Log-likelihood-ratio cost (Brümmer and du Preez 2006): ½ [mean over related pairs of log2(1 + 1 ÷ LR) + mean over unrelated pairs of log2(1 + LR)]. 0 is perfect, 1 is no better than saying nothing, above 1 misleads. The least possible is that of the same scores after the best monotonous recalibration (pool adjacent violators); what lies between the two is lost by calibration alone.',
  },
  {
    term: 'Equal error rate',
    pattern: /equal error rate/,
    meaning:
      'The share of wrong answers at the threshold where unrelated pairs come out above it as often as related ones below.',
  },
  {
    term: 'Resamples in which it comes first',
    pattern: /resamples? of the prompts/,
    meaning:
      'The prompts drawn again with replacement, with the seed under “Reproduce”: how often the same candidate comes first. It shows steadiness, not truth: a wrong candidate can come first steadily.',
  },
  {
    term: 'Shared and dropped prompts',
    pattern: /shared prompts?|dropped/,
    meaning:
      'Only prompts that every model answered count. Those that a model lacks or left empty are dropped, and listed under “Caveats” with the reason.',
  },
  {
    term: 'Widths',
    pattern: /widths/i,
    meaning:
      'How far a score lies above the median of pairs that are not related, in units of 1.4826 × the median absolute deviation from it; the mean over the weighing methods. 0 is ordinary; a likeness is not a weight. Error rate not established.',
  },
  {
    term: 'Score',
    pattern: /score centred on the controls/,
    meaning:
      'D(s,t) = S(s,t) − mean S(s,control) − mean S(control,t) + mean S over pairs of controls: how much more alike two models are than models that are not related. 0 is ordinary. Each method says under “Scores” what its S is.',
  },
]
