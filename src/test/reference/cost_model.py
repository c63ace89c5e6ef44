"""A second, independent implementation of the cost model: slow, naive and close to the text.

It exists to be compared with the application number by number, so it shares no code with it, groups nothing,
loops over every layer, and keeps the order of the written model: inputs, groups, memory, one pass, metrics.
Plain Python 3, standard library only. `metrics(plan)` takes one plan object with inline model and gpu.
Inputs and groups are read in inputs.py, memory is in memory.py, one pass in passes.py, the metrics are here.
Run this file to check the published parameter counts.
"""
from inputs import Inputs, ceil_div, is_moe, peak, read, read_model
from memory import capacity_tokens, fits, largest, parameters, stage_memory
from passes import chunks, run


def through(passes, overhead):
    """Seconds after each pass: the first goes through every stage, each further one adds its slowest stage."""
    times, now = [], 0.0
    for index, stages in enumerate(passes):
        seconds = [p.total() for p in stages]
        now += (sum(seconds) if index == 0 else max(seconds)) + overhead
        times.append(now)
    return times


def burst(i):
    """Seconds after which each of the b requests of a rank has its first token."""
    width = min(i.a, i.per_replica)
    if i.S > i.C:
        one = [run(i, 1, q, x, q * width, ending=end) for q, x, end in chunks(i)]
        return through(one * i.b, i.per_step)[len(one) - 1::len(one)]
    shared = min(max(1, i.C // i.S), i.b)
    counts = [shared] * (ceil_div(i.b, shared) - 1)
    counts.append(i.b - sum(counts))
    made = {n: run(i, n, i.S, i.S, i.S * n * width, ending=n) for n in set(counts)}
    times = through([made[n] for n in counts], i.per_step)
    return [time for n, time in zip(counts, times) for _ in range(n)]


def other_prefill(i):
    """Seconds that another request's prefill takes from the slowest stage at steady load."""
    width = min(i.a, i.per_replica)
    if i.S > i.C:
        return sum(max(p.total() for p in run(i, 1, q, x, q * width, ending=end)) + i.per_step
                   for q, x, end in chunks(i))
    n = min(max(1, i.C // i.S), i.b)
    stages = run(i, n, i.S, i.S, i.S * n * width, ending=n)
    return (max(p.total() for p in stages) + i.per_step) / n


def fastest_peak(i):
    used = [i.weights, i.activations, "bf16"] + ([i.experts] if any(is_moe(i, l) for l in range(i.L)) else [])
    return max(peak(i, f) for f in used)


def add_memory_metrics(i, out):
    context = i.S + i.O
    stages = [stage_memory(i, s, i.B, context) for s in range(i.p)]
    worst = max(stages, key=lambda parts: parts[4])                      # max keeps the first on a tie
    for at, name in enumerate(("weights", "kvCache", "activations", "reserve", "total")):
        out["memory." + name] = worst[at]
        out["_stage.memory." + name] = [parts[at] for parts in stages]
    out["memory.capacity"] = i.hbm * i.usable
    out["memory.utilization"] = worst[4] / i.hbm
    capacity = capacity_tokens(i)
    if capacity is not None:
        out["kv.capacityTokens"] = capacity
    out["batch.max"] = largest(lambda B: fits(i, B, context))
    out["context.max"] = largest(lambda x: fits(i, i.B, x))


def add_prefill_metrics(i, out):
    passes = [run(i, 1, q, x, q, ending=end) for q, x, end in chunks(i)]  # alone: N is the chunk
    alone = through(passes, i.per_step)[-1]
    times = burst(i)
    out["ttft.alone"] = alone
    out["ttft.burst.first"], out["ttft.burst.last"] = times[0], times[-1]
    out["ttft.burst.mean"] = sum(times) / len(times)
    flops = sum(i.t * i.c * (p.flop - p.expert_flop) + i.W * p.expert_flop for stages in passes for p in stages)
    out["prefill.flops"] = flops
    out["prefill.flops.perGpu"] = max(sum(stages[s].flop for stages in passes) for s in range(i.p))
    out["bound.ttft.alone"] = flops / (i.W * i.p * fastest_peak(i))
    out["mfu.prefill"] = flops / (i.W * i.p * fastest_peak(i) * alone)
    add_stages(out, "_stage.prefill.", passes[0])
    return alone


def add_decode_metrics(i, out):
    n = ceil_div(i.b, i.m)
    stages = run(i, n, 1, i.S + i.O / 2, ceil_div(i.per_replica, i.m), decode=True, ending=n)
    seconds = [p.total() for p in stages]
    bare = max(sum(seconds), i.m * max(seconds))
    step = bare + i.per_step
    most_bytes = max(p.bytes for p in stages)
    flops = i.m * sum(p.flop for p in stages) * i.W
    out["decode.step"] = step
    out["decode.bytes.perGpu"] = i.m * most_bytes
    out["mfu.decode"] = flops / (i.W * i.p * fastest_peak(i) * step)
    out["mbu.decode"] = i.m * most_bytes / (i.bandwidth * step)
    out["share.communication"] = sum(p.seconds["link"] for p in stages) / sum(seconds)
    out["share.bubble"] = 1 - i.m * sum(seconds) / (i.p * bare)
    out["imbalance.stages"] = max(seconds) / (sum(seconds) / len(seconds)) - 1
    out["bound.tpot"] = sum(p.read for p in stages) / i.bandwidth
    add_stages(out, "_stage.decode.", stages)
    return step


def add_stages(out, prefix, stages):
    out[prefix + "seconds"] = [p.total() for p in stages]
    for kind in ("compute", "memory", "link", "overhead"):
        out[prefix + kind] = [p.seconds[kind] for p in stages]


def add_steady_metrics(i, out, alone, step):
    other = other_prefill(i)
    wait = step if i.b > 1 else 0.0
    cycle = wait + alone + (i.b - 1) * other + (i.O - 1) * step
    phi = 0.0 if i.O == 1 else i.phi
    out["tpot.steady"] = step + (phi * (i.b - 1) * other / (i.O - 1) if i.O > 1 else 0.0)
    out["ttft.steady"] = wait + alone + (1 - phi) * (i.b - 1) * other
    out["e2e.steady"] = cycle
    requests = i.B / cycle
    out["throughput.requests"] = requests
    out["throughput.outputTokens"] = requests * i.O
    out["throughput.outputTokens.perGpu"] = requests * i.O / i.gpus
    out["throughput.outputTokens.perReplica"] = requests * i.O / i.r
    out["throughput.totalTokens"] = requests * (i.S + i.O)
    out["throughput.totalTokens.perGpu"] = requests * (i.S + i.O) / i.gpus


def add_cost_metrics(i, out, demand):
    tokens = out["throughput.outputTokens"]
    if i.price is not None:
        out["cost.perHour"] = i.gpus * i.price
        million = i.gpus * i.price / (tokens * 3600 * demand.get("utilization", 1)) * 1e6
        out["cost.perMillionTokens"], out["cost.per1kTokens"] = million, million / 1000
        if "tokensPerDay" in demand:
            out["cost.perDay"] = demand["tokensPerDay"] / 1e6 * million
    if i.watts is not None:
        out["power.watts"] = i.gpus * i.watts
        out["energy.joulesPerToken"] = i.gpus * i.watts / tokens


def metrics(plan):
    i = read(plan)
    out = {"gpus": i.gpus, "replicas": i.r, "gpus.perReplica": i.W * i.p}
    out["params.total"], out["params.active"] = parameters(i)
    out["layers.perStage"], out["heads.perGpu"] = list(i.per_stage), i.h / i.t
    if i.moe:
        out["experts.perGpu"] = ceil_div(i.E, i.e)
    add_memory_metrics(i, out)
    alone = add_prefill_metrics(i, out)
    step = add_decode_metrics(i, out)
    add_steady_metrics(i, out, alone, step)
    out["bound.throughput.perGpu"] = fastest_peak(i) / (2 * out["params.active"])
    add_cost_metrics(i, out, plan.get("demand", {}))
    return out


# --- self-check ------------------------------------------------------------------------------------------------

def self_check():
    def count(model):
        i = Inputs()
        read_model(i, model)
        return parameters(i)[0]

    llama = dict(layers=32, hidden=4096, vocabulary=128256, ffn=dict(width=14336),
                 attention=dict(kind="gqa", heads=32, kvHeads=8, headDim=128))
    qwen = dict(layers=94, hidden=4096, vocabulary=151936, moe=dict(experts=128, topK=8, expertWidth=1536),
                attention=dict(kind="gqa", heads=64, kvHeads=4, headDim=128))
    deepseek = dict(layers=61, hidden=7168, vocabulary=129280, ffn=dict(width=18432),
                    moe=dict(experts=256, topK=8, expertWidth=2048, sharedWidth=2048, denseFirst=3),
                    attention=dict(kind="mla", heads=128, qRank=1536, kvRank=512, nopeDim=128, ropeDim=64,
                                   valueDim=128))
    assert count(llama) == 8030261248, count(llama)
    assert round(count(qwen) / 1e9, 2) == 235.09, count(qwen)
    assert round(count(deepseek) / 1e9, 2) == 671.03, count(deepseek)
    print("parameter counts agree with the published ones")


if __name__ == "__main__":
    self_check()
