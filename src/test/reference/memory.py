"""Section 3 of the cost model: parameters and memory per GPU."""
from math import floor

from inputs import ceil_div, is_dense, is_linear, is_moe, is_sliding, stage_layers

BLOCK = 16          # tokens of a paged KV block
CAP = 2 ** 30       # where a search stops when nothing binds


def attention_parameters(i, l):
    """Two parts: what TP splits evenly (KV heads apart), and what every GPU holds whole."""
    if is_linear(i, l):
        inner = i.d * (2 * i.nk * i.dk + 2 * i.nv * i.dv + 2 * i.nv) + i.nv * i.dv * i.d
        return inner + i.conv * (2 * i.nk * i.dk + i.nv * i.dv), 0, 0
    if i.mla:
        q_split = i.q_rank * i.h * (i.nope + i.rope) if i.q_rank else i.d * i.h * (i.nope + i.rope)
        q_whole = i.d * i.q_rank if i.q_rank else 0
        split = q_split + i.kv_rank * i.h * (i.nope + i.v_dim) + i.h * i.v_dim * i.d
        return split, 0, q_whole + i.d * (i.kv_rank + i.rope)
    queries = 2 * i.h if i.gate else i.h
    return i.d * queries * i.dh + i.h * i.dh * i.d, i.d * 2 * i.g * i.dh, 0


def parameters(i):
    total, not_chosen = i.V * i.d + (0 if i.tied else i.V * i.d) + i.d, 0
    for l in range(i.L):
        total += sum(attention_parameters(i, l)) + 2 * i.d
        if is_moe(i, l):
            total += i.mats * i.d * (i.E * i.fe + i.fs) + i.d * i.E
            not_chosen += i.mats * i.d * (i.E - i.k) * i.fe
        elif is_dense(i, l):
            total += i.mats * i.d * i.f
    # one token multiplies all but the embedding table and the experts not chosen; a tied table is the head
    return total, total - not_chosen - (0 if i.tied else i.V * i.d)


def stage_weights(i, s):
    total = 0.0
    for l in stage_layers(i, s):
        split, kv, whole = attention_parameters(i, l)
        total += (split / i.t + whole) * i.wb
        if kv:
            total += kv / min(i.t, i.g) * i.wb
        if is_moe(i, l):
            total += i.mats * i.d * i.fs / i.t * i.wb
            total += ceil_div(i.E, i.e) * i.mats * i.d * i.fe / i.et * i.eb * i.held
            total += i.d * i.E * 2                      # router, bf16
        elif is_dense(i, l):
            total += i.mats * i.d * i.f / i.t * i.wb
        total += 2 * i.d * 2                            # norms, bf16
    if s == 0:
        total += i.V * i.d / i.t * 2                    # embedding, bf16
    if s == i.p - 1:
        total += i.d * 2
        if not i.tied or i.p > 1:
            total += i.V * i.d / i.t * 2                # LM head, bf16
    return total


def kv_per_token(i):
    """KV bytes per token and attention layer on a GPU."""
    return (i.kv_rank + i.rope) * i.kb if i.mla else 2 * max(i.g / i.t, 1) * i.dh * i.kb


def stage_kv(i, s, b, context):
    tokens, total = ceil_div(context, BLOCK) * BLOCK, 0.0
    for l in stage_layers(i, s):
        if is_linear(i, l):
            total += b * i.nv * i.dk * i.dv * 4 / i.t
            total += b * i.conv * (2 * i.nk * i.dk + i.nv * i.dv) * i.ab / i.t
        elif is_sliding(i, l):
            total += b * kv_per_token(i) * min(tokens, ceil_div(i.window, BLOCK) * BLOCK) / i.c
        else:
            total += b * kv_per_token(i) * tokens / i.c
    return total


def stage_activations(i, s, b):
    T = max(i.C, b) / i.c
    N = T * i.c * i.a
    terms = [0.0]
    for l in stage_layers(i, s):
        if is_linear(i, l):
            pass
        elif i.mla:
            terms.append(T * (i.h / i.t) * (2 * (i.nope + i.rope) + 2 * i.v_dim))
        else:
            terms.append(T * (2 * i.h + 2 * max(i.g, i.t)) * i.dh / i.t)
        if is_moe(i, l):
            routed = i.rho * N * i.k / i.e * (2 * i.d + i.mats * i.fe / i.et)
            terms.append(routed + T * i.mats * i.fs / i.t)
        elif is_dense(i, l):
            terms.append(T * i.mats * i.f / i.t)
    residual = 2 * T * i.d / (i.t if i.sp else 1)
    logits = 4 * b * i.V / i.t if s == i.p - 1 else 0.0
    return i.ab * (residual + max(terms)) + logits


def stage_reserve(i, s, b):
    """Outside the allocator, and on the last stage what is held while sampling beyond the largest pass."""
    outside = i.reserve + (i.group_reserve if i.W > 1 else 0)
    if s < i.p - 1 or i.logit_bytes == 0:
        return outside
    held = i.ab * i.C / i.c * i.d + i.logit_bytes * min(i.sequences, i.C) * i.V
    if i.moe:
        shard = i.fe / i.et
        held += i.ab * i.C * i.a * i.k / i.e * (max((i.mats - 1) * shard, i.d) + shard)
    return outside + max(held - stage_activations(i, s, b), 0)


def stage_memory(i, s, B, context):
    b = ceil_div(B, i.r * i.a)
    parts = (stage_weights(i, s), stage_kv(i, s, b, context), stage_activations(i, s, b), stage_reserve(i, s, b))
    return parts + (sum(parts),)


def fits(i, B, context):
    return all(stage_memory(i, s, B, context)[4] <= i.hbm * i.usable for s in range(i.p))


def largest(works):
    """The largest whole number that works, 0 if none; memory never falls when the number grows."""
    if not works(1):
        return 0
    if works(CAP):
        return CAP
    low, high = 1, CAP
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if works(middle) else (low, middle)
    return low


def capacity_tokens(i):
    found = []
    for s in range(i.p):
        a_token = sum(kv_per_token(i) / i.c for l in stage_layers(i, s) if not is_linear(i, l))
        if a_token:
            free = i.hbm * i.usable - stage_weights(i, s) - stage_activations(i, s, i.b) - stage_reserve(i, s, i.b)
            found.append(max(0, floor(free / a_token / BLOCK) * BLOCK))
    return min(found) if found else None
