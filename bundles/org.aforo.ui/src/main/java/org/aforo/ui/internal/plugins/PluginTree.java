package org.aforo.ui.internal.plugins;

import java.util.ArrayList;
import java.util.List;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchConnection.ServiceView;
import org.aforo.client.Connections;
import org.eclipse.core.runtime.IAdaptable;

/**
 * What the tree shows, a node each: benches, in each its services and its plug-ins, below these what they miss. Equal
 * as long as nothing changed.
 *
 * @param key     what it is; the same node after a change
 * @param element a {@link BenchConnection}, {@link ServiceView} or {@link Plugin}; null for a heading or a line
 * @param plugin  the bundle that is meant, or that offers the service; null for none
 */
record PluginTree(String key, Object element, Plugin plugin, BenchConnection bench, Kind kind, String name,
        String version, String state, String about, List<PluginTree> children) implements IAdaptable {

    enum Kind {
        BENCH, GROUP, SERVICE, PLUGIN, MISSING, TROUBLE, NOTHING
    }

    static List<PluginTree> all(Installed installed) {
        return Connections.shared().all().stream().map(bench -> bench(bench, installed.of(bench))).toList();
    }

    private static PluginTree bench(BenchConnection bench, Installed.Answer answer) {
        String key = bench.endpoint().toString();
        List<PluginTree> services = services(key, bench, answer.plugins());
        List<PluginTree> plugins = new ArrayList<>(answer.plugins().stream().filter(one -> !one.builtIn())
                .map(one -> plugin(key, one)).toList());
        if (!answer.trouble().isEmpty()) {
            plugins.add(line(key + "/trouble", bench, Kind.TROUBLE, Messages.notKnown, answer.trouble()));
        } else if (plugins.isEmpty()) {
            plugins.add(line(key + "/none", bench, Kind.NOTHING, Messages.nonePlugged, ""));
        }
        return new PluginTree(key, bench, null, bench, Kind.BENCH, bench.name(), "", States.of(bench.state()),
                bench.state() == BenchConnection.State.LIVE ? key : bench.trouble(),
                List.of(group(key + "/services", bench, Messages.services, services),
                        group(key + "/plugins", bench, Messages.plugins, plugins)));
    }

    private static PluginTree group(String key, BenchConnection bench, String name, List<PluginTree> children) {
        return new PluginTree(key, null, null, bench, Kind.GROUP, name, "", "", "", children);
    }

    /** Those there are, then those whose bundles were stopped. */
    private static List<PluginTree> services(String key, BenchConnection bench, List<Plugin> plugins) {
        List<PluginTree> all = new ArrayList<>();
        bench.services().forEach(service -> all.add(service(key, service, plugins.stream()
                .filter(plugin -> plugin.services().containsKey(service.id())).findFirst().orElse(null))));
        plugins.stream().filter(plugin -> !plugin.running()).forEach(plugin -> plugin.services().keySet().stream()
                .filter(id -> bench.services().stream().noneMatch(there -> there.id().equals(id)))
                .forEach(id -> all.add(stopped(key, id, plugin))));
        return List.copyOf(all);
    }

    /** @param plugin that offers it; null when that isn't known */
    private static PluginTree service(String bench, ServiceView service, Plugin plugin) {
        return new PluginTree(bench + "/service/" + service.id(), service, plugin, service.connection(), Kind.SERVICE,
                service.title(), plugin == null ? "" : plugin.version(), Messages.stateActive, service.description(),
                List.of());
    }

    private static PluginTree stopped(String bench, String id, Plugin plugin) {
        return new PluginTree(bench + "/service/" + id, plugin, plugin, plugin.bench(), Kind.SERVICE,
                plugin.services().get(id), plugin.version(), States.of(plugin.state()), plugin.name(), List.of());
    }

    private static PluginTree plugin(String bench, Plugin plugin) {
        String key = bench + "/plugin/" + plugin.name();
        List<PluginTree> missing = plugin.missing().stream()
                .map(need -> line(key + '/' + need, plugin.bench(), Kind.MISSING, Messages.requirement, need)).toList();
        return new PluginTree(key, plugin, plugin, plugin.bench(), Kind.PLUGIN, plugin.name(), plugin.version(),
                States.of(plugin.state()), missing.isEmpty() ? "" : States.missing(missing.size()), missing);
    }

    private static PluginTree line(String key, BenchConnection bench, Kind kind, String name,
            String about) {
        return new PluginTree(key, null, null, bench, kind, name, "", "", about, List.of());
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type.isInstance(element) ? type.cast(element) : type == BenchConnection.class ? type.cast(bench) : null;
    }
}
