package org.aforo.ui.internal.resources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchConnection.ServiceView;
import org.aforo.client.Connections;
import org.aforo.client.LiveResource;

/**
 * What is below what in the tree: connections, services, resources, their parts. What was asked for is kept until
 * {@link #forget}. For the UI thread.
 */
final class ResourceModel {

    /** What the connections are below. */
    static final Object ROOT = Connections.shared();

    private final ResourceFilter filter = new ResourceFilter();
    private final Map<Object, List<?>> known = new HashMap<>();
    private final Map<LiveResource, List<LiveResource>> ordered = new HashMap<>();
    private ResourceOrder order = ResourceOrder.NONE;

    ResourceFilter filter() {
        return filter;
    }

    ResourceOrder order() {
        return order;
    }

    void order(ResourceOrder wanted) {
        order = wanted;
        forget();
    }

    /** The benches changed: everything is to be asked anew. */
    void forget() {
        known.clear();
        ordered.clear();
        filter.update(Connections.shared().all());
    }

    List<?> children(Object parent) {
        // not computeIfAbsent: with a filter, asking for services asks for what is below them
        List<?> children = known.get(parent);
        if (children == null) {
            children = ask(parent);
            known.put(parent, children);
        }
        return children;
    }

    /** Whether there is anything below, without listing it. */
    boolean hasChildren(Object parent) {
        return parent instanceof ResourceGroup
                || (parent instanceof LiveResource resource ? !parts(resource).isEmpty()
                        : !children(parent).isEmpty());
    }

    Optional<Object> parent(Object child) {
        return switch (child) {
            case BenchConnection connection -> Optional.of(ROOT);
            case ServiceView service -> Optional.of(service.connection());
            case ResourceGroup group -> Optional.of(group.parent());
            case LiveResource resource -> Optional.of(parentOf(resource));
            default -> Optional.empty();
        };
    }

    private Object parentOf(LiveResource resource) {
        Optional<LiveResource> parent = resource.parent();
        if (parent.isPresent()) {
            List<LiveResource> all = parts(parent.get());
            return all.size() <= ResourceGroup.SIZE ? parent.get()
                    : new ResourceGroup(parent.get(), Math.max(0, all.indexOf(resource)) / ResourceGroup.SIZE);
        }
        for (ServiceView service : resource.connection().services()) {
            if (service.id().equals(resource.state().service())) {
                return service;
            }
        }
        return resource.connection();
    }

    /** The parts of a resource that are in a group. */
    List<LiveResource> members(ResourceGroup group) {
        List<LiveResource> all = parts(group.parent());
        int from = Math.min(all.size(), group.index() * ResourceGroup.SIZE);
        return all.subList(from, Math.min(all.size(), from + ResourceGroup.SIZE));
    }

    private List<?> ask(Object parent) {
        return switch (parent) {
            case BenchConnection connection -> below(connection);
            case ServiceView service -> shown(service.connection().roots().stream()
                    .filter(root -> root.state().service().equals(service.id())).toList());
            case ResourceGroup group -> members(group);
            case LiveResource resource -> grouped(resource);
            default -> Connections.shared().all();
        };
    }

    private List<?> below(BenchConnection connection) {
        List<ServiceView> services = connection.services();
        List<Object> below = new ArrayList<>(services);
        if (filter.active()) {
            below.removeIf(service -> children(service).isEmpty());
        }
        List<String> ids = services.stream().map(ServiceView::id).toList();
        below.addAll(shown(connection.roots().stream().filter(r -> !ids.contains(r.state().service())).toList()));
        return below;
    }

    private List<?> grouped(LiveResource resource) {
        int parts = parts(resource).size();
        if (parts <= ResourceGroup.SIZE) {
            return parts(resource);
        }
        List<ResourceGroup> groups = new ArrayList<>();
        for (int index = 0; index * ResourceGroup.SIZE < parts; index++) {
            groups.add(new ResourceGroup(resource, index));
        }
        return groups;
    }

    private List<LiveResource> parts(LiveResource resource) {
        return ordered.computeIfAbsent(resource, r -> shown(r.connection().children(r)));
    }

    private List<LiveResource> shown(List<LiveResource> resources) {
        return order.sorted(filter.active() ? resources.stream().filter(filter::shows).toList() : resources);
    }
}
