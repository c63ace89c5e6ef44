"""Section 4 of the cost model: the seconds, FLOP and bytes of one pass, stage by stage."""
from inputs import BYTES, ceil_div, computes_in, is_dense, is_linear, is_moe, is_sliding, peak, stage_layers
from memory import kv_per_token


class Pass:
    """One stage's share of one pass: the operations of one of its GPUs, summed as they are added."""

    def __init__(self, i, n, q, x, N, decode, ending):
        self.i, self.n, self.q, self.x, self.N, self.decode, self.ending = i, n, q, x, N, decode, ending
        self.T = n * q / i.c
        self.seconds = {"compute": 0.0, "memory": 0.0, "link": 0.0, "overhead": 0.0}
        self.flop = self.bytes = 0.0          # per GPU
        self.expert_flop = 0.0                # the part of flop that all W GPUs do
        self.read = 0.0                       # weights touched and KV read

    def total(self):
        return sum(self.seconds.values())

    def operation(self, flop, nbytes, peak_flops, efficiency, read):
        compute = flop / (peak_flops * efficiency) if flop else 0.0
        memory = nbytes / (self.i.bandwidth * self.i.mbu)
        self.seconds["compute" if compute >= memory else "memory"] += max(compute, memory)
        self.flop += flop
        self.bytes += nbytes
        self.read += read

    def gemm(self, M, K, N, weight_bytes, fmt):
        if M == 0:
            return
        i = self.i
        weights = K * N * weight_bytes
        efficiency = i.mfu * M / (M + i.half_rows)
        self.operation(2 * M * K * N, weights + M * (K + N) * i.ab, peak(i, fmt), efficiency, weights)

    def weight_gemm(self, K, N):
        self.gemm(self.T, K, N, self.i.wb, self.i.weights)

    def link(self, seconds):
        self.seconds["link"] += seconds


def seen(x, q, window):
    low = x - q
    if window is None or x <= window:
        return x - (q - 1) / 2
    if low >= window:
        return window
    u = window - low
    return (u * (low + 1 + window) / 2 + (q - u) * window) / q


def add_linear(p):
    i = p.i
    p.weight_gemm(i.d, (2 * i.nk * i.dk + 2 * i.nv * i.dv + 2 * i.nv) / i.t)
    flop = 6 * p.T * (i.nv / i.t) * i.dk * i.dv
    state = p.n * 2 * (i.nv / i.t) * i.dk * i.dv * 4
    moved = p.T * (2 * i.nk * i.dk + 2 * i.nv * i.dv) / i.t * i.ab
    p.operation(flop, state + moved, peak(i, i.activations), i.attention_mfu, 0.0)
    p.weight_gemm(i.nv * i.dv / i.t, i.d)


def add_gqa(p, window):
    i = p.i
    p.weight_gemm(i.d, ((2 * i.h if i.gate else i.h) + 2 * max(i.g, i.t)) * i.dh / i.t)
    visible = seen(p.x, p.q, window)
    context = visible if p.decode else p.x if window is None else min(p.x, window + p.q)
    kv_read = p.n * context / i.c * 2 * max(i.g / i.t, 1) * i.dh * i.kb
    moved = p.T * (2 * i.h / i.t + 2 * max(i.g / i.t, 1)) * i.dh * i.ab
    flop = 4 * p.T * visible * (i.h / i.t) * i.dh
    p.operation(flop, kv_read + moved, peak(i, i.activations), i.attention_mfu, kv_read)
    p.weight_gemm(i.h / i.t * i.dh, i.d)


def add_mla(p, window):
    i = p.i
    heads = i.h / i.t
    if i.q_rank:
        p.weight_gemm(i.d, i.q_rank)
        p.weight_gemm(i.q_rank, heads * (i.nope + i.rope))
    else:
        p.weight_gemm(i.d, heads * (i.nope + i.rope))
    p.weight_gemm(i.d, i.kv_rank + i.rope)
    visible = seen(p.x, p.q, window)
    if p.decode:
        weights = heads * i.kv_rank * (i.nope + i.v_dim) * i.wb
        efficiency = i.mfu * p.T / (p.T + i.half_rows)
        p.operation(2 * p.T * heads * i.kv_rank * (i.nope + i.v_dim), weights, peak(i, i.weights), efficiency, weights)
        kv_read = p.n * visible / i.c * (i.kv_rank + i.rope) * i.kb
        p.operation(2 * p.T * visible * heads * (2 * i.kv_rank + i.rope), kv_read,
                    peak(i, i.activations), i.attention_mfu, kv_read)
    else:
        p.weight_gemm(i.kv_rank, heads * (i.nope + i.v_dim))
        kv_read = p.n * p.x / i.c * (i.kv_rank + i.rope) * i.kb
        moved = p.T * heads * (2 * (i.nope + i.rope) + 2 * i.v_dim) * i.ab
        p.operation(2 * p.T * visible * heads * (i.nope + i.rope + i.v_dim), kv_read + moved,
                    peak(i, i.activations), i.attention_mfu, kv_read)
    p.weight_gemm(heads * i.v_dim, i.d)


def add_dense(p, width):
    i = p.i
    p.weight_gemm(i.d, (i.mats - 1) * width / i.t)
    p.weight_gemm(width / i.t, i.d)


def add_experts(p):
    i = p.i
    p.gemm(p.T, i.d, i.E, 2.0, "bf16")                                   # router
    rows = i.rho * p.N * i.k / i.e
    touched = ceil_div(i.E, i.e) * (1 - (1 - i.k / i.E) ** p.N)
    M = rows / max(touched, 1)
    for K, N in ((i.d, (i.mats - 1) * i.fe / i.et), (i.fe / i.et, i.d)):
        weights = touched * K * N * i.eb
        flop = 2 * rows * K * N
        p.operation(flop, weights + rows * (K + N) * i.ab, peak(i, i.experts),
                    i.mfu * M / (M + i.half_rows), weights)
        p.expert_flop += flop
    if i.fs:
        add_dense(p, i.fs)


# Collectives over q GPUs.

def all_reduce(i, q, n):
    if q == 1:
        return 0.0
    if q <= i.G:
        return 2 * (q - 1) / q * n / (i.inside * i.link_efficiency) + 2 * i.lat_inside
    if q % i.G == 0:
        Q = q // i.G
        return (2 * (i.G - 1) / i.G * n / (i.inside * i.link_efficiency) + 2 * i.lat_inside
                + 2 * (Q - 1) / Q * (n / i.G) / (i.between * i.link_efficiency) + 2 * i.lat_between)
    return 2 * (q - 1) / q * n / (i.between * i.link_efficiency) + 2 * i.lat_between


def all_to_all(i, q, n):
    if q == 1:
        return 0.0
    if q <= i.G:
        return (q - 1) / q * n / (i.inside * i.link_efficiency) + i.lat_inside
    slower = max((i.G - 1) / q * n / i.inside, (q - i.G) / q * n / i.between)
    return slower / i.link_efficiency + i.lat_between


def add_context_ring(p):
    """CP, one attention layer: the ring of prefill, or the merging of partial results in decode."""
    i = p.i
    if i.c == 1:
        return
    near = i.c * i.t <= i.G                                              # a group of c GPUs at stride t
    rate = (i.inside if near else i.between) * i.link_efficiency
    latency = i.lat_inside if near else i.lat_between
    if p.decode:
        n = (i.c - 1) / i.c * p.n * (i.h / i.t) * 2 * (i.kv_rank if i.mla else i.dh) * i.ab
        p.link(n / rate + 2 * latency)
    else:
        p.link((i.c - 1) * (p.T * kv_per_token(i)) / rate + (i.c - 1) * latency)


def add_expert_exchange(p):
    i = p.i
    if i.a == 1:
        p.link(all_reduce(i, i.W, p.T * i.c * i.d * i.ab))
        return
    elements = p.T / i.t * min(i.k, i.e) * i.d
    p.link(all_to_all(i, i.e, elements * max(1.0, BYTES[computes_in(i, i.experts)])))
    p.link(all_to_all(i, i.e, elements * i.ab))
    if i.t > 1:
        n = p.T * i.d * i.ab
        p.link((i.t - 1) / i.t * n / (i.inside * i.link_efficiency) + i.lat_inside)
        if i.fs:
            p.link(all_reduce(i, i.t, n))


def add_send(p, s):
    i = p.i
    near = s * i.W // i.G == ((s + 2) * i.W - 1) // i.G
    rate, latency = (i.inside, i.lat_inside) if near else (i.between, i.lat_between)
    p.link(p.T * i.d * i.ab / (rate * i.link_efficiency) + latency)


def run_stage(i, s, n, q, x, N, decode, ending):
    """`n` sequences each adding `q` tokens and ending at context `x`; `ending` prompts end in this pass."""
    p = Pass(i, n, q, x, N, decode, ending)
    if s == 0:
        p.operation(0.0, 2 * p.T * i.d * i.ab, 1.0, 1.0, 0.0)            # embedding: rows only
    for l in stage_layers(i, s):
        before = p.total()
        if is_linear(i, l):
            add_linear(p)
        else:
            (add_mla if i.mla else add_gqa)(p, i.window if is_sliding(i, l) else None)
            add_context_ring(p)
        p.link(all_reduce(i, i.t, p.T * i.d * i.ab))
        if is_moe(i, l):
            add_experts(p)
            add_expert_exchange(p)
            p.seconds["overhead"] += i.per_moe_layer
        elif is_dense(i, l):
            add_dense(p, i.f)
            p.link(all_reduce(i, i.t, p.T * i.d * i.ab))
        p.operation(0.0, 8 * p.T * i.d * i.ab / (i.t if i.sp else 1), 1.0, 1.0, 0.0)
        p.seconds["overhead"] += i.per_layer
        if i.wb < i.ab:
            p.seconds["overhead"] += i.per_quantized_layer
        if i.moe and i.a > 1:                                            # ranks wait for the slowest at the experts
            p.seconds["overhead"] += i.rank_wait * max(0.0, 1 - p.T * i.c / N) * (p.total() - before)
    if s == i.p - 1:
        p.gemm(ending, i.d, i.V / i.t, 2.0, "bf16")                      # LM head
    else:
        add_send(p, s)
    return p


def run(i, n, q, x, N, decode=False, ending=0):
    return [run_stage(i, s, n, q, x, N, decode, ending) for s in range(i.p)]


def chunks(i):
    """(tokens, context at the end, prompts that end) of each chunk of one prompt."""
    done = 0
    while done < i.S:
        q = min(i.C, i.S - done)
        done += q
        yield q, done, 1 if done == i.S else 0
