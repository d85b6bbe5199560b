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
 */
record PluginTree(String key, Object element, BenchConnection bench, Kind kind, String name, String version,
        String state, String about, List<PluginTree> children) implements IAdaptable {

    enum Kind {
        BENCH, GROUP, SERVICE, PLUGIN, MISSING, TROUBLE, NOTHING
    }

    static List<PluginTree> all(Installed installed) {
        return Connections.shared().all().stream().map(bench -> bench(bench, installed.of(bench))).toList();
    }

    private static PluginTree bench(BenchConnection bench, Installed.Answer answer) {
        String key = bench.endpoint().toString();
        List<PluginTree> services = bench.services().stream().map(service -> service(key, service)).toList();
        List<PluginTree> plugins = new ArrayList<>(answer.plugins().stream().map(one -> plugin(key, one)).toList());
        if (!answer.trouble().isEmpty()) {
            plugins.add(line(key + "/trouble", bench, Kind.TROUBLE, Messages.notKnown, answer.trouble()));
        } else if (plugins.isEmpty()) {
            plugins.add(line(key + "/none", bench, Kind.NOTHING, Messages.nonePlugged, ""));
        }
        return new PluginTree(key, bench, bench, Kind.BENCH, bench.name(), "", States.of(bench.state()),
                bench.state() == BenchConnection.State.LIVE ? key : bench.trouble(),
                List.of(group(key + "/services", bench, Messages.services, services),
                        group(key + "/plugins", bench, Messages.plugins, plugins)));
    }

    private static PluginTree group(String key, BenchConnection bench, String name, List<PluginTree> children) {
        return new PluginTree(key, null, bench, Kind.GROUP, name, "", "", "", children);
    }

    private static PluginTree service(String bench, ServiceView service) {
        return new PluginTree(bench + "/service/" + service.id(), service, service.connection(), Kind.SERVICE,
                service.title(), "", Messages.stateActive, service.description(), List.of());
    }

    private static PluginTree plugin(String bench, Plugin plugin) {
        String key = bench + "/plugin/" + plugin.name();
        List<PluginTree> missing = plugin.missing().stream()
                .map(need -> line(key + '/' + need, plugin.bench(), Kind.MISSING, Messages.requirement, need)).toList();
        return new PluginTree(key, plugin, plugin.bench(), Kind.PLUGIN, plugin.name(), plugin.version(),
                States.of(plugin.state()), missing.isEmpty() ? "" : States.missing(missing.size()), missing);
    }

    private static PluginTree line(String key, BenchConnection bench, Kind kind, String name,
            String about) {
        return new PluginTree(key, null, bench, kind, name, "", "", about, List.of());
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type.isInstance(element) ? type.cast(element) : type == BenchConnection.class ? type.cast(bench) : null;
    }
}
