"""What an analyst would do instead: for each prompt the TF-IDF cosines of all answers, with scikit-learn.

Reads the JSON lines files named on the command line, one model each; prints one line of JSON with times, processor time, and
the cosines of every prompt in the order of their ids.
"""

import json
import sys
import time

import numpy as np
import sklearn
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.preprocessing import normalize

WORDS = {"lowercase": True, "token_pattern": r"[^\W_]+(?:'[^\W\d_]+)*", "ngram_range": (1, 3)}

began = time.perf_counter()
models = []
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    models.append({record["prompt_id"]: record["output"] for record in records})
ids = sorted(set.intersection(*(set(model) for model in models)))
read = time.perf_counter()
read_cpu = time.process_time()

# The same definition as ours: (1 + ln tf) · ln(1 + n/df), df within the prompt.
cosines = []
for prompt in ids:
    counts = CountVectorizer(**WORDS, dtype=np.float64).fit_transform([model[prompt] for model in models])
    df = np.bincount(counts.indices, minlength=counts.shape[1])
    counts.data = (1 + np.log(counts.data)) * np.log(1 + counts.shape[0] / df)[counts.indices]
    unit = normalize(counts)
    cosines.append((unit @ unit.T).toarray())
done = time.perf_counter()
done_cpu = time.process_time()

# What is more usual, and another score: one vocabulary and one idf over all answers.
unit = TfidfVectorizer(**WORDS, sublinear_tf=True).fit_transform([model[prompt] for prompt in ids for model in models])
n = len(models)
usual = [(unit[at : at + n] @ unit[at : at + n].T).toarray() for at in range(0, len(ids) * n, n)]
usual_done = time.perf_counter()

print(
    json.dumps(
        {
            "version": sklearn.__version__,
            "readSeconds": read - began,
            "seconds": done - read,
            "cpuSeconds": done_cpu - read_cpu,
            "usualSeconds": usual_done - done,
            "usualCpuSeconds": time.process_time() - done_cpu,
            "cosines": [matrix.round(12).ravel().tolist() for matrix in cosines],
        }
    )
)
