"""The hand-picked golden cases: one for each corner of the cost model that a random plan might miss."""
import copy

from golden_catalog import GPUS, MODELS


def plan(name, model, gpu, parallelism=None, workload=None, precision=None, hardware=None, demand=None, **assumptions):
    assumptions.setdefault("profile", "plan")
    found = dict(name=name, model=copy.deepcopy(MODELS[model]), hardware=dict(gpu=copy.deepcopy(GPUS[gpu])),
                 assumptions=assumptions)
    found["hardware"].update(hardware or {})
    for key, value in (("parallelism", parallelism), ("workload", workload), ("precision", precision),
                       ("demand", demand)):
        if value:
            found[key] = value
    return found


def load(requests, inputs, outputs, **more):
    return dict(concurrentRequests=requests, inputTokens=inputs, outputTokens=outputs, **more)


def formats(weights, experts=None, kv="bf16", activations="bf16"):
    found = dict(weights=weights, kvCache=kv, activations=activations)
    if experts:
        found["experts"] = experts
    return found


FP8 = formats("fp8", kv="fp8")


def picked():
    return dense() + mixtures() + reports() + context_parallel() + corners() + overrides() + engines() + padding()


def dense():
    priced = dict(pricePerGpuHour=1.3)
    return [
        plan("llama-8b on one h100, defaults", "llama-3.1-8b", "h100-sxm"),
        plan("llama-8b on one h100, 64 requests, priced", "llama-3.1-8b", "h100-sxm", workload=load(64, 1024, 256),
             hardware=priced, demand=dict(tokensPerDay=10 ** 9, utilization=.6)),
        plan("llama-8b on one h100, priced, nothing demanded", "llama-3.1-8b", "h100-sxm",
             workload=load(8, 1024, 256), hardware=priced),
        plan("llama-70b tp8", "llama-3.1-70b", "h100-sxm", dict(tensor=8), load(32, 2048, 512)),
        plan("llama-70b tp4 sp pp2 dp2", "llama-3.1-70b", "h100-sxm",
             dict(tensor=4, pipeline=2, data=2, sequence=True), load(50, 3000, 300), FP8),
        plan("llama-405b tp16 over two nodes", "llama-3.1-405b", "h100-sxm", dict(tensor=16), load(16, 2048, 256),
             FP8),
        plan("llama-70b tp12 over nodes of eight", "llama-3.1-70b", "h100-sxm", dict(tensor=12), load(16, 2048, 256)),
        plan("llama-405b tp8 pp3, uneven", "llama-3.1-405b", "h200-sxm",
             dict(tensor=8, pipeline=3, layersPerStage=[43, 43, 40]), load(7, 5000, 700)),
        plan("tied embeddings on one gpu", "qwen3-1.7b", "l40s", workload=load(16, 500, 100)),
        plan("tied embeddings over four stages", "qwen3-1.7b", "l40s", dict(pipeline=4), load(16, 500, 100)),
        plan("nemo head dimension, int4 weights", "mistral-nemo-12b", "a100-sxm-80", dict(tensor=2),
             load(24, 700, 300), formats("int4", activations="fp16")),
    ]


def mixtures():
    stages = [24, 23, 24, 23]
    return [
        plan("qwen3-235b tp4 pp4 dp2, e = 1, uneven", "qwen3-235b-a22b", "plan-generic-64g",
             dict(tensor=4, pipeline=4, data=2, expert=1, layersPerStage=stages), load(512, 2048, 512), FP8),
        plan("qwen3-235b on eight h20, fp8", "qwen3-235b-a22b", "h20", dict(tensor=8), load(64, 4096, 1024), FP8,
             profile="calibrated"),
        plan("qwen3-235b tp4 ep8, attention dp 2", "qwen3-235b-a22b", "h200-sxm", dict(tensor=4, expert=8),
             load(128, 4096, 1024), formats("fp8")),
        plan("deepseek-v3 tp8", "deepseek-v3", "h200-sxm", dict(tensor=8), load(32, 4096, 1024), formats("fp8")),
        plan("deepseek-v3 ep32 attention-dp over four nodes", "deepseek-v3", "h100-sxm", dict(expert=32),
             load(2048, 4096, 1024), FP8, profile="calibrated", engine="sglang"),
        plan("deepseek-v3 tp2 ep16 attention-dp, shared experts", "deepseek-v3", "h200-sxm",
             dict(tensor=2, expert=16), load(100, 3000, 500), formats("fp8")),
        plan("deepseek-v2-lite without a q rank", "deepseek-v2-lite", "h100-sxm", dict(tensor=2, expert=2),
             load(20, 1000, 100)),
        plan("gpt-oss-120b, mxfp4 experts", "gpt-oss-120b", "h100-sxm", dict(tensor=2), load(40, 1000, 1000),
             formats("bf16", "mxfp4")),
        plan("gpt-oss-120b, nvfp4 experts on b200, ep4", "gpt-oss-120b", "b200-sxm", dict(expert=4),
             load(40, 100, 200), formats("fp8", "nvfp4", kv="fp8")),
        plan("phi-mini-moe, every layer slides", "phi-mini-moe", "l40s", workload=load(10, 3000, 500)),
        plan("qwen3-next, linear attention", "qwen3-next-80b-a3b", "h100-sxm", dict(tensor=4), load(64, 8000, 1000)),
        plan("qwen3-next, linear attention, tp2 ep8 pp2", "qwen3-next-80b-a3b", "h100-sxm",
             dict(tensor=2, expert=8, pipeline=2), load(64, 8000, 1000), formats("fp8")),
        plan("llama-4-maverick, every second layer", "llama-4-maverick", "h200-sxm", dict(tensor=8),
             load(16, 4000, 400), formats("fp8")),
        plan("mixtral on a100: fp8 falls back", "mixtral-8x7b", "a100-sxm-80", dict(tensor=2), load(16, 1024, 256),
             formats("fp8", kv="fp8", activations="fp8")),
        plan("mixtral on a100: ep4 dispatch at bf16", "mixtral-8x7b", "a100-sxm-80", dict(expert=4),
             load(16, 1024, 256), formats("fp8")),
        plan("glm-4.5-air on a rack, ep64", "glm-4.5-air", "gb200-nvl72", dict(tensor=2, expert=64),
             load(999, 1500, 300), formats("nvfp4", kv="fp8", activations="fp8")),
    ]


def reports():
    generic = "plan-generic-64g"
    return [
        plan("report 000: 24 gpus", "report-10b-moe", generic, dict(expert=4, pipeline=2, data=3), load(24, 2048, 512)),
        plan("report 002: 128 gpus", "report-10b-moe", generic, dict(expert=16, tensor=4, pipeline=2, data=4),
             load(128, 10240, 512)),
        plan("report 002: 128 gpus, top 2", "report-10b-moe-top2", generic,
             dict(expert=16, tensor=4, pipeline=2, data=4), load(128, 1024, 512)),
        plan("report 004: 8 gpus", "report-10b-moe", generic, dict(tensor=2, pipeline=2, data=2, sequence=True),
             load(128, 2048, 512)),
        plan("report 004: 4 gpus", "report-10b-moe", generic, dict(tensor=2, data=2, sequence=True),
             load(128, 2048, 512)),
    ]


def context_parallel():
    return [
        plan("cp4 gqa, 100k prompt", "llama-3.1-8b", "h100-sxm", dict(context=4), load(3, 100000, 200)),
        plan("cp4 tp4 gqa across nodes", "llama-3.1-70b", "h100-sxm", dict(tensor=4, context=4), load(5, 20000, 128)),
        plan("cp2 tp4 mla", "deepseek-v3", "h200-sxm", dict(tensor=4, context=2), load(9, 30000, 500),
             formats("fp8")),
        plan("cp2 mla with attention dp 4", "deepseek-v2-lite", "h100-sxm", dict(context=2, expert=8),
             load(10, 9000, 300)),
        plan("cp3 sliding", "gpt-oss-120b", "h200-sxm", dict(context=3, expert=3), load(4, 1000, 100)),
        plan("cp2 linear attention", "qwen3-next-80b-a3b", "h200-sxm", dict(tensor=2, context=2), load(4, 20000, 100)),
    ]


def corners():
    return [
        plan("long prompts, sliding, chunk 2000", "gpt-oss-120b", "h100-sxm", dict(tensor=2),
             load(12, 9001, 333, maxBatchedTokens=2000), formats("bf16", "mxfp4")),
        plan("one output token", "llama-3.1-8b", "h100-sxm", workload=load(10, 1000, 1)),
        plan("two output tokens", "llama-3.1-8b", "h100-sxm", workload=load(10, 1000, 2)),
        plan("fewer requests than attention ranks", "qwen3-235b-a22b", "h200-sxm", dict(expert=8, data=2),
             load(5, 4000, 300), formats("fp8")),
        plan("fewer requests than stages", "llama-3.1-70b", "h100-sxm", dict(tensor=2, pipeline=4), load(3, 900, 50)),
        plan("micro-batches of unequal size", "llama-3.1-70b", "h100-sxm", dict(tensor=2, pipeline=4),
             load(10, 900, 50)),
        plan("prompt of just one chunk", "llama-3.1-8b", "h100-sxm", workload=load(5, 8192, 50)),
        plan("prompt of a chunk and a token", "llama-3.1-8b", "h100-sxm", workload=load(5, 8193, 50)),
        plan("more sequences than chunk tokens", "qwen3-1.7b", "h200-sxm", workload=load(600, 10, 20,
             maxBatchedTokens=512)),
        plan("kv heads copied", "qwen3-235b-a22b", "h200-sxm", dict(tensor=8), load(8, 1000, 100)),
        plan("does not fit", "llama-3.1-70b", "l40s", workload=load(4, 1000, 100)),
        plan("a dense model with an expert group", "qwen3-32b", "h100-sxm", dict(tensor=2, expert=4),
             load(9, 1000, 100)),
        plan("window between two chunks", "gpt-oss-120b", "h100-sxm", workload=load(3, 250, 3, maxBatchedTokens=100)),
        plan("latencies of the gpu entry", "llama-3.1-70b", "ascend-910b", dict(tensor=16), load(8, 500, 100)),
    ]


def overrides():
    everything = dict(mfu=.55, attentionMfu=.35, mbu=.77, linkEfficiency=.66, gemmHalfRows=33,
                      overheadPerLayerSeconds=1.1e-5, overheadPerMoeLayerSeconds=2.2e-5, overheadPerStepSeconds=3.3e-4,
                      overheadPerQuantizedLayerSeconds=4.4e-6, rankWait=.21875,
                      reserveBytes=3500 * 10 ** 6, usableMemoryFraction=.93, expertImbalance=1.7,
                      prefillShareInDecode=.25)
    hardware = dict(gpusPerNode=4, intraNodeBytesPerSecond=123 * 10 ** 9, interNodeBytesPerSecond=11 * 10 ** 9,
                    intraNodeLatencySeconds=2e-6, interNodeLatencySeconds=2.2e-5, pricePerGpuHour=2.5)
    shape = dict(tensor=2, expert=8, pipeline=2)
    work = load(70, 2500, 350)
    demand = dict(tokensPerDay=5 * 10 ** 9, utilization=.5)
    return [
        plan("ideal", "qwen3-30b-a3b", "h100-sxm", shape, work, profile="ideal"),
        plan("ideal ignores latencies of the entry", "qwen3-30b-a3b", "ascend-910b", shape, work, profile="ideal"),
        plan("calibrated", "qwen3-30b-a3b", "h100-sxm", shape, work, profile="calibrated"),
        plan("calibrated, sglang", "qwen3-30b-a3b", "h100-sxm", shape, work, profile="calibrated", engine="sglang"),
        plan("plan, sglang changes nothing", "qwen3-30b-a3b", "h100-sxm", shape, work, profile="plan",
             engine="sglang"),
        plan("calibrated keeps the entry's between-node latency", "qwen3-30b-a3b", "ascend-910b",
             dict(tensor=2, expert=16), work, profile="calibrated"),
        plan("every assumption and hardware figure overridden", "qwen3-30b-a3b", "h100-sxm", shape, work, FP8,
             hardware, demand, profile="calibrated", engine="sglang", **everything),
        plan("every assumption overridden, mla", "deepseek-v2-lite", "mi300x", dict(tensor=2, expert=4), work,
             formats("fp8"), hardware, profile="ideal", **everything),
        plan("explicit zero latency", "qwen3-30b-a3b", "h100-sxm", shape, work,
             hardware=dict(intraNodeLatencySeconds=0, interNodeLatencySeconds=0)),
    ]


def padding():
    """Experts of 2880 columns in mxfp4 as vLLM's kernels hold them, by accelerator and by how experts are split."""
    vllm = dict(profile="calibrated", engine="vllm")
    few, mxfp4 = load(8, 1000, 200), formats("bf16", "mxfp4")
    on = {a: dict(gpu=dict(GPUS[g], architecture=a)) for a, g in (("hopper", "h100-sxm"), ("blackwell", "b200-sxm"))}
    small = dict(gpu=dict(GPUS["b200-sxm"], architecture="blackwell", hbmBytes=96 * 10 ** 9))
    return [
        plan("padded, one gpu", "gpt-oss-120b", "h100-sxm", None, few, mxfp4, on["hopper"], **vllm),
        plan("padded, tp 4", "gpt-oss-120b", "h100-sxm", dict(tensor=4), few, mxfp4, on["hopper"], **vllm),
        plan("padded, whole experts", "gpt-oss-120b", "h100-sxm", dict(tensor=2, expert=2), few, mxfp4, on["hopper"], **vllm),
        plan("padded, tp 2 and ep 4", "gpt-oss-120b", "b200-sxm", dict(tensor=8, expert=4), few, mxfp4, on["blackwell"],
             **vllm),
        plan("padded, a large blackwell", "gpt-oss-120b", "b200-sxm", None, few, mxfp4, on["blackwell"], engine="vllm"),
        plan("padded, a small blackwell", "gpt-oss-120b", "b200-sxm", None, few, mxfp4, small, engine="vllm"),
        plan("padded, an a100", "phi-mini-moe", "a100-sxm-80", None, few, mxfp4, **vllm),
        plan("whole tiles", "qwen3-30b-a3b", "h100-sxm", None, few, mxfp4, on["hopper"], **vllm),
        plan("not padded, bf16", "gpt-oss-120b", "h100-sxm", dict(tensor=2), few, None, on["hopper"], **vllm),
        plan("not padded, sglang", "gpt-oss-120b", "h100-sxm", dict(tensor=2), few, mxfp4, on["hopper"],
             profile="calibrated", engine="sglang"),
    ]


def engines():
    """What vLLM keeps for its sampler: by card, by its limits, on the last stage, and not where the plan says a reserve."""
    vllm = dict(profile="calibrated", engine="vllm")
    few = load(8, 1000, 200)
    return [
        plan("vllm, 1,024 sequences on a large card", "llama-3.1-8b", "h100-sxm", workload=few, **vllm),
        plan("vllm, 256 sequences on an a100", "llama-3.1-8b", "a100-sxm-80", workload=few, **vllm),
        plan("vllm, 256 sequences on a small card", "llama-3.1-8b", "l40s", workload=few, **vllm),
        plan("vllm, a group", "gpt-oss-120b", "h100-sxm", dict(tensor=2), few, formats("bf16", "mxfp4"), **vllm),
        plan("vllm, only the last stage samples", "llama-3.1-70b", "h100-sxm", dict(tensor=2, pipeline=2), few, **vllm),
        plan("vllm, sequences given to attention ranks", "qwen3-30b-a3b", "h100-sxm", dict(tensor=2, expert=8),
             load(30, 1000, 200, maxConcurrentSequences=513), **vllm),
        plan("vllm, a chunk below the sequences", "llama-3.1-8b", "h100-sxm",
             workload=load(8, 1000, 200, maxBatchedTokens=300), **vllm),
        plan("vllm, activations above the sampler", "llama-3.1-8b", "l40s",
             workload=load(8, 1000, 200, maxConcurrentSequences=16), **vllm),
        plan("vllm, logits of many requests reach the sampler", "qwen3-1.7b", "h200-sxm",
             workload=load(9000, 16, 16, maxConcurrentSequences=256, maxBatchedTokens=1024), **vllm),
        plan("vllm, a reserve of the plan's own", "llama-3.1-8b", "h100-sxm", dict(tensor=2), few,
             reserveBytes=3 * 10 ** 9, **vllm),
        plan("another engine with a sampler", "llama-3.1-8b", "h100-sxm", dict(tensor=2), few, profile="plan",
             engine="other", reserveInGroupBytes=10 ** 8, samplerBytesPerLogit=100),
    ]
