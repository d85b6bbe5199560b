package org.aforo.ui.internal.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

import org.aforo.client.BenchConnection;
import org.aforo.client.LiveResource;
import org.aforo.client.ResourceState;

/**
 * What is drawn of a bench: its structure, no figures. Equal as long as nothing needs to be laid out anew. Parts of a
 * resource (shards, partitions) are drawn within it, and their links are its own.
 *
 * @param hidden resources that there was no room for
 */
record FlowGraph(List<Node> nodes, List<Edge> edges, int hidden) {

    /** More than these can't be told apart, nor laid out quickly. */
    static final int MAX_NODES = 400;
    /** Parts drawn of one resource. */
    static final int MAX_PARTS = 24;

    private static final String SOURCE = "source";

    /**
     * @param parts ARNs of the parts to be drawn
     * @param more  parts that are not drawn
     * @param there whether the resource exists
     */
    record Node(String arn, String kind, String name, List<String> parts, int more, boolean there) {
    }

    /** Data goes from one node to another; {@code teller} is the one of them that told of it. */
    record Edge(String from, String to, String label, String teller) {
    }

    /** Of a bench as it is now. */
    static FlowGraph of(BenchConnection bench, boolean parts) {
        return of(bench.resources().stream().map(LiveResource::state).toList(), parts, bench::word);
    }

    /** With links as the bench names them. */
    static FlowGraph of(List<ResourceState> resources, boolean parts) {
        return of(resources, parts, (service, label) -> label);
    }

    /** @param words what people call a link, by its service and its label */
    static FlowGraph of(List<ResourceState> resources, boolean parts, BinaryOperator<String> words) {
        Map<String, ResourceState> all = new LinkedHashMap<>();
        resources.forEach(resource -> all.put(resource.arn(), resource));
        Map<String, List<String>> within = new LinkedHashMap<>();
        Set<Edge> edges = new LinkedHashSet<>();
        for (ResourceState resource : resources) {
            String root = rootOf(resource.arn(), all);
            List<String> siblings = within.computeIfAbsent(root, key -> new ArrayList<>());
            if (!root.equals(resource.arn())) {
                siblings.add(resource.arn());
            }
            resource.links()
                    .forEach(link -> edges.add(edge(root, link, all, words.apply(resource.service(), link.label()))));
        }
        edges.removeIf(edge -> edge.from().equals(edge.to()));
        return bounded(within, edges, all, parts);
    }

    private static FlowGraph bounded(Map<String, List<String>> within, Set<Edge> edges,
            Map<String, ResourceState> all, boolean parts) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        within.forEach((arn, children) -> {
            if (nodes.size() < MAX_NODES) {
                nodes.put(arn, node(all.get(arn), parts ? children : List.of()));
            }
        });
        int hidden = within.size() - nodes.size();
        for (Edge edge : edges) {
            for (String end : List.of(edge.from(), edge.to())) {
                if (!all.containsKey(end) && nodes.size() < MAX_NODES) {
                    nodes.putIfAbsent(end, new Node(end, "", shortName(end), List.of(), 0, false));
                }
            }
        }
        List<Edge> drawn = edges.stream()
                .filter(edge -> nodes.containsKey(edge.from()) && nodes.containsKey(edge.to())).toList();
        return new FlowGraph(List.copyOf(nodes.values()), drawn, hidden);
    }

    private static Node node(ResourceState state, List<String> children) {
        int shown = Math.min(MAX_PARTS, children.size());
        return new Node(state.arn(), state.kind(), state.name(), List.copyOf(children.subList(0, shown)),
                children.size() - shown, true);
    }

    /** A link called {@code source} leads to where the data comes from; every other to where it goes. */
    private static Edge edge(String root, ResourceState.Link link, Map<String, ResourceState> all, String label) {
        String other = rootOf(link.to(), all);
        return link.label().equals(SOURCE) ? new Edge(other, root, label, root)
                : new Edge(root, other, label, root);
    }

    private static String rootOf(String arn, Map<String, ResourceState> all) {
        String at = arn;
        for (int depth = 0; depth < 8; depth++) {
            ResourceState resource = all.get(at);
            String parent = resource == null ? null : resource.parent().orElse(null);
            if (parent == null || !all.containsKey(parent)) {
                return at;
            }
            at = parent;
        }
        return at;
    }

    /** The last part of an ARN: {@code bucket} of {@code arn:aws:s3:::bucket}. */
    static String shortName(String arn) {
        return arn.substring(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf('/')) + 1);
    }
}
