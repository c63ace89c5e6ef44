package io.headroom.session.custom;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.GpuSpec;
import io.headroom.catalog.ModelSpec;
import io.headroom.json.JsonValue;
import io.headroom.plan.Hardware;
import io.headroom.plan.Plan;
import io.headroom.planfile.OwnEntry;
import io.headroom.session.Change;
import io.headroom.session.PlanSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The model or accelerator of a plan while its figures are being typed. The plan changes by {@link #save} only, as one
 * edit: the entry of the catalogue and what is different stand in the plan from then on.
 */
public final class EntryDraft<T> {

    private static final List<String> MEMORY = List.of("hbmBytes");
    private static final List<String> REPORTED_MEMORY = List.of("reportedBytes");

    private final OwnEntry<T> before;
    private final List<Group> groups;
    private final Target<T> target;
    private final Map<EntryField, String> first = new LinkedHashMap<>();
    private final Map<EntryField, String> typed = new LinkedHashMap<>();
    private final Map<EntryField, String> problems = new LinkedHashMap<>();
    private OwnEntry.Reading<T> reading;

    /** Where the entry stands in a plan. */
    private record Target<T>(String what, NameOf nameBefore, Put<T> put) {
    }

    @FunctionalInterface
    private interface NameOf {
        String in(Plan plan);
    }

    @FunctionalInterface
    private interface Put<T> {
        Plan into(Plan plan, T entry, String json);
    }

    private EntryDraft(OwnEntry<T> before, List<Group> groups, Target<T> target) {
        this.before = before;
        this.groups = groups;
        this.target = target;
        groups.forEach(g -> g.fields().forEach(f -> first.put(f, f.shown(before.get(f.path())))));
        typed.putAll(first);
        read();
    }

    /** The model of {@code plan}. */
    public static EntryDraft<ModelSpec> model(Plan plan, Catalog catalog) {
        return new EntryDraft<>(OwnEntry.model(plan, catalog), EntryFields.of(plan.model()),
                new Target<>("Model", p -> p.model().name(), Plan::withModel));
    }

    /** The accelerator of {@code plan}. */
    public static EntryDraft<GpuSpec> gpu(Plan plan, Catalog catalog) {
        return new EntryDraft<>(OwnEntry.gpu(plan, catalog), EntryFields.of(plan.hardware()),
                new Target<>("GPU", p -> p.hardware().gpu().name(),
                        (p, gpu, json) -> p.withHardware(new Hardware(gpu, json, p.hardware().given()))));
    }

    /** The figures that are asked for. */
    public List<Group> groups() {
        return groups;
    }

    /** What the field of {@code figure} holds. */
    public String text(EntryField figure) {
        return typed.get(figure);
    }

    /** Takes what was typed. */
    public void type(EntryField figure, String text) {
        typed.put(figure, text);
        read();
    }

    /** What {@code figure} may be, empty where it is right. */
    public String problem(EntryField figure) {
        return problems.getOrDefault(figure, "");
    }

    /** How many figures are not right. */
    public int problems() {
        return problems.size();
    }

    /** What the figures come to, null while one of them is not right. */
    public T entry() {
        return problems.isEmpty() ? reading.entry() : null;
    }

    /** {@code plan} with this entry; the same plan where nothing was changed. */
    public Plan in(Plan plan) {
        return isChanged() ? target.put.into(plan, reading.entry(), reading.json()) : plan;
    }

    /** Puts the entry into the plan on screen; nothing happens while a figure is not right. */
    public void save(PlanSession session) {
        if (entry() != null && isChanged()) {
            UnaryOperator<Plan> edit = this::in;
            Plan now = session.planProperty().get();
            String from = target.nameBefore.in(now);
            String to = target.nameBefore.in(in(now));
            session.edit(from.equals(to) ? Change.of(target.what + " " + to + ", changed")
                    : new Change(target.what, from, to), edit);
        }
    }

    private boolean isChanged() {
        return !typed.equals(first);
    }

    private void read() {
        problems.clear();
        OwnEntry<T> now = before;
        for (Map.Entry<EntryField, String> field : typed.entrySet()) {
            EntryField figure = field.getKey();
            boolean isTouched = !field.getValue().equals(first.get(figure));
            // untouched figures keep the digits that their field rounds
            EntryField.Typed said = isTouched ? figure.typed(field.getValue())
                    : new EntryField.Typed(before.get(figure.path()), "");
            if (!said.refusal().isEmpty()) {
                problems.put(figure, said.refusal());
            } else if (isTouched || isChanged()) {
                now = put(now, figure, said.value(), isTouched);
            }
        }
        reading = now.read();
        typed.keySet().stream().filter(f -> reading.problems().containsKey(f.pointer()))
                .forEach(f -> problems.putIfAbsent(f, f.allowed(reading.problems().get(f.pointer()))));
    }

    private static <T> OwnEntry<T> put(OwnEntry<T> entry, EntryField figure, JsonValue value, boolean isTouched) {
        OwnEntry<T> changed = entry.with(figure.path(), value);
        if (!isTouched || !figure.path().equals(MEMORY)) {
            return changed;
        }
        // what programs see of the memory was measured on the catalogue's size
        return changed.isOwn(MEMORY) ? changed.with(REPORTED_MEMORY, value) : changed.without(REPORTED_MEMORY);
    }
}
