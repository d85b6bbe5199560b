package org.aforo.ui.internal.wizards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.aforo.client.LiveResource;
import org.aforo.ui.internal.forms.Findings;
import org.aforo.ui.internal.forms.FormItem;
import org.aforo.ui.internal.forms.FormNode;
import org.aforo.ui.internal.forms.GroupNode;
import org.aforo.ui.internal.forms.Schema;
import org.aforo.ui.internal.forms.Verdict;
import org.eclipse.osgi.util.NLS;
import tools.jackson.databind.JsonNode;

/** What a wizard fills in: an operation's input with the presets in it, cut into pages. Knows no widgets. */
final class ActionForm {

    /** A page: what is asked for there, and the members it is about. */
    record Sheet(String title, String description, List<FormItem> items, List<String> members) {
    }

    private final GroupNode root;
    private final List<Sheet> sheets = new ArrayList<>();

    ActionForm(BenchAction action, Schema input, Optional<LiveResource> subject) {
        root = GroupNode.root(input);
        action.pages().stream().flatMap(page -> page.fields().stream()).forEach(field -> field.preset()
                .ifPresent(preset -> root.at(field.member()).ifPresent(node -> node.fill(preset))));
        subject.ifPresent(resource -> Bindings.fill(root, action.bind(), resource.state(),
                resource.parent().map(LiveResource::state)));
        for (BenchAction.Page page : action.pages()) {
            sheets.add(sheet(page, action.role() == BenchAction.Role.UPDATE));
        }
        if (sheets.isEmpty()) {
            sheets.add(everything());
        }
    }

    private Sheet sheet(BenchAction.Page page, boolean change) {
        List<FormItem> items = new ArrayList<>();
        List<String> members = new ArrayList<>();
        for (BenchAction.Field field : page.fields()) {
            Optional<FormNode> node = root.at(field.member());
            if (node.isPresent()) {
                items.add(new FormItem(field.label(), field.help(), required(root.schema(), field.member()),
                        node.get(), field.choice()));
                members.add(field.member());
            }
        }
        String description = change ? NLS.bind(Messages.leftEmpty, page.description()) : page.description();
        return new Sheet(page.title(), description, items, members);
    }

    private Sheet everything() {
        return new Sheet(Messages.allMembers, Messages.allMembersText, FormItem.members(root),
                root.members().stream().map(Schema.Member::name).toList());
    }

    /** Whether a member can't be left out once its surroundings are there. */
    private static boolean required(Schema schema, String path) {
        int dot = path.indexOf('.');
        Optional<Schema.Member> member = schema.member(dot < 0 ? path : path.substring(0, dot));
        return member.isPresent() && (dot < 0 ? member.get().required()
                : required(member.get().schema(), path.substring(dot + 1)));
    }

    GroupNode root() {
        return root;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    JsonNode json() {
        return root.json().orElseThrow();
    }

    Findings findings(Verdict verdict) {
        return Findings.of(root, verdict);
    }

    /** What a verdict says of a page's members. */
    List<String> words(Sheet sheet, Verdict verdict) {
        return verdict.violations().stream().filter(violation -> about(sheet, violation.member()))
                .map(Verdict.Violation::message).toList();
    }

    /** What it says that no page is about. */
    List<String> elsewhere(Verdict verdict) {
        if (!verdict.valid() && verdict.violations().isEmpty()) {
            return List.of(verdict.words());
        }
        return verdict.violations().stream()
                .filter(violation -> sheets.stream().noneMatch(sheet -> about(sheet, violation.member())))
                .map(Verdict.Violation::message).toList();
    }

    /** A page is about its members, about what is in them, and about a structure of theirs that lacks. */
    private static boolean about(Sheet sheet, String path) {
        return sheet.members().stream().map(ActionForm::lower)
                .anyMatch(own -> within(path, own) || within(own, path));
    }

    private static boolean within(String path, String start) {
        return path.equals(start) || path.startsWith(start + '.');
    }

    private static String lower(String path) {
        StringBuilder text = new StringBuilder(path);
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == '.') {
                text.setCharAt(i, String.valueOf(text.charAt(i)).toLowerCase(Locale.ROOT).charAt(0));
            }
        }
        return text.toString();
    }
}
