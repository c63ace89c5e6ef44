"""Sections 1 and 2 of the cost model: what a plan says, with its defaults, and how its GPUs are grouped."""

BYTES = {"bf16": 2.0, "fp16": 2.0, "fp8": 1.0, "int8": 1.0, "nvfp4": 4.5 / 8, "mxfp4": 4.25 / 8, "int4": 4.25 / 8}
FALL_BACK = {"nvfp4": ["nvfp4", "fp8", "bf16"], "fp8": ["fp8", "bf16"], "int8": ["int8", "bf16"],
             "bf16": ["bf16"], "fp16": ["bf16"], "mxfp4": ["bf16"], "int4": ["bf16"]}   # the last two: weight-only; mxfp4 in fp8 beside nvfp4

PROFILES = {
    "plan": dict(mfu=.6, attentionMfu=.6, gemmHalfRows=0, mbu=.8, linkEfficiency=.8, overheadPerLayerSeconds=0,
                 overheadPerMoeLayerSeconds=0, overheadPerQuantizedLayerSeconds=0, rankWait=0, overheadPerStepSeconds=0,
                 expertImbalance=1, prefillShareInDecode=1,
                 reserveBytes=2e9, usableMemoryFraction=1.0),
    "ideal": dict(mfu=1, attentionMfu=1, gemmHalfRows=0, mbu=1, linkEfficiency=1, overheadPerLayerSeconds=0,
                  overheadPerMoeLayerSeconds=0, overheadPerQuantizedLayerSeconds=0, rankWait=0, overheadPerStepSeconds=0,
                  expertImbalance=1, prefillShareInDecode=1,
                  reserveBytes=2e9, usableMemoryFraction=1.0),
    "calibrated": dict(mfu=.7, attentionMfu=.3, gemmHalfRows=64, mbu=.85, linkEfficiency=.4,
                       overheadPerLayerSeconds=50e-6, overheadPerMoeLayerSeconds=30e-6,
                       overheadPerQuantizedLayerSeconds=10e-6, rankWait=.125,
                       overheadPerStepSeconds=.15e-3, expertImbalance=1, prefillShareInDecode=.9,
                       reserveBytes=2e9, usableMemoryFraction=.9),
}
PROFILE_LATENCIES = {"plan": {}, "ideal": {"intraNodeLatencySeconds": 0.0, "interNodeLatencySeconds": 0.0},
                     "calibrated": {"intraNodeLatencySeconds": 4e-6}}
ENGINES = {("calibrated", "sglang"): dict(overheadPerLayerSeconds=30e-6, overheadPerStepSeconds=1.5e-3,
                                          prefillShareInDecode=.4),
           ("calibrated", "vllm"): dict(reserveBytes=6e7, reserveInGroupBytes=2.5e8, samplerBytesPerLogit=36)}
ENGINE_RESERVE = ["reserveInGroupBytes", "samplerBytesPerLogit"]     # 0 in every profile, and where a plan has a reserve
# vLLM's kernels for mxfp4 experts hold both sides of a matrix in whole tiles: of compute capability 10, of ROCm, Marlin's
PADDED = ("ampere", "ada", "hopper", "blackwell", "cdna3", "cdna4")
HARDWARE_DEFAULTS = {"gpusPerNode": 8, "intraNodeLatencySeconds": 5e-6, "interNodeLatencySeconds": 15e-6,
                     "interNodeBytesPerSecond": 50e9}


class Inputs:
    """Everything the formulas need, under the letters they use."""


def read(plan):
    i = Inputs()
    read_model(i, plan["model"])
    read_precision(i, plan.get("precision", {}))
    read_assumptions(i, plan.get("assumptions", {}))
    read_hardware(i, plan["hardware"])
    read_parallelism(i, plan.get("parallelism", {}))
    read_workload(i, plan.get("workload", {}))
    i.b = ceil_div(i.B, i.r * i.a)          # sequences per attention rank
    i.per_replica = ceil_div(i.B, i.r)
    i.m = min(i.p, i.b)                     # micro-batches in decode
    i.held = held(i)                        # bytes of experts as the engine holds them, for each byte of the model's
    return i


def read_model(i, model):
    i.L, i.d, i.V, i.tied = model["layers"], model["hidden"], model["vocabulary"], model.get("tiedEmbeddings", False)
    att = model["attention"]
    i.mla = att["kind"] == "mla"
    i.h = att["heads"]
    if i.mla:
        i.q_rank, i.kv_rank = att.get("qRank"), att["kvRank"]
        i.nope, i.rope, i.v_dim = att["nopeDim"], att["ropeDim"], att["valueDim"]
    else:
        i.g, i.dh, i.gate = att["kvHeads"], att["headDim"], att.get("outputGate", False)
    sliding, linear, ffn, moe = (model.get(k) for k in ("slidingWindow", "linearAttention", "ffn", "moe"))
    i.window = sliding["windowTokens"] if sliding else None
    i.sliding_every = sliding.get("fullEvery") if sliding else None
    if linear:
        i.nk, i.nv, i.dk, i.dv = (linear[k] for k in ("keyHeads", "valueHeads", "keyDim", "valueDim"))
        i.conv = linear["convKernel"]
    i.linear_every = linear["fullEvery"] if linear else None
    i.f = ffn["width"] if ffn else 0
    i.mats = ffn.get("matrices", 3) if ffn else 3
    i.moe = bool(moe)
    if moe:
        i.E, i.k, i.fe, i.fs = moe["experts"], moe["topK"], moe["expertWidth"], moe.get("sharedWidth", 0)
        i.dense_first, i.every = moe.get("denseFirst", 0), moe.get("every", 1)


def read_precision(i, precision):
    i.weights = precision.get("weights", "bf16")
    i.experts = precision.get("experts", i.weights)
    i.kv = precision.get("kvCache", "bf16")
    i.activations = precision.get("activations", "bf16")
    i.wb, i.eb, i.kb, i.ab = (BYTES[x] for x in (i.weights, i.experts, i.kv, i.activations))


def read_assumptions(i, assumptions):
    i.profile = assumptions.get("profile", "plan")
    values = dict(PROFILES[i.profile], reserveInGroupBytes=0, samplerBytesPerLogit=0)
    values.update(ENGINES.get((i.profile, assumptions.get("engine")), {}))
    i.engine = assumptions.get("engine")
    if "reserveBytes" in assumptions:
        values.update({k: 0 for k in ENGINE_RESERVE})
    values.update({k: v for k, v in assumptions.items() if k in values})
    i.mfu, i.attention_mfu, i.mbu = values["mfu"], values["attentionMfu"], values["mbu"]
    i.half_rows, i.link_efficiency = values["gemmHalfRows"], values["linkEfficiency"]
    i.per_layer, i.per_moe_layer = values["overheadPerLayerSeconds"], values["overheadPerMoeLayerSeconds"]
    i.per_quantized_layer = values["overheadPerQuantizedLayerSeconds"]
    i.rank_wait = values["rankWait"]
    i.per_step = values["overheadPerStepSeconds"]
    i.rho, i.phi = values["expertImbalance"], values["prefillShareInDecode"]
    i.reserve, i.usable = values["reserveBytes"], values["usableMemoryFraction"]
    i.group_reserve, i.logit_bytes = (values[k] for k in ENGINE_RESERVE)


def read_hardware(i, hardware):
    gpu = hardware["gpu"]

    def figure(key, *sources):
        for source in sources:
            if key in source:
                return source[key]
        raise ValueError("missing figure: " + key)

    i.peaks, i.architecture = gpu["peakFlops"], gpu.get("architecture", "")
    i.hbm, i.bandwidth = gpu["hbmBytes"], gpu["hbmBytesPerSecond"]
    i.G = figure("gpusPerNode", hardware, gpu, HARDWARE_DEFAULTS)
    i.inside = figure("intraNodeBytesPerSecond", hardware, gpu)
    i.between = figure("interNodeBytesPerSecond", hardware, gpu, HARDWARE_DEFAULTS)
    latencies = PROFILE_LATENCIES[i.profile]
    i.lat_inside = figure("intraNodeLatencySeconds", hardware, latencies, gpu, HARDWARE_DEFAULTS)
    i.lat_between = figure("interNodeLatencySeconds", hardware, latencies, gpu, HARDWARE_DEFAULTS)
    i.watts, i.price = gpu.get("watts"), hardware.get("pricePerGpuHour")


def read_parallelism(i, par):
    i.t, i.p, i.r = par.get("tensor", 1), par.get("pipeline", 1), par.get("data", 1)
    i.e, i.c, i.sp = par.get("expert", 1), par.get("context", 1), par.get("sequence", False)
    # section 2: one stage of one replica is a group of W GPUs
    i.W = max(i.t * i.c, i.e)
    if i.W % (i.t * i.c) or i.W % i.e:
        raise ValueError("the groups are not whole")
    i.a, i.et = i.W // (i.t * i.c), i.W // i.e
    i.gpus = i.W * i.p * i.r
    i.per_stage = par.get("layersPerStage") or [i.L // i.p + (1 if s < i.L % i.p else 0) for s in range(i.p)]
    if len(i.per_stage) != i.p or sum(i.per_stage) != i.L:
        raise ValueError("the stages do not add up to the layers")


def read_workload(i, workload):
    i.B, i.S = workload.get("concurrentRequests", 1), workload.get("inputTokens", 2048)
    i.O, i.C = workload.get("outputTokens", 256), workload.get("maxBatchedTokens", 8192)
    # vLLM 0.8 and later starts with 1,024 sequences on 70 GiB or more that is no A100, else all start with 256
    large = i.engine == "vllm" and i.hbm >= 70 * 2 ** 30 and i.architecture != "ampere"
    i.sequences = 1024 if large else 256
    if "maxConcurrentSequences" in workload:
        i.sequences = ceil_div(workload["maxConcurrentSequences"], i.a)


def held(i):
    if not i.moe or i.engine != "vllm" or i.experts != "mxfp4" or i.architecture not in PADDED:
        return 1
    wide = i.architecture in ("cdna3", "cdna4") or i.architecture == "blackwell" and i.hbm >= 160e9
    columns = i.fe / i.et
    rows_held, columns_held = up(i.d, 256), up(columns, 256 if wide else 128)
    return rows_held / i.d * (columns_held / columns)


def up(size, tile):
    while size % tile:
        size = int(size) + 1
    return size


def ceil_div(x, y):
    return -(-x // y)


def peak(i, fmt):
    return i.peaks[computes_in(i, fmt)]


def computes_in(i, fmt):
    if fmt == "mxfp4" and "nvfp4" in i.peaks:
        fmt = "fp8"
    return next(f for f in FALL_BACK[fmt] if f in i.peaks)


def stage_layers(i, s):
    first = sum(i.per_stage[:s])
    return range(first, first + i.per_stage[s])


def is_linear(i, l):
    return i.linear_every is not None and (l + 1) % i.linear_every != 0


def is_sliding(i, l):
    if i.window is None or is_linear(i, l):
        return False
    return i.sliding_every is None or (l + 1) % i.sliding_every != 0


def is_moe(i, l):
    return i.moe and l >= i.dense_first and (l + 1) % i.every == 0


def is_dense(i, l):
    return not is_moe(i, l) and i.f > 0
