package org.aforo.ui.internal.wizards;

import java.util.LinkedHashMap;
import java.util.Map;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.eclipse.core.commands.IParameterValues;

/** What can be made, by title: so that Quick Access finds each. */
public final class NewValues implements IParameterValues {

    @Override
    public Map<String, String> getParameterValues() {
        Map<String, String> values = new LinkedHashMap<>();
        for (BenchConnection bench : Connections.shared().all()) {
            NewHandler.creating(bench).forEach(action -> values.putIfAbsent(action.title(), action.id()));
        }
        return values;
    }
}
