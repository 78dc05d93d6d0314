"""What an analyst would do instead: per-account aggregates and groups of masked prompts of a log, with pandas.

Reads canonical JSON lines from the file named first; prints one line of JSON with times, peak memory and what it finds of each account.
"""

import json
import resource
import sys
import time

import pandas as pd

began = time.perf_counter()
log = pd.read_json(sys.argv[1], lines=True, convert_dates=False, dtype=False)
read = time.perf_counter()

log["timestamp"] = pd.to_datetime(log["timestamp"], utc=True)
log = log[log["account_id"].notna() & (log["account_id"] != "")].sort_values(["account_id", "timestamp"])

# Volume: requests and output tokens per active day, and the busiest minute.
timed = log[log["timestamp"].notna()]
account = timed["account_id"]
by_account = timed.groupby("account_id")
requests = by_account.size()
days = timed["timestamp"].dt.floor("D").groupby(account).nunique()
tokens = by_account["output_tokens"].sum() / days
minutes = timed.groupby(["account_id", timed["timestamp"].dt.floor("min")]).size()
volume = pd.DataFrame(
    {"value": requests / days, "tokens": tokens, "peak_minute": minutes.groupby("account_id").max()}
)
plan = by_account["plan"].agg(lambda plans: plans.mode().iat[0] if plans.notna().any() else None)
volume["to_plan_median"] = volume["value"] / volume["value"].groupby(plan).transform("median")

# Rhythm: hours of the week in use, the longest pause, weekdays to weekends.
hour = timed["timestamp"].dt.dayofweek * 24 + timed["timestamp"].dt.hour
rhythm = pd.DataFrame(
    {
        "value": hour.groupby(account).nunique() / 168,
        "pause": by_account["timestamp"].diff().groupby(account).max(),
        "weekend": (hour >= 120).groupby(account).sum(),
    }
)

# Templates: prompts that are the same once case, numbers, quoted passages and code are masked.
prompts = log[log["prompt"].notna() & (log["prompt"] != "")]
masked = (
    prompts["prompt"]
    .str.lower()
    .str.replace(r'(?s)```.*?(?:```|$)|`[^`]*`|"[^"]*"|“[^”]*”', " quoted ", regex=True)
    .str.replace(r"\d+", "#", regex=True)
    .str.replace(r"\s+", " ", regex=True)
)
used = prompts.groupby(["account_id", masked]).size().rename("requests").reset_index()
spread = used.groupby("prompt")["account_id"].nunique().rename("accounts")
used = used.join(spread, on="prompt")
top = used.sort_values("requests").groupby("account_id").tail(1).set_index("account_id")
templates = pd.DataFrame(
    {"value": top["requests"] / prompts.groupby("account_id").size(), "accounts": top["accounts"]}
)
done = time.perf_counter()

print(
    json.dumps(
        {
            "readSeconds": read - began,
            "aggregateSeconds": done - read,
            "cpuSeconds": time.process_time(),
            "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024),
            "version": pd.__version__,
            "results": [len(volume), len(rhythm), len(templates)],
            "volume": volume["value"].to_dict(),
            "hours": rhythm["value"].to_dict(),
            "top": templates["value"].to_dict(),
            "spread": {account: int(count) for account, count in templates["accounts"].items()},
        }
    )
)
