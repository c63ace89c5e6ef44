"""Writes the golden cases: plans with inline model and gpu, and the metrics of the reference implementation.

Usage: python3 make_golden.py            (from anywhere; the result does not change from run to run)
"""
import copy
import json
import random
from pathlib import Path

from cost_model import metrics
from golden_catalog import GPUS, MODELS
from golden_picked import picked

TARGET = Path(__file__).resolve().parent.parent / "resources" / "golden" / "reference.json"
SEED, RANDOM_CASES = 20251, 130
FORMATS = ["bf16", "bf16", "fp16", "fp8", "fp8", "int8", "nvfp4", "mxfp4", "int4"]


def random_attention(rng):
    if rng.random() < .3:
        attention = dict(kind="mla", heads=rng.choice([16, 32, 64]), kvRank=rng.choice([128, 256, 512]),
                         nopeDim=rng.choice([64, 128]), ropeDim=rng.choice([32, 64]), valueDim=rng.choice([64, 128]))
        if rng.random() < .7:
            attention["qRank"] = rng.choice([384, 768, 1536])
        return attention
    heads = rng.choice([8, 12, 16, 24, 32, 40])
    kv_heads = rng.choice([k for k in (1, 2, 4, 8, heads) if heads % k == 0])
    attention = dict(kind="gqa", heads=heads, kvHeads=kv_heads, headDim=rng.choice([64, 96, 128, 256]))
    if rng.random() < .2:
        attention["outputGate"] = True
    return attention


def random_moe(rng, layers):
    experts = rng.choice([8, 16, 20, 60, 64, 128])
    moe = dict(experts=experts, topK=rng.randint(1, min(8, experts)), expertWidth=rng.choice([512, 1000, 1408, 2048]))
    if rng.random() < .4:
        moe["sharedWidth"] = rng.choice([512, 1408, 2816])
    if rng.random() < .4:
        moe["denseFirst"] = rng.randint(1, min(4, layers - 1))
    if rng.random() < .25:
        moe["every"] = rng.choice([2, 3])
    return moe


def random_model(rng, number):
    layers = rng.randint(6, 40)
    model = dict(id="random-%d" % number, name="Random %d" % number, layers=layers,
                 hidden=rng.choice([768, 1536, 2048, 3072, 5120, 6144]), vocabulary=rng.choice([32000, 50257, 151936]),
                 tiedEmbeddings=rng.random() < .4, maxContextTokens=rng.choice([8192, 131072]),
                 attention=random_attention(rng))
    if rng.random() < .6:
        model["moe"] = random_moe(rng, layers)
    moe = model.get("moe", dict(every=2))
    if moe.get("every", 1) > 1 or moe.get("denseFirst", 0) > 0 or rng.random() < .2:
        model["ffn"] = dict(width=rng.choice([2048, 8192, 11008, 16384]), matrices=rng.choice([2, 3, 3]))
    if model["attention"]["kind"] == "gqa":
        kind = rng.random()
        if kind < .35:
            model["slidingWindow"] = dict(windowTokens=rng.choice([100, 128, 1024, 4096]))
            if rng.random() < .75:
                model["slidingWindow"]["fullEvery"] = rng.choice([2, 3, 4, 6])
        elif kind < .55:
            model["linearAttention"] = dict(keyHeads=rng.choice([8, 16]), valueHeads=rng.choice([16, 32]),
                                            keyDim=rng.choice([64, 128]), valueDim=128, convKernel=4,
                                            fullEvery=rng.choice([2, 3, 4]))
    return model


def random_parallelism(rng, model):
    """Degrees whose groups are whole; heads and experts need not divide, the numbers are defined all the same."""
    par = {}
    t = rng.choice([1, 1, 2, 2, 4, 8, 8, 16] + ([3, 5, 12] if rng.random() < .2 else []))
    c = rng.choice([1, 1, 1, 1, 2, 4])
    expert = 1
    if "moe" in model and rng.random() < .65:
        group = t * c
        divisors = [x for x in range(1, group + 1) if group % x == 0]
        multiples = [group * x for x in (1, 2, 4, 8) if group * x <= 64]
        expert = rng.choice(divisors + 2 * multiples)
    pipeline = rng.choice([1, 1, 1, 2, 2, 3, 4, min(8, model["layers"])])
    par.update({k: v for k, v in dict(tensor=t, context=c, expert=expert, pipeline=pipeline,
                                      data=rng.choice([1, 1, 1, 2, 3, 4])).items() if v != 1 or rng.random() < .3})
    if t > 1 and rng.random() < .3:
        par["sequence"] = True
    if pipeline > 1 and rng.random() < .4:
        stages = [model["layers"] // pipeline] * pipeline
        stages[-1] += model["layers"] % pipeline
        if stages[0] > 1:
            stages[0] -= 1
            stages[rng.randrange(1, pipeline)] += 1
        par["layersPerStage"] = stages
    return par


def random_workload(rng):
    workload = dict(inputTokens=rng.choice([1, 17, 128, 500, 1000, 2048, 4096, 8192, 10000, 30000, 70001]),
                    outputTokens=rng.choice([1, 2, 15, 100, 129, 256, 1024, 4000]),
                    concurrentRequests=rng.choice([1, 1, 2, 3, 5, 8, 16, 31, 64, 100, 256, 1000]))
    if rng.random() < .4:
        workload["maxBatchedTokens"] = rng.choice([512, 2048, 4096, 5000, 16384])
    return workload


def random_assumptions(rng):
    profile = rng.choice(["plan", "plan", "ideal", "calibrated", "calibrated"])
    assumptions = dict(profile=profile)
    if profile == "calibrated" and rng.random() < .5:
        assumptions["engine"] = rng.choice(["sglang", "vllm"])
    ranges = dict(mfu=(.3, 1), attentionMfu=(.1, 1), mbu=(.4, 1), linkEfficiency=(.2, 1), gemmHalfRows=(0, 300),
                  overheadPerLayerSeconds=(0, 1e-4), overheadPerMoeLayerSeconds=(0, 1e-4),
                  overheadPerStepSeconds=(0, 3e-3), reserveBytes=(0, 4e9), usableMemoryFraction=(.5, 1),
                  expertImbalance=(1, 3), prefillShareInDecode=(0, 1))
    for key, (low, high) in ranges.items():
        if rng.random() < .15:
            value = rng.uniform(low, high)
            assumptions[key] = round(value) if key in ("gemmHalfRows", "reserveBytes") else round(value, 6)
    return assumptions


def random_hardware(rng):
    hardware = dict(gpu=copy.deepcopy(rng.choice(list(GPUS.values()))))
    choices = dict(gpusPerNode=[2, 4, 6, 8, 16], intraNodeBytesPerSecond=[64 * 10 ** 9, 900 * 10 ** 9],
                   interNodeBytesPerSecond=[12500 * 10 ** 6, 100 * 10 ** 9], intraNodeLatencySeconds=[1e-6, 9e-6],
                   interNodeLatencySeconds=[0.0, 3e-5], pricePerGpuHour=[1.25, 2.99])
    for key, values in choices.items():
        if rng.random() < (.4 if key == "pricePerGpuHour" else .15):
            hardware[key] = rng.choice(values)
    return hardware


def random_plan(rng, number):
    if rng.random() < .5:
        model = copy.deepcopy(rng.choice(list(MODELS.values())))
    else:
        model = random_model(rng, number)
    plan = dict(name="random %03d %s" % (number, model["id"]), model=model, hardware=random_hardware(rng),
                parallelism=random_parallelism(rng, model), workload=random_workload(rng),
                assumptions=random_assumptions(rng))
    precision = {k: rng.choice(FORMATS) for k in ("weights", "experts") if rng.random() < .5}
    precision.update({k: rng.choice(["bf16", "fp8"]) for k in ("kvCache", "activations") if rng.random() < .4})
    if precision:
        plan["precision"] = precision
    if "pricePerGpuHour" in plan["hardware"] and rng.random() < .7:
        plan["demand"] = dict(tokensPerDay=rng.choice([10 ** 8, 25 * 10 ** 8]), utilization=rng.choice([.4, .75, 1]))
    return plan


def all_plans():
    rng = random.Random(SEED)
    return picked() + [random_plan(rng, number) for number in range(1, RANDOM_CASES + 1)]


def main():
    plans = all_plans()
    assert len({p["name"] for p in plans}) == len(plans)
    cases = [dict(name=p["name"], plan=p, metrics=metrics(p)) for p in plans]
    about = ("Written by src/test/reference/make_golden.py: metrics of an independent Python implementation of the "
             "cost model. SI units; keys that start with _ are lists, one value a pipeline stage.")
    head = json.dumps(about)
    lines = ",\n".join(json.dumps(case, allow_nan=False) for case in cases)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text('{"about": %s, "cases": [\n%s\n]}\n' % (head, lines), encoding="utf-8")
    print(len(cases), "cases,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
