"""Models and GPUs of the golden cases, in the keys of the catalogue (dense peaks; SI units)."""


def gqa(heads, kv_heads, head_dim, **more):
    return dict(kind="gqa", heads=heads, kvHeads=kv_heads, headDim=head_dim, **more)


def model(id, layers, hidden, vocabulary, context, attention, **more):
    more.setdefault("tiedEmbeddings", False)
    return dict(id=id, name=id, layers=layers, hidden=hidden, vocabulary=vocabulary, maxContextTokens=context,
                attention=attention, **more)


def moe(experts, top_k, width, **more):
    return dict(experts=experts, topK=top_k, expertWidth=width, **more)


DEEPSEEK_MLA = dict(kind="mla", heads=128, qRank=1536, kvRank=512, nopeDim=128, ropeDim=64, valueDim=128)
LITE_MLA = dict(kind="mla", heads=16, kvRank=512, nopeDim=128, ropeDim=64, valueDim=128)

MODELS = {m["id"]: m for m in [
    model("llama-3.1-8b", 32, 4096, 128256, 131072, gqa(32, 8, 128), ffn=dict(width=14336)),
    model("llama-3.1-70b", 80, 8192, 128256, 131072, gqa(64, 8, 128), ffn=dict(width=28672, matrices=3)),
    model("llama-3.1-405b", 126, 16384, 128256, 131072, gqa(128, 8, 128), ffn=dict(width=53248)),
    model("qwen3-1.7b", 28, 2048, 151936, 40960, gqa(16, 8, 128), ffn=dict(width=6144), tiedEmbeddings=True),
    model("qwen3-32b", 64, 5120, 151936, 40960, gqa(64, 8, 128), ffn=dict(width=25600)),
    model("qwen3-30b-a3b", 48, 2048, 151936, 40960, gqa(32, 4, 128), moe=moe(128, 8, 768)),
    model("qwen3-235b-a22b", 94, 4096, 151936, 40960, gqa(64, 4, 128), moe=moe(128, 8, 1536)),
    model("mistral-nemo-12b", 40, 5120, 131072, 131072, gqa(32, 8, 128), ffn=dict(width=14336)),
    model("mixtral-8x7b", 32, 4096, 32000, 32768, gqa(32, 8, 128), moe=moe(8, 2, 14336)),
    model("gpt-oss-120b", 36, 2880, 201088, 131072, gqa(64, 8, 64), moe=moe(128, 4, 2880),
          slidingWindow=dict(windowTokens=128, fullEvery=2)),
    model("phi-mini-moe", 32, 4096, 32064, 4096, gqa(32, 8, 128), moe=moe(16, 2, 960),
          slidingWindow=dict(windowTokens=2047)),
    model("llama-4-maverick", 48, 5120, 202048, 1048576, gqa(40, 8, 128), ffn=dict(width=16384),
          moe=moe(128, 1, 8192, sharedWidth=8192, denseFirst=0, every=2)),
    model("glm-4.5-air", 46, 4096, 151552, 131072, gqa(96, 8, 128), ffn=dict(width=10944),
          moe=moe(128, 8, 1408, sharedWidth=1408, denseFirst=1)),
    model("deepseek-v3", 61, 7168, 129280, 163840, DEEPSEEK_MLA, ffn=dict(width=18432),
          moe=moe(256, 8, 2048, sharedWidth=2048, denseFirst=3)),
    model("deepseek-v2-lite", 27, 2048, 102400, 163840, LITE_MLA, ffn=dict(width=10944),
          moe=moe(64, 6, 1408, sharedWidth=2816, denseFirst=1)),
    model("qwen3-next-80b-a3b", 48, 2048, 151936, 262144, gqa(16, 2, 256, outputGate=True),
          moe=moe(512, 10, 512, sharedWidth=512),
          linearAttention=dict(keyHeads=16, valueHeads=32, keyDim=128, valueDim=128, convKernel=4, fullEvery=4)),
    model("report-10b-moe", 16, 4096, 32000, 10240, gqa(16, 16, 256), moe=moe(16, 16, 2796), tiedEmbeddings=True),
    model("report-10b-moe-top2", 16, 4096, 32000, 10240, gqa(16, 16, 256), moe=moe(16, 2, 2796),
          tiedEmbeddings=True),
]}


def gpu(id, peaks, hbm_gb, hbm_gbs, node, inside_gbs, between_gbs=None, watts=None, **more):
    found = dict(id=id, name=id, peakFlops={k: round(v * 1e12) for k, v in peaks.items()}, hbmBytes=hbm_gb * 10 ** 9,
                 hbmBytesPerSecond=hbm_gbs * 10 ** 9, intraNodeBytesPerSecond=inside_gbs * 10 ** 9, **more)
    if node:
        found["gpusPerNode"] = node
    if between_gbs:
        found["interNodeBytesPerSecond"] = between_gbs * 10 ** 9
    if watts:
        found["watts"] = watts
    return found


GPUS = {g["id"]: g for g in [
    gpu("a100-sxm-80", dict(bf16=312, int8=624), 80, 2039, 8, 300, 25, 400, architecture="ampere"),
    gpu("l40s", dict(bf16=362.05, fp8=733, int8=733), 48, 864, 8, 32, 50, 350),
    gpu("h100-sxm", dict(bf16=989, fp8=1979, int8=1978), 80, 3350, 8, 450, 50, 700),
    gpu("h20", dict(bf16=148, fp8=296), 96, 4096, 8, 450, 50),
    gpu("h200-sxm", dict(bf16=989, fp8=1979, int8=1978), 141, 4800, 8, 450, 50, 700),
    gpu("b200-sxm", dict(bf16=2250, fp8=4500, nvfp4=9000, int8=4500), 180, 8000, 8, 900, 50, 1000),
    gpu("gb200-nvl72", dict(bf16=2500, fp8=5000, nvfp4=10000, int8=5000), 192, 8000, 72, 900, 100, 1200),
    gpu("mi300x", dict(bf16=1307, fp8=2615), 192, 5300, 8, 448, 50),
    gpu("ascend-910b", dict(bf16=312, int8=624), 64, 1200, 8, 196, None, 400,
        intraNodeLatencySeconds=7e-6, interNodeLatencySeconds=2.1e-5),
    gpu("plan-generic-64g", dict(bf16=400), 64, 1800, None, 200),
]}
